using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Prow;

/// <summary>Reads <c>finished.json</c>, which Prow writes when a build ends; also the forms of 2016, which have a result in words and no <c>passed</c>.</summary>
public static class FinishedReader
{
    /// <summary>Reads the file. Nothing in it fails the reading.</summary>
    /// <param name="json">The file's bytes, plain.</param>
    /// <param name="issues">Gets what was repaired or left out, with places and without dashboard and job.</param>
    /// <param name="limits">What it may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>Null when the file cannot be used at all, which is reported as CIF1180 or CIF1184. Without a time it is not null, and that is reported as CIF1181.</returns>
    public static BuildFinished? Read(ReadOnlySpan<byte> json, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        BuildFinished finished = new();
        string version = "";
        BuildMetadata metadata = new();
        bool good = BuildJson.TryRead(json, "finished.json", issues, limits ?? DecodeLimits.Default, ReadField, () => finished.Time is null ? "It has no \"timestamp\" that is a time." : "");
        return good
            ? finished with
            {
                JobVersion = finished.JobVersion.Length > 0 ? finished.JobVersion : version,
                Metadata = metadata.Texts,
                OtherMetadata = metadata.Others,
            }
            : null;

        void ReadField(ref AnswerReader answer, string name)
        {
            switch (name)
            {
                case "timestamp":
                    finished = finished with { Time = BuildTime.Read(ref answer, name) };
                    break;
                case "passed":
                    finished = finished with { Passed = answer.OptionalFlag(name) is { HasValue: true } flag ? flag.ValueOrDefault() : null };
                    break;
                case "result":
                    finished = finished with { Result = BuildJson.Text(ref answer, name) };
                    break;
                case "revision":
                    finished = finished with { Revision = BuildJson.Text(ref answer, name) };
                    break;
                case "repo-version":
                    finished = finished with { RepoVersion = BuildJson.Text(ref answer, name) };
                    break;
                case "job-version":
                    finished = finished with { JobVersion = BuildJson.Text(ref answer, name) };
                    break;
                case "version":
                    version = BuildJson.Text(ref answer, name);
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
