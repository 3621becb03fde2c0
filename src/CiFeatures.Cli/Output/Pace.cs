using System.Globalization;

namespace CiFeatures.Cli.Output;

/// <summary>How fast some work goes, and how long the rest will take.</summary>
internal static class Pace
{
    /// <summary>The time that is left when the rest goes as fast as what is done.</summary>
    /// <returns>Null as long as nothing is done or nobody knows how much there is.</returns>
    public static TimeSpan? Left(ProgressStep step, TimeSpan elapsed) =>
        step.Done > 0 && step.Total >= step.Done ? elapsed * ((step.Total - step.Done) / (double)step.Done) : null;

    /// <summary>Bytes so far and per second, such as <c>3.4 MB, 0.2 MB/s</c>; empty where no bytes are counted.</summary>
    public static string Bytes(ProgressStep step, TimeSpan elapsed) => step.Bytes is { } bytes
        ? $"{Size(bytes)}, {Size(elapsed > TimeSpan.Zero ? bytes / elapsed.TotalSeconds : 0)}/s"
        : "";

    /// <summary>A length of time, such as <c>about 2 min left</c>; empty where it is not known.</summary>
    public static string Text(TimeSpan? left) => left switch
    {
        null => "",
        { TotalSeconds: < 90 } time => string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(time.TotalSeconds):0} s left"),
        { TotalMinutes: < 90 } time => string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(time.TotalMinutes):0} min left"),
        { } time => string.Create(CultureInfo.InvariantCulture, $"about {Math.Ceiling(time.TotalHours):0} h left"),
    };

    /// <summary>A number of bytes, such as <c>3.4 MB</c>.</summary>
    public static string Size(double bytes) => bytes switch
    {
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{bytes:0} B"),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        < 1e9 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.00} GB"),
    };
}
