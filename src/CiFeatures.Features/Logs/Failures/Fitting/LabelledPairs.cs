using System.Globalization;
using System.IO.Compression;

namespace CiFeatures.Features.Logs.Failures.Fitting;

/// <summary>Reads labelled pairs: <c>group/pair/{fail.log.gz,pass.log.gz,groundtruth}</c>, where <c>groundtruth</c> has a word for the
/// log's format and then <c>E a-b</c> for lines that explain the failure and <c>C a-b</c> for lines near them.</summary>
internal static class LabelledPairs
{
    // Far more than any label; stops a range from filling the memory.
    private const long MaxLine = 100_000_000;

    /// <summary>Reads all pairs below a folder, by ordinal order of their paths.</summary>
    /// <exception cref="Core.Errors.CiFeaturesException">CIF1351: the folder has no pair, or a label cannot be read.</exception>
    public static IReadOnlyList<LabelledPair> Read(string folder)
    {
        string[] truths = Directory.Exists(folder) ? Directory.GetFiles(folder, "groundtruth", SearchOption.AllDirectories) : [];
        Array.Sort(truths, StringComparer.Ordinal);
        return truths.Length == 0 ? throw FailureErrors.Labels(folder, "there is no pair") : [.. truths.Select(ReadPair)];
    }

    private static LabelledPair ReadPair(string truth)
    {
        string folder = Path.GetDirectoryName(truth)!;
        (HashSet<long> wanted, HashSet<long> neutral) = ReadLabels(truth);
        return new LabelledPair(
            Path.GetFileName(Path.GetDirectoryName(folder)!),
            Path.GetFileName(folder),
            Decompress(Path.Combine(folder, "fail.log.gz")),
            Decompress(Path.Combine(folder, "pass.log.gz")),
            wanted,
            neutral);
    }

    private static (HashSet<long> Wanted, HashSet<long> Neutral) ReadLabels(string path)
    {
        HashSet<long> wanted = [];
        HashSet<long> neutral = [];
        foreach (string line in File.ReadLines(path).Skip(1))
        {
            string[] words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            string[] ends = words.Length == 2 ? words[1].Split('-') : [];
            if (words[0] is not ("E" or "C") || ends.Length is 0 or > 2 || !long.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out long first)
                || !long.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out long last) || last > MaxLine)
            {
                throw FailureErrors.Labels(path, $"\"{line}\" is no label");
            }

            for (long number = first; number <= last; number++)
            {
                (words[0] == "E" ? wanted : neutral).Add(number);
            }
        }

        return (wanted, neutral);
    }

    private static byte[] Decompress(string path)
    {
        if (!File.Exists(path))
        {
            throw FailureErrors.Labels(path, "the file is missing");
        }

        using var source = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        source.CopyTo(bytes);
        return bytes.ToArray();
    }
}
