namespace CiFeatures.Reporting.Drawing;

/// <summary>A point; x grows to the right, y downwards, in user units (one pixel at scale 1).</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>An upright rectangle by its upper left corner and size.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}

/// <summary>A straight line between two points.</summary>
internal readonly record struct Segment(double X1, double Y1, double X2, double Y2);

/// <summary>Which end of a text stands at its position.</summary>
internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>How a text is drawn. A size of 10 gives letters that advance by 6 units and have capitals 7 units high.</summary>
internal readonly record struct TextStyle(double Size, Rgb Color, TextAnchor Anchor = TextAnchor.Start, double RotationDegrees = 0, bool Bold = false);
