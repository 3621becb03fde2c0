using CiFeatures.Collection.Harvest;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.TestGrid.Api;
using CiFeatures.Collection.TestGrid.Legacy;
using CiFeatures.Collection.TestGrid.State;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.TestGrid;

/// <summary>Finds the source: the one that was named, or the first that gives what it is asked for first.</summary>
internal static class SourceChooser
{
    private static readonly TestGridSourceKind[] Order = [TestGridSourceKind.Legacy, TestGridSourceKind.Api, TestGridSourceKind.State];

    /// <summary>Makes the source of a kind.</summary>
    public static ITestGridSource Create(TestGridSourceKind kind, SourceParts parts) => kind switch
    {
        TestGridSourceKind.Legacy => new LegacySource(parts),
        TestGridSourceKind.Api => new ApiSource(parts),
        TestGridSourceKind.State => new StateSource(parts),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Finds the source.</summary>
    /// <param name="parts">What the sources work with; nothing is learnt from the questions that are asked here.</param>
    /// <param name="client">Asks.</param>
    /// <param name="passedOver">Told which source was passed over and why.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <exception cref="CiFeaturesException">No source gives anything; it is the first one's reason.</exception>
    public static async Task<ITestGridSource> FindAsync(SourceParts parts, PoliteClient client, Action<TestGridSourceKind, CiFeaturesException> passedOver, CancellationToken cancellationToken)
    {
        if (parts.Options.Source != TestGridSourceKind.Auto)
        {
            return Create(parts.Options.Source, parts);
        }

        // All are made before one is asked, so that a wrong address is found out first.
        ITestGridSource[] sources = [.. Order.Select(kind => Create(kind, parts))];
        CiFeaturesException? first = null;
        foreach (ITestGridSource source in sources)
        {
            TestGridSourceKind kind = source.Kind;
            ITestGridSource trial = Create(kind, parts with { Findings = new Findings(), Issues = [] });
            if (source.First().Count == 0)
            {
                return source;
            }

            try
            {
                Wanted wanted = trial.First()[0];
                FetchedBody answer = await client.FetchAsync(new FetchRequest(wanted.Url), static _ => ValueTask.CompletedTask, cancellationToken).ConfigureAwait(false);
                ReadOnlyMemory<byte> body = answer.Decode(parts.Options.Http.MaxBodyBytes);
                _ = Harvester.Read(wanted, body);
                return new AskedSource(source, answer);
            }
            catch (CiFeaturesException e) when (e is FetchFailure or UnusableAnswer)
            {
                // A dashboard that is not there is no reason to look elsewhere: the site has answered.
                if (e is FetchFailure { Status: 404, IsOfBudget: false } && parts.Choice.Dashboards.KnownNames is not null && kind == TestGridSourceKind.Legacy)
                {
                    return source;
                }

                passedOver(kind, e);
                first ??= e;
            }
        }

        throw first!;
    }

    /// <summary>A source whose first answer is there already.</summary>
    private sealed class AskedSource(ITestGridSource source, FetchedBody answer) : ITestGridSource
    {
        public TestGridSourceKind Kind => source.Kind;

        public Uri Address => source.Address;

        public ITestGridSource With(SourceParts parts) => new AskedSource(source.With(parts), answer);

        public IReadOnlyList<Wanted> First()
        {
            IReadOnlyList<Wanted> first = source.First();
            return [first[0] with { Answer = answer }, .. first.Skip(1)];
        }
    }
}
