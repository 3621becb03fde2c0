using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Reads a row's <c>statuses</c>: a list of <c>{"count":n,"value":v}</c>, or flat pairs <c>[v,n,…]</c>.</summary>
/// <remarks>
/// This is the hot path of a table answer. It touches nothing but the reader and the buffer, so a faster scanner can take its
/// place. A count of zero or less yields no cells, as in TestGrid's own readers; a count that is not a whole number makes the row unreadable, because nothing
/// says where the cells after it belong.
/// </remarks>
internal static class StatusRunReader
{
    /// <summary>Reads the runs; stands on the value, leaves the reader on its last token.</summary>
    /// <param name="answer">The reader.</param>
    /// <param name="runs">Gets the runs.</param>
    /// <param name="faults">Gets what was wrong.</param>
    public static RunSlice Read(ref AnswerReader answer, RunBuffer runs, ref StatusFaults faults)
    {
        int start = runs.Count;
        if (answer.Token == JsonTokenType.Null)
        {
            return new(start, 0);
        }

        if (answer.Token != JsonTokenType.StartArray)
        {
            SetUnreadable(ref faults, $"statuses, byte {answer.Position}", $"\"statuses\" is {AnswerReader.Describe(answer.Token)}, not a list");
            answer.Skip();
            return new(start, 0);
        }

        for (int pair = 0; answer.Read() && answer.Token != JsonTokenType.EndArray; pair++)
        {
            if (answer.Token == JsonTokenType.StartObject)
            {
                ReadObject(ref answer, runs, pair, ref faults);
            }
            else if (!ReadFlatPair(ref answer, runs, pair, ref faults))
            {
                break;
            }
        }

        return new(start, runs.Count - start);
    }

    private static void ReadObject(ref AnswerReader answer, RunBuffer runs, int pair, ref StatusFaults faults)
    {
        long position = answer.Position;
        int count = 0;
        int value = -1;
        bool hasCount = false;
        string foundValue = "nothing";
        while (answer.Read() && answer.Token != JsonTokenType.EndObject)
        {
            bool isCount = answer.TextIs("count"u8);
            bool isValue = !isCount && answer.TextIs("value"u8);
            answer.Read();
            if (isCount)
            {
                hasCount = true;
                ReadCount(ref answer, pair, out count, ref faults);
            }
            else if (isValue)
            {
                ReadValue(ref answer, out value, ref foundValue);
            }

            answer.Skip();
        }

        if (!hasCount)
        {
            SetUnreadable(ref faults, Pair(pair, position), "a run has no count");
            return;
        }

        Add(runs, value, count, pair, position, foundValue, ref faults);
    }

    private static bool ReadFlatPair(ref AnswerReader answer, RunBuffer runs, int pair, ref StatusFaults faults)
    {
        long position = answer.Position;
        string foundValue = "nothing";
        ReadValue(ref answer, out int value, ref foundValue);
        answer.Skip();
        answer.Read();
        if (answer.Token == JsonTokenType.EndArray)
        {
            Note(ref faults.SkippedRuns, ref faults.FirstSkipped, Pair(pair, position), "a value without a count");
            return false;
        }

        ReadCount(ref answer, pair, out int count, ref faults);
        Add(runs, value, count, pair, position, foundValue, ref faults);
        answer.Skip();
        return true;
    }

    private static void ReadCount(ref AnswerReader answer, int pair, out int count, ref StatusFaults faults)
    {
        if (!JsonNumbers.TryWhole(in answer.Json, out count))
        {
            SetUnreadable(ref faults, Pair(pair, answer.Position), $"a count is not a whole number: it is {answer.Found()}");
        }
    }

    private static void ReadValue(ref AnswerReader answer, out int value, ref string found)
    {
        if (!JsonNumbers.TryWhole(in answer.Json, out value))
        {
            value = -1;
            found = answer.Found();
        }
        else if (!RunLength.IsKnown(value))
        {
            found = value.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static void Add(RunBuffer runs, int value, int count, int pair, long position, string foundValue, ref StatusFaults faults)
    {
        if (count <= 0)
        {
            Note(ref faults.SkippedRuns, ref faults.FirstSkipped, Pair(pair, position), $"a count of {count}");
            return;
        }

        if (!RunLength.IsKnown(value))
        {
            Note(ref faults.UnknownRuns, ref faults.FirstUnknown, Pair(pair, position), foundValue);
            value = (int)CellStatus.Unknown;
        }

        runs.Add(value, count);
    }

    private static void Note(ref int number, ref string first, string position, string what)
    {
        if (number++ == 0)
        {
            first = $"{position}: {what}";
        }
    }

    private static void SetUnreadable(ref StatusFaults faults, string position, string reason)
    {
        if (faults.Unreadable is null)
        {
            faults.Unreadable = reason;
            faults.UnreadablePosition = position;
        }
    }

    private static string Pair(int pair, long position) => $"pair {pair} of statuses, byte {position}";
}
