using CiFeatures.Core.Tables;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Tests.Features.Catalog;

public class FeatureCatalogTests
{
    [Fact]
    public void Tables_Order_IsFixed()
    {
        FeatureCatalog.Tables().Select(t => t.Name).ShouldBe(["dashboards", "jobs", "tests", "runs", "alerts", "cells", "builds", "listings", "events", "junit", "logs"]);
    }

    [Fact]
    public void Tables_WithSnapshotColumn_DifferByThatColumnOnly()
    {
        foreach ((TableSchema with, TableSchema without) in FeatureCatalog.Tables(withSnapshotColumn: true).Zip(FeatureCatalog.Tables()))
        {
            with.Columns[0].Name.ShouldBe("snapshot");
            with.Columns.Skip(1).ShouldBe(without.Columns);
        }
    }

    // Others read these by type as well as by name.
    [Theory]
    [InlineData("runs", "build", ColumnType.Text)]
    [InlineData("runs", "run_index", ColumnType.Int32)]
    [InlineData("runs", "run_time", ColumnType.TimestampMs)]
    [InlineData("runs", "overall_code", ColumnType.Int8)]
    [InlineData("cells", "status", ColumnType.Int8)]
    [InlineData("jobs", "cells", ColumnType.Int64)]
    [InlineData("jobs", "has_table", ColumnType.Boolean)]
    [InlineData("tests", "pass_ratio", ColumnType.Float64)]
    [InlineData("alerts", "first_fail_time", ColumnType.TimestampMs)]
    public void Tables_ColumnsThatOthersRelyOn_KeepTheirType(string table, string column, ColumnType type)
    {
        TableSchema schema = FeatureCatalog.Tables().Single(t => t.Name == table);

        schema.Columns[schema.IndexOf(column)].Type.ShouldBe(type);
    }

    [Fact]
    public void Tables_RatiosAndMeans_HaveAFormulaOrADenominatorInTheirTable()
    {
        foreach (TableSchema table in FeatureCatalog.Tables())
        {
            foreach (ColumnSchema column in table.Columns.Where(c => c.Unit is "ratio" or "%"))
            {
                (column.Formula.Length > 0 || table.Columns.Any(c => c.Meaning.EndsWith("the denominator of " + column.Name, StringComparison.Ordinal)))
                    .ShouldBeTrue($"{table.Name}.{column.Name} does not say its denominator");
            }
        }
    }
}
