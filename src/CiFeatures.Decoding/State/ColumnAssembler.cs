using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Decoding.State;

/// <summary>Makes the axis of runs out of column messages, and back.</summary>
internal static class ColumnAssembler
{
    // A column id is the column's name, this private-use character, and the build.
    private const char IdSeparator = '\uE000';

    // Beyond this no date exists (year 9999).
    private const double LastMs = 253402300799999.0;

    /// <summary>Makes the axis. The extra values of the columns become one list for each header.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="issues">Gets what is repaired.</param>
    /// <param name="limits">What the grid may have.</param>
    public static RunAxis Axis(GridMessage grid, IssueLog issues, DecodeLimits limits)
    {
        List<ColumnMessage> columns = grid.Columns;
        List<ColumnHeaderMessage> named = grid.Config?.ColumnHeader ?? [];
        int headers = Math.Max(named.Count, columns.Count == 0 ? 0 : columns.Max(c => c.Extra.Count));
        if (headers > limits.MaxHeaders)
        {
            DecodingErrors.TooLarge("headers", headers, limits.MaxHeaders, nameof(DecodeLimits.MaxHeaders), issues.Place);
        }

        long[] times = new long[columns.Count];
        string[] builds = new string[columns.Count];
        for (int i = 0; i < times.Length; i++)
        {
            builds[i] = columns[i].Build;
            times[i] = Time(columns[i].Started, i, issues);
        }

        RunTimes.Check(times, issues);
        string[][] values = new string[headers][];
        for (int h = 0; h < headers; h++)
        {
            int header = h;
            values[h] = [.. columns.Select(c => header < c.Extra.Count ? c.Extra[header] : "")];
        }

        return new(builds, times, [.. Enumerable.Range(0, headers).Select(h => h < named.Count ? Name(named[h]) : "")], values);
    }

    /// <summary>The id of a column: its name and build.</summary>
    /// <param name="column">The column.</param>
    public static string Id(ColumnMessage column) => $"{column.Name}{IdSeparator}{column.Build}";

    /// <summary>The name in a column's id; empty when the id has none.</summary>
    /// <param name="id">The id.</param>
    public static string NameOf(string id)
    {
        int end = id.LastIndexOf(IdSeparator);
        return end < 0 ? "" : id[..end];
    }

    /// <summary>The name under which a header is shown: label, else property, else configuration value.</summary>
    /// <param name="header">The header.</param>
    public static string Name(ColumnHeaderMessage header) =>
        header.Label.Length > 0 ? header.Label : header.Property.Length > 0 ? header.Property : header.ConfigurationValue;

    private static long Time(double milliseconds, int run, IssueLog issues)
    {
        if (milliseconds is >= 0 and <= LastMs)
        {
            return (long)milliseconds;
        }

        issues.Add(
            DecodingCodes.UnusableTime, DecodeRepair.Ignored, "", $"run {run}",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The run's start is {milliseconds} ms, which is no time; it counts as unknown."));
        return 0;
    }
}
