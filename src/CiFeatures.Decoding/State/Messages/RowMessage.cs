using CiFeatures.Decoding.Json;
using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>A test (row) of a grid. Nearly all bytes of an object are in its rows, so it has code of its own.</summary>
internal sealed class RowMessage : WireMessage
{
    private const uint NameText = (1 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint IdText = (2 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint ResultsPacked = (3 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint ResultsSingle = (3 << WireKeys.TypeBits) | (int)WireType.Varint;
    private const uint CellIdText = (4 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint MessageText = (5 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint ReservedFrom = 6 << WireKeys.TypeBits;
    private const uint ReservedTo = ReservedFrom + 7;
    private const uint MetricName = (7 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint MetricValues = (8 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint IconText = (9 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint IssueText = (10 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint Alert = (11 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint UserPropertyText = (12 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint CellProperties = (13 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint KnownBelow = 14 << WireKeys.TypeBits;

    private Growing<int> _results;
    private Growing<MetricMessage> _metrics;
    private Growing<PropertyMessage> _properties;

    public string Name { get; set; } = "";

    public string Id { get; set; } = "";

    /// <summary>Flat pairs (status, count).</summary>
    public ref Growing<int> Results => ref _results;

    public SparseTexts CellIds { get; } = new();

    public SparseTexts Messages { get; } = new();

    /// <summary>Names of those metrics that have none of their own, by position.</summary>
    public List<string> MetricNames { get; } = [];

    public ref Growing<MetricMessage> Metrics => ref _metrics;

    public SparseTexts Icons { get; } = new();

    public List<string> Issues { get; } = [];

    public AlertInfoMessage? AlertInfo { get; set; }

    public SparseTexts UserProperties { get; } = new();

    public ref Growing<PropertyMessage> Properties => ref _properties;

    public static RowMessage Read(ref WireReader reader)
    {
        RowMessage row = new();
        while (reader.TryKey(out uint key))
        {
            switch (key)
            {
                case NameText:
                    row.Name = reader.Text();
                    reader.Context.Test = row.Name;
                    break;
                case ResultsPacked:
                    reader.PackedInt32s(ref row._results);
                    break;
                case ResultsSingle:
                    row._results.Add(reader.Int32());
                    break;
                case MessageText:
                    row.Messages.Add(reader.Text());
                    break;
                case IconText:
                    row.Icons.Add(reader.Text());
                    break;
                case CellIdText:
                    row.CellIds.Add(reader.Text());
                    break;
                case UserPropertyText:
                    row.UserProperties.Add(reader.Text());
                    break;
                default:
                    row.ReadRare(ref reader, key);
                    break;
            }
        }

        reader.Context.Test = "";
        return row;
    }

    public void Write(int number, WireWriter writer)
    {
        int start = writer.Begin(number);
        writer.Text(1, Name);
        writer.Text(2, Id);
        writer.PackedInt32s(3, _results.Items);
        writer.Texts(4, CellIds);
        writer.Texts(5, Messages);
        writer.Texts(7, MetricNames);
        foreach (MetricMessage metric in _metrics.Items)
        {
            metric.Write(8, writer);
        }

        writer.Texts(9, Icons);
        writer.Texts(10, Issues);
        if (AlertInfo is { } alert)
        {
            AlertInfoMessage.Shape.WriteInner(11, alert, writer);
        }

        writer.Texts(12, UserProperties);
        foreach (PropertyMessage property in _properties.Items)
        {
            PropertyMessage.Shape.WriteInner(13, property, writer);
        }

        writer.Unknown(Unknown);
        writer.End(start);
    }

    private void ReadRare(ref WireReader reader, uint key)
    {
        switch (key)
        {
            case IdText:
                Id = reader.Text();
                break;
            case MetricName:
                MetricNames.Add(reader.Text());
                break;
            case MetricValues:
                WireReader metric = reader.Inner("Metric");
                _metrics.Add(MetricMessage.Read(ref metric));
                break;
            case IssueText:
                Issues.Add(reader.Text());
                break;
            case Alert:
                WireReader alert = reader.Inner(AlertInfoMessage.Shape.Name);
                AlertInfoMessage.Shape.Read(AlertInfo ??= new(), ref alert);
                break;
            case CellProperties:
                PropertyMessage property = new();
                WireReader entries = reader.Inner(PropertyMessage.Shape.Name);
                PropertyMessage.Shape.Read(property, ref entries);
                _properties.Add(property);
                break;
            case >= ReservedFrom and <= ReservedTo:
                reader.Keep(key, ref Unknown);
                break;
            case < KnownBelow:
                reader.KeepWrong(key, ref Unknown);
                break;
            default:
                reader.Keep(key, ref Unknown);
                break;
        }
    }
}
