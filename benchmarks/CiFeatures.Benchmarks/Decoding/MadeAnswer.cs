using System.Buffers;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Benchmarks.Decoding;

/// <summary>A table answer that looks like a published one: rows mostly pass or are blank in long runs, few messages, long names with tags.</summary>
internal static class MadeAnswer
{
    private static readonly string[] Tags = ["[sig-storage]", "[sig-network]", "[sig-apps]", "[sig-cli]", "[sig-node]"];

    public static byte[] Make(int tests, int runs, int seed)
    {
        Random random = new(seed);
        byte[] statuses = new byte[tests * runs];
        TestRow[] rows = new TestRow[tests];
        for (int i = 0; i < tests; i++)
        {
            rows[i] = Row(i, statuses.AsSpan(i * runs, runs), random);
        }

        string[] builds = [.. Enumerable.Range(0, runs).Select(i => $"{1372535122330390528 - (i * 181621878439936L)}")];
        long[] times = [.. Enumerable.Range(0, runs).Select(i => 1627425263000 - (i * 21600000L))];
        RunAxis axis = new(builds, times, ["Commit"], [[.. builds.Select(_ => "1")]]);
        ArrayBufferWriter<byte> output = new();
        TableAnswerWriter.Write(new JobGrid(new("made", "made"), new GridInfo(), rows, axis, statuses), output);
        return output.WrittenSpan.ToArray();
    }

    private static TestRow Row(int index, Span<byte> cells, Random random)
    {
        byte usual = random.Next(3) == 0 ? (byte)CellStatus.NoResult : (byte)CellStatus.Pass;
        for (int at = 0; at < cells.Length;)
        {
            bool odd = random.Next(4) == 0;
            int length = Math.Min(odd ? 1 + random.Next(2) : 1 + random.Next(20), cells.Length - at);
            cells.Slice(at, length).Fill(odd ? random.Next(3) == 0 ? (byte)CellStatus.Fail : (byte)CellStatus.NoResult : usual);
            at += length;
        }

        List<string> messages = [];
        foreach (byte cell in cells)
        {
            if (cell != (byte)CellStatus.NoResult)
            {
                messages.Add(cell == (byte)CellStatus.Fail ? $"fail [test/e2e/file_{index}.go:{index}]: timed out waiting for the condition" : "");
            }
        }

        string name = $"openshift-tests.{Tags[index % Tags.Length]} Volumes should store data and keep it over restarts, case {index} [Suite:openshift/conformance/parallel]";
        return new()
        {
            Name = name,
            OriginalName = Published<string>.Of(name),
            Target = Published<string>.Of(name),
            Id = name,
            Messages = messages,
            ShortTexts = [.. messages.Select(m => m.Length > 0 ? "F" : "")],
            UserProperties = Published<IReadOnlyList<string>>.Null,
        };
    }
}
