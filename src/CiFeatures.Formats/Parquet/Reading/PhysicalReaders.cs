using System.Runtime.InteropServices;
using CiFeatures.Formats.Parquet.Encodings;
using CiFeatures.Formats.Parquet.Metadata;

namespace CiFeatures.Formats.Parquet.Reading;

/// <summary>An old timestamp: nanoseconds of the day, then the Julian day.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct Int96(long NanosOfDay, int JulianDay);

/// <summary>The readers of each physical type by encoding; null where an encoding does not go with a type.</summary>
internal static class PhysicalReaders
{
    public static ValueReader<bool>? Booleans(ReadOnlyMemory<byte> bytes, PageEncoding encoding) => encoding switch
    {
        PageEncoding.Plain => new PlainBooleanReader(bytes),
        PageEncoding.Rle => new RleBooleanReader(bytes),
        _ => null,
    };

    public static ValueReader<int>? Int32s(ReadOnlyMemory<byte> bytes, PageEncoding encoding) => encoding switch
    {
        PageEncoding.Plain => new PlainReader<int>(bytes),
        PageEncoding.DeltaBinaryPacked => new DeltaInt32Reader(bytes),
        PageEncoding.ByteStreamSplit => new ByteStreamSplitReader<int>(bytes),
        _ => null,
    };

    public static ValueReader<long>? Int64s(ReadOnlyMemory<byte> bytes, PageEncoding encoding) => encoding switch
    {
        PageEncoding.Plain => new PlainReader<long>(bytes),
        PageEncoding.DeltaBinaryPacked => new DeltaInt64Reader(bytes),
        PageEncoding.ByteStreamSplit => new ByteStreamSplitReader<long>(bytes),
        _ => null,
    };

    public static ValueReader<Int96>? Int96s(ReadOnlyMemory<byte> bytes, PageEncoding encoding) =>
        encoding == PageEncoding.Plain ? new PlainReader<Int96>(bytes) : null;

    public static ValueReader<T>? Floats<T>(ReadOnlyMemory<byte> bytes, PageEncoding encoding)
        where T : unmanaged => encoding switch
        {
            PageEncoding.Plain => new PlainReader<T>(bytes),
            PageEncoding.ByteStreamSplit => new ByteStreamSplitReader<T>(bytes),
            _ => null,
        };

    public static ValueReader<ReadOnlyMemory<byte>>? Bytes(ReadOnlyMemory<byte> bytes, PageEncoding encoding) => encoding switch
    {
        PageEncoding.Plain => new PlainBytesReader(bytes),
        PageEncoding.DeltaLengthByteArray => new DeltaLengthBytesReader(bytes),
        PageEncoding.DeltaByteArray => new DeltaBytesReader(bytes),
        _ => null,
    };

    public static Func<ReadOnlyMemory<byte>, PageEncoding, ValueReader<ReadOnlyMemory<byte>>?> FixedBytes(int width) => (bytes, encoding) => encoding switch
    {
        PageEncoding.Plain => new FixedBytesReader(bytes, width),
        PageEncoding.ByteStreamSplit => new SplitFixedBytesReader(bytes, width),
        PageEncoding.DeltaByteArray => new DeltaBytesReader(bytes),
        _ => null,
    };
}
