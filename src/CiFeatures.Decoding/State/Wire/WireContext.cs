using System.Text;
using System.Text.Unicode;
using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding.State.Wire;

/// <summary>What all readers of one object share: limits, the list of issues, the pool of texts, and how much of unknown fields may still be kept.</summary>
/// <param name="issues">Gets what was repaired.</param>
/// <param name="limits">What the object may have.</param>
/// <param name="pool">Gives one string for equal texts; null = not worth it, for a few fields.</param>
internal sealed class WireContext(IssueLog issues, DecodeLimits limits, AsciiPool? pool)
{
    private int[] _numbers = [];
    private double[] _values = [];
    private long _otherBytesLeft = limits.MaxOtherFieldBytes;

    /// <summary>Gets what was repaired.</summary>
    public IssueLog Issues { get; } = issues;

    /// <summary>What the object may have.</summary>
    public DecodeLimits Limits { get; } = limits;

    /// <summary>The row or test that is being read, for issues; empty outside of one.</summary>
    public string Test { get; set; } = "";

    /// <summary>Makes a text of UTF-8. One beyond the limit is cut, bytes that are not UTF-8 become U+FFFD; both are reported.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <param name="place">Where they stand.</param>
    public string Text(ReadOnlySpan<byte> utf8, WirePlace place)
    {
        ReadOnlySpan<byte> kept = utf8;
        if (utf8.Length > Limits.MaxTextBytes)
        {
            kept = Cut(utf8, Limits.MaxTextBytes);
            Issues.Add(
                DecodingCodes.FieldTooLarge, DecodeRepair.Cut, Test, place.ToString(),
                $"A text has {utf8.Length} bytes; the limit is {Limits.MaxTextBytes}.");
        }

        if (pool?.Find(kept) is { } known)
        {
            return known;
        }

        if (!Utf8.IsValid(kept))
        {
            Issues.Add(DecodingCodes.InvalidUtf8, DecodeRepair.Replaced, Test, place.ToString(), "A text has bytes that are not UTF-8; each is U+FFFD now.");
        }

        return Encoding.UTF8.GetString(kept);
    }

    /// <summary>Takes room for an unknown field out of the limit for all of them.</summary>
    /// <param name="length">The field's bytes, its key included.</param>
    /// <param name="place">Where it stands.</param>
    /// <returns>False when there is none left; the first time that is reported.</returns>
    public bool TakeOtherBytes(int length, WirePlace place)
    {
        if (_otherBytesLeft < 0)
        {
            return false;
        }

        _otherBytesLeft -= length;
        if (_otherBytesLeft < 0)
        {
            Issues.Add(
                DecodingCodes.FieldTooLarge, DecodeRepair.Ignored, Test, place.ToString(),
                $"The fields that the reader does not know have more bytes than the limit of {Limits.MaxOtherFieldBytes}; this one and those after it are left out.");
        }

        return _otherBytesLeft >= 0;
    }

    /// <summary>A buffer for numbers of at least a length; the same one each time, so what it holds is valid until the next call only.</summary>
    /// <param name="length">How many numbers; never more than the object has bytes.</param>
    public int[] Numbers(int length)
    {
        if (_numbers.Length < length)
        {
            Array.Resize(ref _numbers, Math.Max(length, _numbers.Length * 2));
        }

        return _numbers;
    }

    /// <summary>A buffer for values of at least a length; the same one each time, so what it holds is valid until the next call only.</summary>
    /// <param name="length">How many values; never more than the object has bytes.</param>
    public double[] Values(int length)
    {
        if (_values.Length < length)
        {
            Array.Resize(ref _values, Math.Max(length, _values.Length * 2));
        }

        return _values;
    }

    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> utf8, int length)
    {
        // Not inside a character: bytes 10xxxxxx continue one, and no character has more than three of them.
        int end = Math.Max(length, 0);
        for (int back = 0; back < 3 && end > 0 && (utf8[end] & 0xC0) == 0x80; back++)
        {
            end--;
        }

        return utf8[..end];
    }
}
