using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.TableAnswers;

/// <summary>Notes when an answer seems to be another job's.</summary>
/// <remarks>
/// Compared are the last part of <c>query</c> and <c>test-group-name</c> with the job's name, all of them in TestGrid's
/// normalised form (lower case, letters and digits only). It is a note and not an error: a dashboard may call a job as it likes. The note
/// comes only when neither of the two fits.
/// </remarks>
internal static class WrongJob
{
    public static void Check(GridInfo info, IssueLog issues)
    {
        string query = (info.Query.ValueOrDefault() ?? "").TrimEnd('/');
        string fromQuery = Normalise(query[(query.LastIndexOf('/') + 1)..]);
        string fromGroup = Normalise(info.TestGroupName.ValueOrDefault() ?? "");
        string job = Normalise(issues.Key.Job);
        bool says = fromQuery.Length > 0 || fromGroup.Length > 0;
        if (says && job.Length > 0 && fromQuery != job && fromGroup != job)
        {
            issues.Add(
                DecodingCodes.OtherJob, DecodeRepair.Noted, "", "query",
                $"The answer speaks of \"{info.Query.ValueOr("")}\" and of the test group \"{info.TestGroupName.ValueOr("")}\".");
        }
    }

    private static string Normalise(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
}
