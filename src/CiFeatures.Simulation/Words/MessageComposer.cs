using System.Globalization;
using CiFeatures.Simulation.Chance;

namespace CiFeatures.Simulation.Words;

/// <summary>Composes the messages of cells; the same key gives the same text.</summary>
internal static class MessageComposer
{
    /// <summary>Longest message before the service adds its own beginning; longer ones keep both halves with "..." between.</summary>
    public const int Longest = 140;

    /// <summary>What a failing test says; <paramref name="testKey"/> fixes the sort of failure, <paramref name="cellKey"/> its details.</summary>
    public static string Failure(ulong testKey, ulong cellKey, bool broken)
    {
        var sort = new ChanceStream(testKey);
        var detail = new ChanceStream(cellKey);
        string file = sort.Pick(Vocabulary.Files);
        int line = 20 + sort.NextIndex(900);
        string subject = sort.Pick(Vocabulary.Subjects).ToLowerInvariant();
        string pod = Hex(detail, 9) + "-" + Hex(detail, 5);
        string text = sort.NextIndex(6) switch
        {
            0 => Text($"fail [github.com/simulated/platform/test/extended/{file}:{line}]: {subject} \"{pod}\" was not ready after {60 + detail.NextIndex(900)}s\nUnexpected error:\n    <*errors.Wait>: {{\n        attempts: {detail.NextIndex(90)},\n    }}\n    timed out while waiting for the state\noccurred"),
            1 => Text($"{1 + detail.NextIndex(900)} unexpected events were seen while the {subject} was under test:\n\nns/e2e-{Hex(detail, 4)} pod/{pod} node/ci-sim-{Hex(detail, 8)} - container left with code {1 + detail.NextIndex(140)} and was started again by its controller"),
            2 => Text($"Operator unavailable (Waiting{file[0]}): {subject} has {detail.NextIndex(3)} of 3 replicas"),
            3 => Text($"fail [github.com/simulated/platform/test/extended/{file}:{line}]: expected the {subject} to answer\nGet \"https://172.30.{detail.NextIndex(255)}.{detail.NextIndex(255)}:443/apis/sim.example/v1/{pod}\": dial tcp: connect: connection refused\nexpected 200, got 0"),
            4 => Text($"[{subject,-18}] OUT copying results of {pod} at {detail.NextIndex(24):00}:{detail.NextIndex(60):00}:{detail.NextIndex(60):00}Z ...\nwarning: {detail.NextIndex(40)} files were left out because they changed while they were read\nerror: the wrapped command ended with exit status {1 + detail.NextIndex(3)}\n"),
            _ => Text($"{subject} did not settle: {1 + detail.NextIndex(20)} of {21 + detail.NextIndex(20)} checks failed, the last with <nil> & \"{pod}\""),
        };
        string cut = Cut(text);
        return broken ? "invalid utf8: " + cut[..Math.Min(cut.Length, 60)] + "\uFFFD[0m\uFFFD" + cut[Math.Min(cut.Length, 65)..] : cut;
    }

    public static string Repeated(int passed, int total, string message) =>
        Text($"{passed}/{total} runs passed") + (message.Length == 0 ? "" : ": " + message);

    public static string Skipped(ulong testKey)
    {
        var sort = new ChanceStream(testKey);
        return Text($"/go/src/github.com/simulated/suite/{sort.Pick(Vocabulary.Files)}:{20 + sort.NextIndex(300)}\ntest [{sort.Pick(Vocabulary.Subjects)}] is not asked for in this environment");
    }

    public static string Talking(ulong cellKey)
    {
        var detail = new ChanceStream(cellKey);
        return Text($"the probed address did not answer for {detail.NextIndex(9)}s of {3000 + detail.NextIndex(3000)}s, which is within the limit");
    }

    /// <summary>First and last 70 characters with "..." between, when the text is longer than 140.</summary>
    public static string Cut(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest / 2), "...", text.AsSpan(text.Length - (Longest / 2)));

    public static string Hex(ChanceStream chance, int digits) =>
        (chance.NextBits() >> (64 - (4 * digits))).ToString("x" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
