using CiFeatures.Core.Errors;

namespace CiFeatures.Formats.Npy;

/// <summary>Reads NPY files, format versions 1 to 3, in C or Fortran order and either byte order. Python objects are never loaded.</summary>
public static class NpyReader
{
    /// <summary>Reads an array whole.</summary>
    /// <param name="stream">The file, at its start.</param>
    /// <param name="place">The file's name for errors.</param>
    /// <param name="maxBytes">The most bytes that the elements may have; what the head claims is checked against it before memory is taken. A stream that can seek is never read beyond its length.</param>
    /// <exception cref="CiFeaturesException">Damaged (CIF1403), or of a type that is not read (CIF1404).</exception>
    public static NpyArray Read(Stream stream, string place, long maxBytes = long.MaxValue)
    {
        NpyHeader header = NpyHeader.Read(stream, place);
        NpyElements elements = NpyElements.For(header.Descr, place);
        long available = stream.CanSeek ? Math.Min(maxBytes, stream.Length - stream.Position) : maxBytes;
        CheckSize(header, elements, available, place);
        try
        {
            Array values = elements.Read(stream, (int)header.Count);
            if (header.IsFortranOrder && header.Shape.Count > 1)
            {
                values = elements.ToCOrder(values, header.Shape);
            }

            return new NpyArray(elements.Type, header.Shape, values);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or OverflowException or ArgumentException)
        {
            throw FormatErrors.CorruptNpy($"The elements cannot be read: {exception.Message}", place, exception);
        }
    }

    internal static void CheckSize(NpyHeader header, NpyElements elements, long available, string place)
    {
        Int128 bytes = (Int128)header.Count * elements.Size;

        // Empty texts take no bytes, so their number is bounded by itself.
        if (bytes > available || header.Count > Array.MaxLength || (elements.Size == 0 && header.Count > 1 << 20))
        {
            throw FormatErrors.CorruptNpy($"The head says {header.Count} elements of {elements.Size} bytes, {available} bytes are there or allowed.", place);
        }
    }
}
