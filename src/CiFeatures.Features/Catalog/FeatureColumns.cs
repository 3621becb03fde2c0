using CiFeatures.Core.Tables;

namespace CiFeatures.Features.Catalog;

/// <summary>Collects the feature definitions of a table in their fixed order.</summary>
/// <typeparam name="TRow">The context that a row is computed from.</typeparam>
internal sealed class FeatureColumns<TRow>
{
    private readonly List<FeatureColumn<TRow>> _columns = [];

    public IReadOnlyList<FeatureColumn<TRow>> All => _columns;

    public FeatureColumns<TRow> Text(string name, string meaning, Func<TRow, string?> value, string nullRule = "", string source = "", int version = 1) =>
        AddClass(Schema(name, ColumnType.Text, "-", meaning, nullRule, source, "", version), value);

    public FeatureColumns<TRow> Flag(string name, string meaning, Func<TRow, bool?> value, string nullRule = "", string source = "", string formula = "", int version = 1) =>
        AddStruct(Schema(name, ColumnType.Boolean, "-", meaning, nullRule, source, formula, version), value);

    public FeatureColumns<TRow> Code(string name, string meaning, Func<TRow, sbyte?> value, string nullRule = "", string source = "", int version = 1) =>
        AddStruct(Schema(name, ColumnType.Int8, "code", meaning, nullRule, source, "", version), value);

    public FeatureColumns<TRow> Count(string name, string unit, string meaning, Func<TRow, int?> value, string nullRule = "", string source = "", string formula = "", int version = 1) =>
        AddStruct(Schema(name, ColumnType.Int32, unit, meaning, nullRule, source, formula, version), value);

    public FeatureColumns<TRow> LongCount(string name, string unit, string meaning, Func<TRow, long?> value, string nullRule = "", string source = "", string formula = "", int version = 1) =>
        AddStruct(Schema(name, ColumnType.Int64, unit, meaning, nullRule, source, formula, version), value);

    public FeatureColumns<TRow> Number(string name, string unit, string meaning, Func<TRow, double?> value, string nullRule = "", string source = "", string formula = "", int version = 1) =>
        AddStruct(Schema(name, ColumnType.Float64, unit, meaning, nullRule, source, formula, version), value);

    public FeatureColumns<TRow> Time(string name, string meaning, Func<TRow, long?> value, string nullRule = "", string source = "", int version = 1) =>
        AddStruct(Schema(name, ColumnType.TimestampMs, "UTC", meaning, nullRule, source, "", version), value);

    // A column can be null exactly when it states a rule for it.
    private static ColumnSchema Schema(string name, ColumnType type, string unit, string meaning, string nullRule, string source, string formula, int version) => new()
    {
        Name = name,
        Type = type,
        Unit = unit,
        Meaning = meaning,
        Nullable = nullRule.Length > 0,
        NullRule = nullRule.Length > 0 ? nullRule : "never",
        Source = source,
        Formula = formula,
        Version = version,
    };

    private FeatureColumns<TRow> AddStruct<T>(ColumnSchema schema, Func<TRow, T?> value)
        where T : struct
    {
        _columns.Add(new FeatureColumn<TRow>(schema, (rows, column) =>
        {
            var typed = (ColumnBuilder<T>)column;
            foreach (TRow row in rows)
            {
                if (value(row) is { } present)
                {
                    typed.Append(present);
                }
                else
                {
                    typed.AppendNull();
                }
            }
        }));
        return this;
    }

    private FeatureColumns<TRow> AddClass(ColumnSchema schema, Func<TRow, string?> value)
    {
        _columns.Add(new FeatureColumn<TRow>(schema, (rows, column) =>
        {
            var typed = (ColumnBuilder<string>)column;
            foreach (TRow row in rows)
            {
                if (value(row) is { } present)
                {
                    typed.Append(present);
                }
                else
                {
                    typed.AppendNull();
                }
            }
        }));
        return this;
    }
}
