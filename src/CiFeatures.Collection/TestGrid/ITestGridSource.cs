using CiFeatures.Collection.Harvest;

namespace CiFeatures.Collection.TestGrid;

/// <summary>A way to a TestGrid's grids: what is asked for first; the answers say what next.</summary>
internal interface ITestGridSource
{
    /// <summary>Gets which way it is.</summary>
    TestGridSourceKind Kind { get; }

    /// <summary>Gets the address that all others begin with.</summary>
    Uri Address { get; }

    /// <summary>What is asked for first.</summary>
    IReadOnlyList<Wanted> First();

    /// <summary>The same source with other parts.</summary>
    ITestGridSource With(SourceParts parts);
}
