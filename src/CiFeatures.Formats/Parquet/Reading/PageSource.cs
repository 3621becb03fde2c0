using CiFeatures.Formats.Parquet.Encodings;
using CiFeatures.Formats.Parquet.Metadata;
using CiFeatures.Formats.Parquet.Thrift;

namespace CiFeatures.Formats.Parquet.Reading;

/// <summary>Gives the pages of a column chunk one after the other, unpacked.</summary>
internal sealed class PageSource
{
    private const int MaxPage = 1 << 30;
    private const int FirstHeaderWindow = 1024;
    private const int MaxHeader = 1 << 24;

    private readonly Stream _stream;
    private readonly ColumnChunk _chunk;
    private readonly long _end;

    public PageSource(Stream stream, ColumnChunk chunk)
    {
        _stream = stream;
        _chunk = chunk;
        Position = chunk.Start;
        if (chunk.CompressedSize < 0 || Position < 4 || Position > stream.Length || chunk.CompressedSize > stream.Length - Position)
        {
            throw new InvalidDataException($"{chunk.CompressedSize} bytes from byte {Position} on, in a file of {stream.Length}");
        }

        _end = Position + chunk.CompressedSize;
    }

    /// <summary>The byte of the file where the next page begins.</summary>
    public long Position { get; private set; }

    /// <summary>Reads the next page that is not an index page.</summary>
    /// <param name="header">Its head.</param>
    /// <returns>Its bytes as they are in the file, still packed.</returns>
    public ReadOnlyMemory<byte> Next(out PageHeader header)
    {
        do
        {
            header = ReadHeader();
            if (header.CompressedSize > _end - Position || header.UncompressedSize > MaxPage)
            {
                throw new EndOfStreamException($"a page of {header.CompressedSize} bytes ({header.UncompressedSize} unpacked) where the chunk has {_end - Position} left");
            }

            if (header.Kind == PageKind.Index)
            {
                Position += header.CompressedSize;
            }
        }
        while (header.Kind == PageKind.Index);

        byte[] bytes = new byte[header.CompressedSize];
        _stream.Position = Position;
        _stream.ReadExactly(bytes);
        Position += bytes.Length;
        return bytes;
    }

    public ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> bytes, int size) => Compression.Unpack(bytes, _chunk.Codec, size);

    // A head does not say its length; statistics can make it long, so the window grows when the first one is too short.
    private PageHeader ReadHeader()
    {
        for (int window = FirstHeaderWindow; ; window *= 8)
        {
            int length = (int)Math.Min(window, _end - Position);
            byte[] bytes = new byte[length];
            _stream.Position = Position;
            _stream.ReadExactly(bytes);
            var reader = new ThriftReader(bytes);
            try
            {
                PageHeader header = PageHeader.Read(reader);
                Position += reader.Position;
                return header;
            }
            catch (EndOfStreamException) when (length == window && window < MaxHeader)
            {
                // The head goes on behind the window.
            }
        }
    }
}
