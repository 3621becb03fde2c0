namespace CiFeatures.Reporting.Drawing;

/// <summary>A picture that is laid out and ready to be drawn.</summary>
/// <param name="Width">Width in user units.</param>
/// <param name="Height">Height in user units.</param>
/// <param name="Title">The title, for tools that read it aloud.</param>
/// <param name="Description">What is in the picture, in words.</param>
/// <param name="Draw">Draws it.</param>
internal sealed record Scene(double Width, double Height, string Title, string Description, Action<ICanvas> Draw);
