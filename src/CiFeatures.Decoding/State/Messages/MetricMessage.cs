using CiFeatures.Core.Grids;
using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State.Messages;

/// <summary>A metric of a row in sparse code (see <see cref="SparseCode"/>). Rows may have one for each test, so it has code of its own.</summary>
internal sealed class MetricMessage : WireMessage
{
    private const uint NameText = (1 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint IndicesPacked = (2 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint IndicesSingle = (2 << WireKeys.TypeBits) | (int)WireType.Varint;
    private const uint ValuesPacked = (3 << WireKeys.TypeBits) | (int)WireType.Bytes;
    private const uint ValuesSingle = (3 << WireKeys.TypeBits) | (int)WireType.Fixed64;

    private Growing<int> _indices;
    private Growing<double> _values;

    public string Name { get; set; } = "";

    /// <summary>Pairs (first column, number of columns).</summary>
    public ref Growing<int> Indices => ref _indices;

    /// <summary>The values of all filled columns.</summary>
    public ref Growing<double> Values => ref _values;

    public static MetricMessage Read(ref WireReader reader)
    {
        MetricMessage metric = new();
        while (reader.TryKey(out uint key))
        {
            switch (key)
            {
                case NameText:
                    metric.Name = reader.Text();
                    break;
                case IndicesPacked:
                    reader.PackedInt32s(ref metric._indices);
                    break;
                case IndicesSingle:
                    metric._indices.Add(reader.Int32());
                    break;
                case ValuesPacked:
                    reader.PackedDoubles(ref metric._values);
                    break;
                case ValuesSingle:
                    metric._values.Add(reader.Double());
                    break;
                case < (4 << WireKeys.TypeBits):
                    reader.KeepWrong(key, ref metric.Unknown);
                    break;
                default:
                    reader.Keep(key, ref metric.Unknown);
                    break;
            }
        }

        return metric;
    }

    public void Write(int number, WireWriter writer)
    {
        int start = writer.Begin(number);
        writer.Text(1, Name);
        writer.PackedInt32s(2, _indices.Items);
        writer.PackedDoubles(3, _values.Items);
        writer.Unknown(Unknown);
        writer.End(start);
    }
}
