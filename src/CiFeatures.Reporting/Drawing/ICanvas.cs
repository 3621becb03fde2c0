namespace CiFeatures.Reporting.Drawing;

/// <summary>What pictures are drawn with. Both back ends place everything, text included, at the same spots.</summary>
internal interface ICanvas
{
    /// <summary>Fills rectangles with one colour.</summary>
    void FillBoxes(ReadOnlySpan<Box> boxes, Rgb color);

    /// <summary>Draws separate straight lines.</summary>
    void Lines(ReadOnlySpan<Segment> segments, double width, Rgb color);

    /// <summary>Draws a line through points.</summary>
    void Polyline(ReadOnlySpan<Spot> points, double width, Rgb color);

    /// <summary>Fills a circle.</summary>
    void Circle(Spot center, double radius, Rgb color);

    /// <summary>Draws one line of text; <paramref name="position"/> is on the baseline. Characters that cannot be shown safely are replaced.</summary>
    void Text(Spot position, string text, TextStyle style);

    /// <summary>Until the matching <see cref="PopClip"/> nothing outside of the box is drawn.</summary>
    void PushClip(Box box);

    /// <summary>Ends the newest clip.</summary>
    void PopClip();

    /// <summary>Begins a part with a class name for tools and a tooltip (empty = none).</summary>
    void BeginGroup(string kind, string tooltip);

    /// <summary>Ends the newest group.</summary>
    void EndGroup();
}
