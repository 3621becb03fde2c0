using System.Globalization;
using System.Text;

namespace CiFeatures.Tests.Features.Logs.Templates;

/// <summary>A log of an invented build system, with the truth: which of its statements wrote each line.</summary>
internal static class MadeLog
{
    private static readonly string[] Names = ["ada", "grace", "alan", "edsger", "barbara", "donald", "frances", "ken"];

    private static readonly Func<Random, string>[] Statements =
    [
        r => $"Pulled layer sha256:{Hex(r, 64)} in {r.Next(5000)}ms",
        r => $"Uploaded {r.Next(1, 900)} files ({r.NextDouble() * 10:0.00} MB) to /srv/artifacts/{Hex(r, 8)}/{r.Next(99)}.tar",
        r => $"connection from 10.{r.Next(256)}.{r.Next(256)}.{r.Next(256)}:{r.Next(65536)} ({(r.Next(2) == 0 ? "" : $"host-{r.Next(99)}.example.test")}) at Fri Jun {r.Next(1, 31)} 20:{r.Next(10, 60)}:55 2026",
        r => $"session opened for user {Names[r.Next(Names.Length)]} by uid={r.Next(2000)}",
        _ => "waiting for the namespace to be deleted",
        r => $"lease acquired by node-{r.Next(40)}, expires in {r.Next(1, 60)} seconds",
        r => $"retry {r.Next(1, 9)} of 10: GET https://registry.test/v2/{Hex(r, 12)}?digest=sha256:{Hex(r, 10)} answered {(r.Next(2) == 0 ? 500 : 503)}",
        _ => "",
        r => $"\u001b[3{r.Next(8)}mstep finished\u001b[0m after <{r.Next(1, 9)} sec",
        r => $"interface eth{r.Next(4)} is up",
        r => $"reading tag=\"{Names[r.Next(Names.Length)]} and {Names[r.Next(Names.Length)]}\" done",
        r => $"mac {Hex(r, 2)}:{Hex(r, 2)}:{Hex(r, 2)}:{Hex(r, 2)}:{Hex(r, 2)}:{Hex(r, 2)} joined",
        r => $"shard {Guid(r)} moved from {r.Next(9)} to {r.Next(9)}",
    ];

    /// <summary>Makes a log.</summary>
    /// <returns>Each line, and the number of the statement that wrote it.</returns>
    public static IReadOnlyList<(string Line, int Statement)> Make(int lines, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, lines).Select(_ => random.Next(Statements.Length)).Select(s => (Statements[s](random), s))];
    }

    /// <summary>Lines without any sense: words, numbers, punctuation, brackets, blanks, other alphabets and control characters.</summary>
    public static IReadOnlyList<byte[]> Noise(int lines, int seed)
    {
        string[] pieces = ["a", "build", "7", "42", " ", "  ", "\t", "(", ")", "[", "]", "<", ">", "=", "\"", "'", ":", ",", ".", "..", "/", "x/y", "Fri", "Jun", "KB", "sec", "0x1f", "e1", "é", "建", "\u0000", "\u001b[1m", "-", "\u001a"];
        var random = new Random(seed);
        return [.. Enumerable.Range(0, lines).Select(_ => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(14)).Select(_ => pieces[random.Next(pieces.Length)]))))];
    }

    public static byte[] Bytes(string line) => Encoding.UTF8.GetBytes(line);

    private static string Hex(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => random.Next(16).ToString("x", CultureInfo.InvariantCulture)));

    private static string Guid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }
}
