using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Decoding.Api;

/// <summary>The rows of a rows answer as read.</summary>
internal sealed class ApiRows
{
    public List<ApiRowDraft> Rows { get; } = [];

    /// <summary>The cells of all rows as runs.</summary>
    public RunBuffer Runs { get; } = new();

    public void Clear()
    {
        Rows.Clear();
        Runs.Clear();
    }
}
