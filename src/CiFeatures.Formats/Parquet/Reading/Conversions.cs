using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace CiFeatures.Formats.Parquet.Reading;

/// <summary>What physical values stand for. A value that the column type cannot hold is an error, never another value.</summary>
internal static class Conversions
{
    private const long MillisPerDay = 86_400_000;
    private const int JulianDayOfUnixEpoch = 2_440_588;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static sbyte ToInt8(int value) =>
        value is >= sbyte.MinValue and <= sbyte.MaxValue ? (sbyte)value : throw new InvalidDataException($"{value} in a column of 8 bits");

    /// <summary>Cuts to the bits that the annotation names; writers may leave anything above them.</summary>
    public static Func<int, int> ToUnsigned(int bits) => value => value & (1 << bits) - 1;

    public static long UInt32ToInt64(int value) => unchecked((uint)value);

    public static long UInt64ToInt64(long value) =>
        value >= 0 ? value : throw new InvalidDataException($"{unchecked((ulong)value)} does not fit a signed number of 64 bits; write the column as text or as a floating point number");

    public static long DaysToMillis(int days) => days * MillisPerDay;

    /// <summary>Rounds down, so that times before 1970 do not jump forward.</summary>
    public static long MicrosToMillis(long micros) => FloorDivide(micros, 1000);

    public static long NanosToMillis(long nanos) => FloorDivide(nanos, 1_000_000);

    public static long Int96ToMillis(Int96 value) =>
        checked(((long)value.JulianDay - JulianDayOfUnixEpoch) * MillisPerDay + FloorDivide(value.NanosOfDay, 1_000_000));

    public static Func<int, double> ScaledInt32(int scale) => value => (double)value / Math.Pow(10, scale);

    public static Func<long, double> ScaledInt64(int scale) => value => (double)value / Math.Pow(10, scale);

    public static Func<ReadOnlyMemory<byte>, double> ScaledBytes(int scale) => bytes =>
        (double)new BigInteger(bytes.Span, isUnsigned: false, isBigEndian: true) / Math.Pow(10, scale);

    public static string Utf8(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes.Span);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException("a text is not UTF-8", exception);
        }
    }

    public static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(bytes.Span);

    public static string Uuid(ReadOnlyMemory<byte> bytes) => new Guid(bytes.Span, bigEndian: true).ToString("D");

    public static float Float16(ReadOnlyMemory<byte> bytes) => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes.Span);

    private static long FloorDivide(long value, long by) => value / by - (value % by < 0 ? 1 : 0);
}
