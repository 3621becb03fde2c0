using System.Globalization;
using System.Text.Json;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Prow;

/// <summary>Reads <c>prowjob.json</c>: the ProwJob resource (prow.k8s.io/v1) as it was when the file was written, usually while the build still ran.</summary>
public static class ProwJobReader
{
    /// <summary>Reads the file. Nothing in it fails the reading.</summary>
    /// <param name="json">The file's bytes, plain.</param>
    /// <param name="issues">Gets what was repaired or left out, with places and without dashboard and job.</param>
    /// <param name="limits">What it may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>Null when the file cannot be used at all, which is reported as CIF1180 or CIF1184.</returns>
    public static ProwJobInfo? Read(ReadOnlySpan<byte> json, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        ProwJobInfo info = new();
        DateTimeOffset? created = null;
        SortedDictionary<string, string> repos = new(StringComparer.Ordinal);
        bool good = BuildJson.TryRead(json, "prowjob.json", issues, limits ?? DecodeLimits.Default, ReadField, () => info.Job.Length == 0 ? "It has no \"spec.job\"." : "");
        return good ? info with { Started = info.Started ?? created, Repos = repos } : null;

        void ReadField(ref AnswerReader answer, string name)
        {
            switch (name)
            {
                case "metadata":
                    BuildJson.ReadFields(ref answer, name, (ref AnswerReader a, string field) => created = field == "creationTimestamp" ? BuildTime.Read(ref a, field) : Skipped(ref a, created));
                    break;
                case "spec":
                    BuildJson.ReadFields(ref answer, name, (ref AnswerReader a, string field) => info = Spec(ref a, field, info, repos));
                    break;
                case "status":
                    BuildJson.ReadFields(ref answer, name, (ref AnswerReader a, string field) => info = Status(ref a, field, info));
                    break;
                default:
                    answer.Skip();
                    break;
            }
        }
    }

    private static ProwJobInfo Spec(ref AnswerReader answer, string field, ProwJobInfo info, SortedDictionary<string, string> repos)
    {
        switch (field)
        {
            case "job":
                return info with { Job = BuildJson.Text(ref answer, field) };
            case "type":
                return info with { Type = BuildJson.Text(ref answer, field) };
            case "cluster":
                return info with { Cluster = BuildJson.Text(ref answer, field) };
            case "refs":
                ReadRefs(ref answer, repos);
                return info;
            case "extra_refs" when answer.Token == JsonTokenType.StartArray:
                while (answer.Read() && answer.Token != JsonTokenType.EndArray)
                {
                    ReadRefs(ref answer, repos);
                }

                return info;
            default:
                return Skipped(ref answer, info);
        }
    }

    private static ProwJobInfo Status(ref AnswerReader answer, string field, ProwJobInfo info) => field switch
    {
        "state" => info with { State = BuildJson.Text(ref answer, field) },
        "description" => info with { Description = BuildJson.Text(ref answer, field) },
        "url" => info with { Url = BuildJson.Text(ref answer, field) },
        "startTime" => info with { Started = BuildTime.Read(ref answer, field) },
        "pendingTime" => info with { Pending = BuildTime.Read(ref answer, field) },
        "completionTime" => info with { Completed = BuildTime.Read(ref answer, field) },
        _ => Skipped(ref answer, info),
    };

    // Written as Prow writes references: base branch and commit, then each pull request and its commit.
    private static void ReadRefs(ref AnswerReader answer, SortedDictionary<string, string> repos)
    {
        string org = "";
        string repo = "";
        string baseRef = "";
        string baseSha = "";
        List<string> pulls = [];
        bool good = BuildJson.ReadFields(ref answer, "refs", (ref AnswerReader a, string field) =>
        {
            switch (field)
            {
                case "org":
                    org = BuildJson.Text(ref a, field);
                    break;
                case "repo":
                    repo = BuildJson.Text(ref a, field);
                    break;
                case "base_ref":
                    baseRef = BuildJson.Text(ref a, field);
                    break;
                case "base_sha":
                    baseSha = BuildJson.Text(ref a, field);
                    break;
                case "pulls" when a.Token == JsonTokenType.StartArray:
                    while (a.Read() && a.Token != JsonTokenType.EndArray)
                    {
                        ReadPull(ref a, pulls);
                    }

                    break;
                default:
                    a.Skip();
                    break;
            }
        });
        if (good && (org.Length > 0 || repo.Length > 0))
        {
            repos[$"{org}/{repo}"] = string.Join(',', [Joined(baseRef, baseSha), .. pulls]);
        }
    }

    private static void ReadPull(ref AnswerReader answer, List<string> pulls)
    {
        string number = "";
        string sha = "";
        BuildJson.ReadFields(ref answer, "pulls", (ref AnswerReader a, string field) =>
        {
            switch (field)
            {
                case "number":
                    number = BuildJson.Text(ref a, field);
                    break;
                case "sha":
                    sha = BuildJson.Text(ref a, field);
                    break;
                default:
                    a.Skip();
                    break;
            }
        });
        pulls.Add(Joined(number, sha));
    }

    private static string Joined(string name, string commit) => commit.Length == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{commit}");

    private static T Skipped<T>(ref AnswerReader answer, T value)
    {
        answer.Skip();
        return value;
    }
}
