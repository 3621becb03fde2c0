using CiFeatures.Core.Tables;

namespace CiFeatures.Formats.Npy;

/// <summary>How one array of an NPZ file becomes columns.</summary>
internal sealed class NpzArrayPlan
{
    private NpzArrayPlan(string name, NpyHeader header, NpyElements elements, string[]? categories)
    {
        Name = name;
        Header = header;
        Elements = elements;
        Categories = categories;
    }

    public string Name { get; }

    public NpyHeader Header { get; }

    public NpyElements Elements { get; }

    /// <summary>The texts that the numbers stand for; null where they stand for themselves.</summary>
    public string[]? Categories { get; }

    public long Rows => Header.Shape[0];

    public long Width => Header.Shape.Count == 1 ? 1 : Header.Shape[1];

    public IEnumerable<ColumnSchema> Columns => Enumerable.Range(0, (int)Width).Select(i => new ColumnSchema
    {
        Name = Header.Shape.Count == 1 ? Name : System.FormattableString.Invariant($"{Name}_{i}"),
        Type = ColumnTypeOf(),
        Nullable = Categories is not null || Elements.Type == NpyElementType.TimestampMs,
        NullRule = "as in the file",
    });

    public static NpzArrayPlan Open(NpzReader archive, string name, bool hasCategories)
    {
        string place = archive.PlaceOf(name);
        using Stream entry = archive.Open(name, out long most);
        NpyHeader header = archive.Guard(name, () => NpyHeader.Read(entry, place));
        NpyElements elements = NpyElements.For(header.Descr, place);
        NpyReader.CheckSize(header, elements, most, place);
        if (header.Shape.Count is not (1 or 2))
        {
            throw FormatErrors.NpyNotRead($"The array has {header.Shape.Count} dimensions; a table is made of arrays with one or two.", place, "Read it as an array, or save its slices.");
        }

        string[]? categories = null;
        if (hasCategories && header.Shape.Count == 1 && elements.Type == NpyElementType.Int32)
        {
            NpyArray texts = archive.Read(NpzColumnSpool.CategoriesOf(name));
            categories = texts.ElementType == NpyElementType.Text ? texts.Values<string>() : throw FormatErrors.CorruptNpy("The categories are not texts.", place);
        }

        return new NpzArrayPlan(name, header, elements, categories);
    }

    private ColumnType ColumnTypeOf() => Elements.Type switch
    {
        _ when Categories is not null => ColumnType.Text,
        NpyElementType.Boolean => ColumnType.Boolean,
        NpyElementType.Int8 => ColumnType.Int8,
        NpyElementType.Int16 or NpyElementType.UInt8 or NpyElementType.UInt16 or NpyElementType.Int32 => ColumnType.Int32,
        NpyElementType.UInt32 or NpyElementType.Int64 or NpyElementType.UInt64 => ColumnType.Int64,
        NpyElementType.Float32 => ColumnType.Float32,
        NpyElementType.Float64 => ColumnType.Float64,
        NpyElementType.Text => ColumnType.Text,
        _ => ColumnType.TimestampMs,
    };
}
