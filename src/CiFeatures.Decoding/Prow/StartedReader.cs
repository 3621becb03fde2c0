using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Prow;

/// <summary>Reads <c>started.json</c>, which Prow writes when a build begins; also the forms of 2016 with <c>version</c> and <c>jenkins-node</c>.</summary>
public static class StartedReader
{
    /// <summary>Reads the file. Nothing in it fails the reading.</summary>
    /// <param name="json">The file's bytes, plain.</param>
    /// <param name="issues">Gets what was repaired or left out, with places and without dashboard and job.</param>
    /// <param name="limits">What it may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>Null when the file cannot be used at all, which is reported as CIF1180 or CIF1184. Without a time it is not null, and that is reported as CIF1181.</returns>
    public static BuildStarted? Read(ReadOnlySpan<byte> json, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        BuildStarted started = new();
        string version = "";
        BuildMetadata metadata = new();
        SortedDictionary<string, string> repos = new(StringComparer.Ordinal);
        bool good = BuildJson.TryRead(json, "started.json", issues, limits ?? DecodeLimits.Default, ReadField, () => started.Time is null ? "It has no \"timestamp\" that is a time." : "");
        return good
            ? started with
            {
                JobVersion = started.JobVersion.Length > 0 ? started.JobVersion : version,
                Repos = repos,
                Metadata = metadata.Texts,
                OtherMetadata = metadata.Others,
            }
            : null;

        void ReadField(ref AnswerReader answer, string name)
        {
            switch (name)
            {
                case "timestamp":
                    started = started with { Time = BuildTime.Read(ref answer, name) };
                    break;
                case "node" or "jenkins-node":
                    started = started with { Node = BuildJson.Text(ref answer, name) };
                    break;
                case "pull":
                    started = started with { Pull = BuildJson.Text(ref answer, name) };
                    break;
                case "repo-commit":
                    started = started with { RepoCommit = BuildJson.Text(ref answer, name) };
                    break;
                case "repo-version":
                    started = started with { RepoVersion = BuildJson.Text(ref answer, name) };
                    break;
                case "job-version":
                    started = started with { JobVersion = BuildJson.Text(ref answer, name) };
                    break;
                case "version":
                    version = BuildJson.Text(ref answer, name);
                    break;
                case "repos":
                    repos.Clear();
                    BuildJson.ReadFields(ref answer, name, (ref AnswerReader a, string repo) => repos[repo] = BuildJson.Text(ref a, "repos"));
                    break;
                case "metadata":
                    metadata = new BuildMetadata();
                    metadata.Read(ref answer);
                    break;
                default:
                    answer.Skip();
                    break;
            }
        }
    }
}
