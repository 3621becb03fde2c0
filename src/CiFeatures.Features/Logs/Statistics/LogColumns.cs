using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>The columns of the figures of a log, for any table with a row per log.</summary>
internal static class LogColumns
{
    /// <summary>Adds the figures' columns.</summary>
    /// <typeparam name="TRow">The context that a row of the table is computed from.</typeparam>
    /// <param name="columns">The table's columns so far.</param>
    /// <param name="figures">Gives a row's figures.</param>
    public static FeatureColumns<TRow> AddLogStatistics<TRow>(this FeatureColumns<TRow> columns, Func<TRow, LogStatistics> figures) => columns
        .LongCount("bytes", "bytes", "Bytes of the log, decompressed", r => figures(r).Bytes)
        .LongCount("chars", "characters", "Unicode code points; an invalid sequence counts as what replaces it", r => figures(r).Chars, "", "AI4CI Prow notebook", "len(log)")
        .LongCount("words", "words", "What Unicode white space parts", r => figures(r).Words, "", "AI4CI Prow notebook", "len(log.split())")
        .LongCount("lines", "lines", "Newlines and one; 0 for an empty log", r => figures(r).Lines, "", "AI4CI Prow notebook", "log.count(newline) + 1")
        .LongCount("blank_lines", "lines", "Lines of white space only", r => figures(r).BlankLines)
        .LongCount("longest_line_bytes", "bytes", "The longest line, without its newline", r => figures(r).LongestLineBytes)
        .LongCount("ansi_bytes", "bytes", "Bytes of terminal escape sequences, such as colours", r => figures(r).AnsiBytes)
        .Number("ansi_ratio", "ratio", "Share of bytes that belong to terminal escape sequences", r => figures(r).AnsiRatio, "for an empty log", "", "bytes in escape sequences ÷ bytes")
        .LongCount("fatal_lines", "lines", "Lines that name the level fatal, panic or critical", r => figures(r).FatalLines)
        .LongCount("error_lines", "lines", "Lines that name the level error", r => figures(r).ErrorLines)
        .LongCount("warning_lines", "lines", "Lines that name the level warning", r => figures(r).WarningLines)
        .LongCount("info_lines", "lines", "Lines that name the level info", r => figures(r).InfoLines)
        .LongCount("debug_lines", "lines", "Lines that name the level debug or trace", r => figures(r).DebugLines)
        .LongCount("timed_lines", "lines", "Lines that say when they were written", r => figures(r).TimedLines)
        .Time("first_time", "Time of the first line that has one", r => figures(r).FirstTimeMs, "when no line has a time with a year")
        .Time("last_time", "Time of the last line that has one", r => figures(r).LastTimeMs, "when no line has a time with a year")
        .Number("largest_gap_seconds", "s", "The longest time from a line with a time to the next with one", r => figures(r).LargestGapMs / 1000.0, "with fewer than two such lines");
}
