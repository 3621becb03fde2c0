namespace CiFeatures.Simulation.Model;

/// <summary>What is odd about one job's answers.</summary>
internal sealed record JobOddities
{
    /// <summary>The answer has no columns and no rows, and says that results are stale.</summary>
    public bool EmptyAnswer { get; init; }

    /// <summary>In an empty answer, <c>tests</c> is null instead of an empty list.</summary>
    public bool NullTests { get; init; }

    /// <summary>The job is in the summary only.</summary>
    public bool NoTable { get; init; }

    /// <summary>Builds have one to five digits instead of nineteen.</summary>
    public bool ShortIds { get; init; }

    /// <summary>0 = the usual headers; others are variants.</summary>
    public int HeaderVariant { get; init; }

    /// <summary>A row says that the answer was cut.</summary>
    public bool TruncatedRow { get; init; }

    /// <summary>Lists that are usually empty are null.</summary>
    public bool NullLists { get; init; }

    /// <summary>Rare things are made certain.</summary>
    public bool Forced { get; init; }

    /// <summary>Nothing rare happens.</summary>
    public bool Regular { get; init; }

    public string Words()
    {
        var words = new List<string>();
        Add(EmptyAnswer, "empty-answer");
        Add(NullTests, "null-tests");
        Add(NoTable, "no-table");
        Add(ShortIds, "short-ids");
        Add(HeaderVariant != 0, "header-variant");
        Add(TruncatedRow, "truncated-row");
        Add(NullLists, "null-lists");
        return string.Join(' ', words);

        void Add(bool holds, string word)
        {
            if (holds)
            {
                words.Add(word);
            }
        }
    }
}
