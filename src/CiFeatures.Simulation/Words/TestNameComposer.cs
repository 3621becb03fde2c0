using System.Text;
using CiFeatures.Simulation.Chance;
using CiFeatures.Simulation.Measured;

namespace CiFeatures.Simulation.Words;

/// <summary>Composes names of tests in the shapes of recorded ones: group tag, features, a sentence, suite tags.</summary>
internal sealed class TestNameComposer(ChanceStream chance, bool oddities)
{
    private readonly double _groupWeight = Vocabulary.Groups.Sum(group => group.Weight);

    /// <summary>A conformance test without the suite prefix; length 60 to about 300.</summary>
    public string Conformance(bool serial)
    {
        string group = DrawGroup();
        var name = new StringBuilder().Append('[').Append(group).Append(']');
        if (chance.Hits(0.2))
        {
            name.Append("[Feature:").Append(chance.Pick(Vocabulary.Features)).Append(']');
        }

        name.Append(' ');
        if (group == "sig-storage" && chance.Hits(0.62))
        {
            AppendVolumes(name);
        }
        else
        {
            name.Append(chance.Pick(Vocabulary.Subjects));
        }

        // Two blanks in a row come from the way nested descriptions are joined.
        name.Append(oddities && chance.Hits(RowMeasures.DoubleBlanks) ? "  " : " ");
        name.Append("should ").Append(chance.Pick(Vocabulary.Verbs)).Append(' ').Append(chance.Pick(Vocabulary.Objects));
        if (chance.Hits(0.6))
        {
            name.Append(' ').Append(chance.Pick(Vocabulary.Conditions));
        }

        AppendTags(name, serial);
        return name.ToString();
    }

    public string SuiteCase(string suite) =>
        $"[Suite: {suite}] {chance.Pick(Vocabulary.Subjects)} should {chance.Pick(Vocabulary.Verbs)} {chance.Pick(Vocabulary.Objects)} {chance.Pick(Vocabulary.Conditions)}";

    private string DrawGroup()
    {
        double place = chance.NextBetween(0, _groupWeight);
        foreach ((string tag, double weight) in Vocabulary.Groups)
        {
            place -= weight;
            if (place < 0)
            {
                return tag;
            }
        }

        return Vocabulary.Groups[0].Tag;
    }

    private void AppendVolumes(StringBuilder name) =>
        name.Append(chance.Pick(Vocabulary.VolumeSubjects))
            .Append(" [Driver: ").Append(chance.Pick(Vocabulary.Drivers))
            .Append("] [Testpattern: ").Append(chance.Pick(Vocabulary.Patterns)).Append("] ")
            .Append(chance.Pick(Vocabulary.VolumeAspects));

    private void AppendTags(StringBuilder name, bool serial)
    {
        if (chance.Hits(0.16))
        {
            name.Append(" [LinuxOnly]");
        }

        if (chance.Hits(0.12))
        {
            name.Append(" [NodeConformance]");
        }

        bool conformance = chance.Hits(0.28);
        if (conformance)
        {
            name.Append(" [Conformance]");
        }

        if (chance.Hits(0.08))
        {
            name.Append(" [Skipped:Disconnected]");
        }

        name.Append(serial ? " [Serial] [Suite:openshift/conformance/serial" : " [Suite:openshift/conformance/parallel")
            .Append(conformance ? "/minimal]" : "]");
        if (chance.Hits(0.7))
        {
            name.Append(" [Suite:k8s]");
        }
    }
}
