using CiFeatures.Core.Tables;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Tests.Features.Catalog;

public class FeatureTableDefinitionTests
{
    private static FeatureTableDefinition<int> Definition => new(
        "numbers",
        "number",
        new FeatureColumns<int>()
            .Count("value", "things", "The number", n => n)
            .Text("word", "Its name", n => n == 1 ? "one" : null, "when it is not one")
            .Number("inverse_ratio", "ratio", "Its inverse", n => n == 0 ? null : 1.0 / n, "for 0", "a source", "1 / value", version: 2)
            .Flag("even", "Whether it is even", n => n % 2 == 0));

    [Fact]
    public void Compute_Rows_FillsEveryColumnInOrder()
    {
        FeatureTable table = Definition.Compute([0, 1, 2]);

        table.Columns.Select(c => Enumerable.Range(0, 3).Select(c.ValueAt).ToArray()).ShouldBe(
            [[0, 1, 2], [null, "one", null], [null, 1.0, 0.5], [true, false, true]]);
    }

    [Fact]
    public void Compute_NoRows_IsAnEmptyTable()
    {
        Definition.Compute([]).RowCount.ShouldBe(0);
    }

    [Fact]
    public void Schema_NullRule_DecidesWhetherAColumnCanBeNull()
    {
        TableSchema schema = Definition.Schema;

        schema.Columns.Select(c => c.Nullable).ShouldBe([false, true, true, false]);
        schema.Columns[0].NullRule.ShouldBe("never");
        schema.Columns[2].ShouldSatisfyAllConditions(
            c => c.NullRule.ShouldBe("for 0"), c => c.Source.ShouldBe("a source"), c => c.Formula.ShouldBe("1 / value"), c => c.Version.ShouldBe(2));
    }

    [Fact]
    public void Compute_NullWithoutARule_IsRefused()
    {
        var definition = new FeatureTableDefinition<int>("t", "n", new FeatureColumns<int>().Text("word", "Its name", _ => null));

        Should.Throw<InvalidOperationException>(() => definition.Compute([1])).Message.ShouldContain("word");
    }
}
