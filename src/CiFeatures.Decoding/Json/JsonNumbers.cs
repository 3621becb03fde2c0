using System.Text.Json;

namespace CiFeatures.Decoding.Json;

/// <summary>Reads numbers as the answers of all years write them: whole, with a fraction, with an exponent.</summary>
internal static class JsonNumbers
{
    /// <summary>Reads a whole number; one with a fraction of zero (<c>3.0</c>, <c>1e3</c>) is whole. What is beyond int32 becomes its nearest end.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="value">The number.</param>
    /// <returns>False when the value is not a whole number.</returns>
    public static bool TryWhole(ref readonly Utf8JsonReader reader, out int value)
    {
        if (TryInt32(in reader, out value))
        {
            return true;
        }

        if (reader.TokenType != JsonTokenType.Number)
        {
            return false;
        }

        // What is too large for a double comes as infinity, which is whole: a huge count is to be cut, not to be misunderstood.
        if (!reader.TryGetDouble(out double number) || Math.Floor(number) != number)
        {
            return false;
        }

        value = (int)Math.Clamp(number, int.MinValue, int.MaxValue);
        return true;
    }

    /// <summary>Reads a whole number that an int32 holds; one with a fraction of zero (<c>3.0</c>, <c>1e3</c>) is whole.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="value">The number; 0 when there is none.</param>
    /// <returns>False when the value is not a number, not whole, or beyond int32.</returns>
    public static bool TryInt32(ref readonly Utf8JsonReader reader, out int value)
    {
        value = 0;
        if (reader.TokenType != JsonTokenType.Number)
        {
            return false;
        }

        if (reader.TryGetInt32(out value))
        {
            return true;
        }

        if (!reader.TryGetDouble(out double number) || Math.Floor(number) != number || number is < int.MinValue or > int.MaxValue)
        {
            return false;
        }

        value = (int)number;
        return true;
    }
}
