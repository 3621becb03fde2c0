using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace CiFeatures.Formats.Npy;

/// <summary>Writes arrays in NPY format version 1.0, little-endian, in C order.</summary>
public static class NpyWriter
{
    /// <summary>Writes an array of numbers or booleans.</summary>
    /// <typeparam name="T">bool, sbyte, byte, short, ushort, int, uint, long, ulong, float or double.</typeparam>
    /// <param name="stream">Where to.</param>
    /// <param name="values">The elements, the last index running fastest.</param>
    /// <param name="shape">The length of each dimension; their product is the number of elements.</param>
    /// <exception cref="ArgumentException">The shape does not fit, or the type has no NPY form.</exception>
    public static void Write<T>(Stream stream, ReadOnlySpan<T> values, ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        CheckShape(values.Length, shape);
        NpyHeader.Write(stream, Descr(typeof(T)), shape);

        // The machines this runs on are little-endian, as the files are.
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(values);
        stream.Write(bytes);
    }

    /// <summary>Writes an array of points in time as <c>&lt;M8[ms]</c>.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="millis">Milliseconds since 1970 UTC; <see cref="long.MinValue"/> is NaT.</param>
    /// <param name="shape">The length of each dimension.</param>
    public static void WriteTimestamps(Stream stream, ReadOnlySpan<long> millis, ReadOnlySpan<long> shape)
    {
        CheckShape(millis.Length, shape);
        NpyHeader.Write(stream, "<M8[ms]", shape);
        stream.Write(MemoryMarshal.AsBytes(millis));
    }

    /// <summary>Writes an array of texts as <c>&lt;U</c> of the longest. NumPy drops zero characters at the end of a text.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="values">The texts.</param>
    /// <param name="shape">The length of each dimension.</param>
    public static void WriteTexts(Stream stream, IReadOnlyList<string> values, ReadOnlySpan<long> shape)
    {
        CheckShape(values.Count, shape);
        int longest = 1;
        foreach (string value in values)
        {
            longest = Math.Max(longest, RuneCount(value));
        }

        NpyHeader.Write(stream, System.FormattableString.Invariant($"<U{longest}"), shape);
        byte[] element = new byte[4 * longest];
        foreach (string value in values)
        {
            element.AsSpan().Clear();
            int at = 0;
            foreach (Rune rune in value.EnumerateRunes())
            {
                BinaryPrimitives.WriteInt32LittleEndian(element.AsSpan(at), rune.Value);
                at += 4;
            }

            stream.Write(element);
        }
    }

    internal static string Descr(Type type) =>
        type == typeof(bool) ? "|b1" :
        type == typeof(sbyte) ? "|i1" :
        type == typeof(byte) ? "|u1" :
        type == typeof(short) ? "<i2" :
        type == typeof(ushort) ? "<u2" :
        type == typeof(int) ? "<i4" :
        type == typeof(uint) ? "<u4" :
        type == typeof(long) ? "<i8" :
        type == typeof(ulong) ? "<u8" :
        type == typeof(float) ? "<f4" :
        type == typeof(double) ? "<f8" :
        throw new ArgumentException($"{type.Name} has no NPY form.");

    private static int RuneCount(string value)
    {
        int count = 0;
        foreach (Rune _ in value.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private static void CheckShape(long count, ReadOnlySpan<long> shape)
    {
        long product = 1;
        foreach (long length in shape)
        {
            product = checked(product * length);
        }

        if (product != count)
        {
            throw new ArgumentException($"{count} elements do not fill the shape ({string.Join(", ", shape.ToArray())}).", nameof(shape));
        }
    }
}
