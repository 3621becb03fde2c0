using System.CommandLine.Parsing;
using System.Globalization;

namespace CiFeatures.Cli.Hosting;

/// <summary>Reads numbers of bytes from the command line, such as <c>500MB</c> (millions) or <c>2GiB</c> (powers of two).</summary>
internal static class ByteSizes
{
    private static readonly (string Unit, double Bytes)[] Units =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40), ("kB", 1e3), ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("B", 1), ("", 1),
    ];

    /// <summary>The reader of an option.</summary>
    public static long? Parse(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        foreach ((string unit, double bytes) in Units)
        {
            if (text.EndsWith(unit, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number * bytes is >= 1 and < long.MaxValue)
            {
                return (long)(number * bytes);
            }
        }

        result.AddError($"\"{text}\" is not a number of bytes; write it like 500MB or 2GiB.");
        return null;
    }
}
