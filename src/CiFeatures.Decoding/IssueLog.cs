using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding;

/// <summary>Collects what was repaired in one answer; keeps the list short when everything is wrong.</summary>
internal sealed class IssueLog(ICollection<DecodeIssue> issues, JobKey key, int limit)
{
    private long _count;

    /// <summary>The dashboard and job that issues are about; a summary changes it from job to job, empty between them.</summary>
    public JobKey Key { get; set; } = key;

    /// <summary>The key for a person.</summary>
    public string Place => Key.Job.Length == 0 ? Key.Dashboard : Key.ToString();

    public void Add(string code, DecodeRepair repair, string test, string position, string message)
    {
        _count++;
        if (_count <= limit)
        {
            issues.Add(new(code, repair, Key.Dashboard, Key.Job, test, position, message));
        }
    }

    /// <summary>Says how many issues are not listed, if any. Call once, at the end.</summary>
    public void Complete()
    {
        if (_count > limit)
        {
            issues.Add(new(DecodingCodes.MoreIssues, DecodeRepair.Noted, Key.Dashboard, Key.Job, "", "end of answer", $"And {_count - limit} more issues that are not listed."));
        }
    }
}
