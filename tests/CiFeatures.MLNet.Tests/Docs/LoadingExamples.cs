using System.Globalization;
using CiFeatures.Core.Tables;
using CiFeatures.Formats;
using CiFeatures.Formats.DataSets;
using CiFeatures.MLNet.DataFrames;
using Microsoft.Data.Analysis;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace CiFeatures.MLNet.Tests.Docs;

/// <summary>The examples of <c>docs/guide/loading.md</c>. Each region is a block of that page, word for word.</summary>
internal static class LoadingExamples
{
    public static (DataViewSchema Schema, IReadOnlyList<uint> Clusters) Views(string folder)
    {
        #region views
        // Needs the packages CiFeatures.Formats, CiFeatures.MLNet and Microsoft.ML.
        using ITableReader tests = DataSetReader.Open(folder).OpenTable("tests");
        var context = new MLContext(seed: 1);
        IDataView view = context.LoadFromFeatureTables(tests.Schema, tests.Read());

        string[] features = ["filled_ratio", "fail_ratio", "flip_flakiness_pct", "longest_fail_streak"];
        InputOutputColumnPair[] columns = [.. features.Select(name => new InputOutputColumnPair(name))];
        var pipeline = context.Transforms.Conversion.ConvertType(columns, DataKind.Single)
            .Append(context.Transforms.ReplaceMissingValues(columns))
            .Append(context.Transforms.Concatenate("Features", features))
            .Append(context.Transforms.NormalizeMeanVariance("Features"))
            .Append(context.Clustering.Trainers.KMeans("Features", numberOfClusters: 4));
        IDataView scored = pipeline.Fit(view).Transform(view);
        uint[] clusters = [.. scored.GetColumn<uint>("PredictedLabel")];
        #endregion

        return (view.Schema, clusters);
    }

    public static IReadOnlyList<string> TextFile(string folder)
    {
        #region text file
        // Needs the package Microsoft.ML.
        string path = Path.Combine(folder, "tests.csv");
        string[] header = File.ReadLines(path).First().Split(',');
        TextLoader.Column Column(string name, DataKind kind) => new(name, kind, Array.IndexOf(header, name));
        var context = new MLContext(seed: 1);
        IDataView tests = context.Data.LoadFromTextFile(path, new TextLoader.Options
        {
            Separators = [','],
            HasHeader = true,
            AllowQuoting = true,
            ReadMultilines = true,
            MissingRealsAsNaNs = true, // else a null becomes 0
            Columns = [Column("test", DataKind.String), Column("is_stale", DataKind.Boolean), Column("fail_ratio", DataKind.Single)],
        });
        IDataView failing = context.Data.FilterRowsByColumn(tests, "fail_ratio", lowerBound: 0.5);
        string[] names = [.. failing.GetColumn<string>("test")];
        #endregion

        return names;
    }

    public static IReadOnlyDictionary<string, double> Csv(string folder)
    {
        #region data frame from CSV
        // Needs the packages CiFeatures.Formats and Microsoft.Data.Analysis.
        TableSchema schema = DataSetReader.Open(folder).Manifest.Tables.Single(t => t.Schema.Name == "jobs").Schema;
        Type[] types =
        [
            .. schema.Columns.Select(column => column.Type switch
            {
                ColumnType.Boolean => typeof(bool),
                ColumnType.Int8 or ColumnType.Int32 => typeof(int),
                ColumnType.Int64 => typeof(long),
                ColumnType.Float32 or ColumnType.Float64 => typeof(double),
                _ => typeof(string),
            }),
        ];
        DataFrame jobs = DataFrame.LoadCsv(Path.Combine(folder, "jobs.csv"), dataTypes: types, cultureInfo: CultureInfo.InvariantCulture);
        DataFrame totals = jobs.GroupBy("dashboard").Sum("cells_fail", "cells_decided");
        Dictionary<string, double> shares = totals.Rows.ToDictionary(
            row => (string)row["dashboard"],
            row => Convert.ToDouble(row["cells_fail"], CultureInfo.InvariantCulture) / Convert.ToDouble(row["cells_decided"], CultureInfo.InvariantCulture));
        #endregion

        return shares;
    }

    public static DataFrame Frame(string folder)
    {
        #region data frame
        // Needs the packages CiFeatures.Formats, CiFeatures.MLNet and Microsoft.Data.Analysis.
        using ITableReader alerts = DataSetReader.Open(folder).OpenTable("alerts");
        DataFrame frame = alerts.Read().Select(piece => piece.ToDataFrame()).Aggregate((all, piece) => all.Append(piece.Rows));
        DataFrame longest = frame.Filter(frame["source"].ElementwiseEquals("table")).OrderByDescending("fail_count").Head(5);
        #endregion

        return longest;
    }
}
