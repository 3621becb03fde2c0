namespace CiFeatures.Decoding.Api;

/// <summary>A fault of cells of one row: how often, and what the first is. Kept until the row's name is known.</summary>
internal struct ApiCellFault
{
    /// <summary>How many cells have it.</summary>
    public int Count;

    /// <summary>The run of the first.</summary>
    public int FirstRun;

    /// <summary>What the first one has.</summary>
    public string First;

    /// <summary>Counts one.</summary>
    /// <param name="run">The cell's run.</param>
    /// <param name="what">What it has.</param>
    public void Add(int run, string what)
    {
        if (Count++ == 0)
        {
            FirstRun = run;
            First = what;
        }
    }
}
