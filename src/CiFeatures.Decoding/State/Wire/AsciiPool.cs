using System.Text;

namespace CiFeatures.Decoding.State.Wire;

/// <summary>Gives one string for all equal ASCII texts of an object, so that messages, icons and ids that repeat cost memory once.</summary>
/// <remarks>
/// Only ASCII, because such a text can be compared with its bytes directly. The hash is seeded for each process, so an object cannot be built to
/// collide. The table has a fixed number of places and a newer text takes the place of an older one: repeated texts stand near each other.
/// </remarks>
internal sealed class AsciiPool
{
    private const int Places = 1 << 10;
    private const int LongestPooled = 512;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>The text of bytes.</summary>
    /// <param name="utf8">The bytes.</param>
    /// <returns>Null when they are not ASCII or too long to be repeated.</returns>
    public string? Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > LongestPooled || !Ascii.IsValid(utf8))
        {
            return null;
        }

        HashCode hash = default;
        hash.AddBytes(utf8);
        ref string? place = ref _texts[hash.ToHashCode() & (Places - 1)];
        if (place is null || place.Length != utf8.Length || !Ascii.Equals(utf8, place))
        {
            place = Encoding.ASCII.GetString(utf8);
        }

        return place;
    }
}
