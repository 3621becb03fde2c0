using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Prow;

namespace CiFeatures.Decoding.Columns;

/// <summary>Reads the files of a build that its column is made of: started, finished and podinfo files, and JUnit files.</summary>
/// <param name="limits">What the files may have.</param>
internal sealed class BuildResultReader(DecodeLimits limits)
{
    private const string StartedFile = "started.json";
    private const string FinishedFile = "finished.json";
    private const string PodInfoFile = "podinfo.json";

    // Logs end up in messages of megabytes, of which the grid shows 140 bytes from the ends. Rules that look for a text see as much as this.
    private const int KeptCharacters = 16 * 1024;

    private delegate T? JsonReader<out T>(ReadOnlySpan<byte> json, ICollection<DecodeIssue> issues, DecodeLimits? limits);

    /// <summary>Reads a build.</summary>
    /// <param name="key">The build.</param>
    /// <param name="paths">The paths below the build's folder of the files that are there.</param>
    /// <param name="isPodLookedFor">Whether a missing <c>podinfo.json</c> means that the build has none.</param>
    /// <param name="open">Opens a file.</param>
    /// <param name="issues">Gets what was repaired or left out.</param>
    /// <param name="problem">Why the build cannot be read; null when it can.</param>
    /// <returns>
    /// Null when the build cannot be read, for a damaged JSON file makes its column worthless. Empty JSON files and JUnit files that cannot be used are malformed and cost the
    /// build its good name, not its other results.
    /// </returns>
    /// <exception cref="CiFeaturesException">Whatever <paramref name="open"/> says of the store; that is no fault of the build.</exception>
    public BuildResult? Read(
        BuildKey key, IReadOnlyCollection<string> paths, bool isPodLookedFor, Func<string, Stream?> open, ICollection<DecodeIssue> issues, out string? problem)
    {
        List<string> malformed = [];
        problem = null;
        HashSet<string> there = new(paths, StringComparer.Ordinal);
        BuildStarted? started = Json<BuildStarted>(StartedFile, StartedReader.Read, ref problem);
        BuildFinished? finished = Json<BuildFinished>(FinishedFile, FinishedReader.Read, ref problem);
        PodInfo? pod = Json<PodInfo>(PodInfoFile, PodInfoReader.Read, ref problem);
        if (problem is not null)
        {
            return null;
        }

        List<ResultSuite> suites = [];
        foreach (string path in there.Order(StringComparer.Ordinal))
        {
            if (JUnitFileNames.OfArtifact(path) is { } name && Cases(path, open, issues, malformed) is { } cases)
            {
                suites.Add(new(cases, SuiteMetadata.Of(name)));
            }
        }

        malformed.Sort(StringComparer.Ordinal);
        return new()
        {
            Job = key.Job,
            Build = key.Build,
            Started = started,
            Finished = finished,
            Pod = pod,
            PodLookedFor = isPodLookedFor || pod is not null,
            Suites = suites,
            Malformed = malformed,
        };

        T? Json<T>(string file, JsonReader<T> read, ref string? why)
            where T : class
        {
            if (why is not null || !there.Contains(file))
            {
                return null;
            }

            (byte[]? bytes, why) = Bytes(file, open);
            if (bytes is null)
            {
                return null;
            }

            if (bytes.Length == 0)
            {
                malformed.Add(file);
                return null;
            }

            List<DecodeIssue> found = [];
            T? value = read(bytes, found, limits);
            foreach (DecodeIssue issue in found)
            {
                issues.Add(issue);
            }

            // A file that says nothing is not damaged.
            why = value is null && found.FirstOrDefault(i => i.Code is DecodingCodes.UnusableBuildJson or DecodingCodes.BuildFileTooLarge) is { } damage ? $"{file}: {damage.Message}" : null;
            return value;
        }
    }

    private static string Ends(string message) => message[..(KeptCharacters / 2)] + message[^(KeptCharacters / 2)..];

    private (byte[]? Bytes, string? Problem) Bytes(string file, Func<string, Stream?> open)
    {
        try
        {
            using Stream? stream = open(file);
            if (stream is null)
            {
                return (null, null);
            }

            // One byte more than allowed is enough for the reader to say that there are too many.
            using MemoryStream bytes = new();
            byte[] buffer = new byte[8192];
            int read;
            while (bytes.Length <= limits.MaxBuildJsonBytes && (read = stream.Read(buffer)) > 0)
            {
                bytes.Write(buffer, 0, read);
            }

            return (bytes.ToArray(), null);
        }
        catch (IOException e)
        {
            return (null, $"{file}: {e.Message}");
        }
    }

    private List<JUnitCase>? Cases(string path, Func<string, Stream?> open, ICollection<DecodeIssue> issues, List<string> malformed)
    {
        List<DecodeIssue> found = [];
        string? problem = null;
        List<JUnitCase> cases = [];
        try
        {
            using Stream? stream = open(path);
            _ = stream is null || JUnitReader.TryRead(stream, found, limits, c => cases.Add(c.Message.Length > KeptCharacters ? c with { Message = Ends(c.Message) } : c));
            problem = found.FirstOrDefault(i => i.Code is DecodingCodes.DamagedJUnit or DecodingCodes.NotJUnit or DecodingCodes.BuildFileTooLarge)?.Message;
        }
        catch (IOException e)
        {
            problem = $"open: {e.Message}";
        }

        foreach (DecodeIssue issue in found)
        {
            issues.Add(issue with { Position = $"{path}, {issue.Position}" });
        }

        if (problem is not null)
        {
            malformed.Add($"{path}: {problem}");
        }

        return problem is null ? cases : null;
    }
}
