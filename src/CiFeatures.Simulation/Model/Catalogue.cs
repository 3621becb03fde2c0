using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Words;

namespace CiFeatures.Simulation.Model;

/// <summary>The tests of a release that its jobs share. It depends on the seed, the release and the level of oddities, not on the jobs.</summary>
internal sealed class Catalogue
{
    private const int ConformanceTests = 1500;
    private const int SerialTests = 320;
    private const int SuiteTests = 260;
    private const double FragileShare = 0.15;
    private const double FragileFrailty = 5;
    private const double SoundFrailty = (1 - (FragileShare * FragileFrailty)) / (1 - FragileShare);

    public Catalogue(ulong seed, string release, OddityLevel oddities)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var chance = new ChanceStream(StreamKey.Of(seed, "catalogue", release));
        var composer = new TestNameComposer(chance, oddities != OddityLevel.None);
        Conformance = Fill(ConformanceTests, TestGroup.Conformance, () => composer.Conformance(serial: false), names, chance);
        Serial = Fill(SerialTests, TestGroup.Conformance, () => composer.Conformance(serial: true), names, chance);
        Suite = Fill(SuiteTests, TestGroup.Suite, () => composer.SuiteCase(chance.Hits(0.6) ? "e2e" : "informing"), names, chance);
        Monitors = Each(MonitorNames(), TestGroup.Monitor, chance);
        Upgrade = Each(Vocabulary.Operators.Select(name => "Operator upgrade " + name), TestGroup.Upgrade, chance);
        OperatorResults = Each(Vocabulary.Operators.Select(name => "operator conditions " + name), TestGroup.OperatorResult, chance);
        Symptoms = Each(Vocabulary.Symptoms, TestGroup.Symptom, chance);
    }

    public IReadOnlyList<CatalogueTest> Conformance { get; }

    public IReadOnlyList<CatalogueTest> Serial { get; }

    public IReadOnlyList<CatalogueTest> Suite { get; }

    public IReadOnlyList<CatalogueTest> Monitors { get; }

    public IReadOnlyList<CatalogueTest> Upgrade { get; }

    public IReadOnlyList<CatalogueTest> OperatorResults { get; }

    public IReadOnlyList<CatalogueTest> Symptoms { get; }

    private static IEnumerable<string> MonitorNames() =>
        from name in Vocabulary.Operators
        from condition in Vocabulary.OperatorConditions
        select $"[bz-{char.ToUpperInvariant(name[0])}{name[1..]}] clusteroperator/{name} should not change condition/{condition}";

    private static CatalogueTest[] Fill(int count, TestGroup group, Func<string> compose, HashSet<string> names, ChanceStream chance)
    {
        var tests = new List<CatalogueTest>(count);
        while (tests.Count < count)
        {
            string name = compose();
            if (names.Add(name))
            {
                tests.Add(Make(name, group, chance));
            }
        }

        return [.. tests];
    }

    private static CatalogueTest[] Each(IEnumerable<string> names, TestGroup group, ChanceStream chance) => [.. names.Select(name => Make(name, group, chance))];

    private static CatalogueTest Make(string name, TestGroup group, ChanceStream chance) =>
        new(name, group, chance.Hits(FragileShare) ? FragileFrailty : SoundFrailty, chance.NextUnit());
}
