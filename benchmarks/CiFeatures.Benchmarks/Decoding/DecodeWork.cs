using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Benchmarks.Decoding;

/// <summary>JSON answers to grids; an item is a cell.</summary>
internal sealed class DecodeWork(IReadOnlyList<byte[]> answers) : IThroughputWork
{
    public long Bytes { get; } = answers.Sum(a => a.LongLength);

    public long Run()
    {
        List<DecodeIssue> issues = [];
        long cells = 0;
        foreach (byte[] answer in answers)
        {
            cells += TableAnswerReader.Read(answer, new JobKey("", ""), issues).CellCount;
        }

        return cells;
    }
}
