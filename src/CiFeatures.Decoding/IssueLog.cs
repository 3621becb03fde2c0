using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding;

/// <summary>Collects what was repaired in one answer; keeps the list short when everything is wrong.</summary>
internal sealed class IssueLog(ICollection<DecodeIssue> issues, JobKey key, int limit)
{
    private long _count;

    /// <summary>The dashboard and job that issues are about; a summary changes it from job to job, empty between them.</summary>
    public JobKey Key { get; set; } = key;

    /// <summary>Which of several answers about the key is being read; empty when there is only one.</summary>
    public string Part { get; set; } = "";

    /// <summary>The key for a person, and the part where there are several.</summary>
    public string Place => (Key.Job.Length == 0 ? Key.Dashboard : Key.ToString()) + (Part.Length == 0 ? "" : $", {Part}");

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
