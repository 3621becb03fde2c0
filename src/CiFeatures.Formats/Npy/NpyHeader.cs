using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace CiFeatures.Formats.Npy;

/// <summary>The head of an NPY array: element type, order and shape.</summary>
/// <param name="Descr">The element type as NumPy writes it, such as <c>&lt;f8</c>.</param>
/// <param name="IsFortranOrder">Whether the first index runs fastest.</param>
/// <param name="Shape">The length of each dimension; empty for a single value.</param>
internal sealed record NpyHeader(string Descr, bool IsFortranOrder, IReadOnlyList<long> Shape)
{
    private const int MaxHeader = 1 << 20;
    private const int MaxDimensions = 64;

    /// <summary>The number of elements; the dimensions were checked to multiply without overflow.</summary>
    public long Count
    {
        get
        {
            long count = 1;
            foreach (long length in Shape)
            {
                count = checked(count * length);
            }

            return count;
        }
    }

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    public static void Write(Stream stream, string descr, ReadOnlySpan<long> shape)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{'descr': '{descr}', 'fortran_order': False, 'shape': (");
        for (int i = 0; i < shape.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : " ")}{shape[i]}{(i < shape.Length - 1 || shape.Length == 1 ? "," : "")}");
        }

        text.Append("), }");

        // The data begin at a multiple of 64; the head ends with a line feed.
        int length = (10 + text.Length + 1 + 63) / 64 * 64 - 10;
        text.Append(' ', length - text.Length - 1).Append('\n');
        Span<byte> start = [.. Magic, 1, 0, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(start[8..], checked((ushort)length));
        stream.Write(start);
        stream.Write(Encoding.ASCII.GetBytes(text.ToString()));
    }

    public static NpyHeader Read(Stream stream, string place)
    {
        try
        {
            byte[] start = new byte[8];
            stream.ReadExactly(start);
            if (!start.AsSpan(0, 6).SequenceEqual(Magic))
            {
                throw new InvalidDataException("it does not begin with \\x93NUMPY");
            }

            if (start[6] is < 1 or > 3)
            {
                throw FormatErrors.NpyNotRead($"The array is of format version {start[6]}; 1 to 3 are read.", place, "Write it again with numpy.save.");
            }

            byte[] size = new byte[start[6] == 1 ? 2 : 4];
            stream.ReadExactly(size);
            uint length = size.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
            if (length > MaxHeader)
            {
                throw new InvalidDataException($"a head of {length} bytes");
            }

            byte[] text = new byte[(int)length];
            stream.ReadExactly(text);
            return Parse((start[6] == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text), place);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or OverflowException)
        {
            throw FormatErrors.CorruptNpy($"The array's head cannot be read: {exception.Message}.", place, exception);
        }
    }

    private static NpyHeader Parse(string text, string place)
    {
        string? descr = null;
        bool? fortran = null;
        List<long>? shape = null;
        var scanner = new NpyHeaderScanner(text);
        scanner.Expect('{');
        while (!scanner.TryTake('}'))
        {
            string key = scanner.Quoted();
            scanner.Expect(':');
            switch (key)
            {
                case "descr":
                    if (!scanner.IsAtQuote)
                    {
                        throw FormatErrors.NpyNotRead("The array has elements of several fields; only plain elements are read here.", place, "Save each field as an array of its own.");
                    }

                    descr = scanner.Quoted();
                    break;
                case "fortran_order":
                    fortran = scanner.Boolean();
                    break;
                case "shape":
                    shape = scanner.Tuple(MaxDimensions);
                    break;
                default:
                    throw new InvalidDataException($"the key '{key}' is not known");
            }

            if (!scanner.TryTake(','))
            {
                scanner.Expect('}');
                break;
            }
        }

        if (descr is null || fortran is null || shape is null)
        {
            throw new InvalidDataException("descr, fortran_order or shape is missing");
        }

        var header = new NpyHeader(descr, fortran.Value, shape);
        _ = header.Count;
        return header;
    }
}
