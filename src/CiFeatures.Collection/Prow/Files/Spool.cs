using System.Security.Cryptography;
using System.Text.Json;
using CiFeatures.Collection.Artifacts.Hashing;

namespace CiFeatures.Collection.Prow.Files;

/// <summary>The stored bytes of a file as far as they have come, with their hashes; on the disk, so that their number does not matter and a kill does not lose them.</summary>
internal sealed class Spool : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private IncrementalHash _md5 = NewMd5();
    private Crc32C _crc;

    private Spool(string path, FileStream file)
    {
        _path = path;
        _file = file;
    }

    /// <summary>Gets how many bytes there are.</summary>
    public long Length { get; private set; }

    /// <summary>Gets what the bytes are of.</summary>
    public SpoolFacts Facts { get; private set; } = new();

    /// <summary>Gets the CRC-32C of the bytes.</summary>
    public uint Crc32C => _crc.Value;

    /// <summary>Gets the MD5 of the bytes, 32 lower-case hexadecimal digits.</summary>
    public string Md5 => Convert.ToHexStringLower(_md5.GetCurrentHash());

    /// <summary>Opens the bytes of a file, with those that an interrupted collection has left.</summary>
    /// <param name="path">Where they are gathered.</param>
    /// <param name="url">What they are of; bytes of something else are of no use.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">The file cannot be made.</exception>
    public static Spool Open(string path, string url)
    {
        try
        {
            SpoolFacts? former = ReadFacts(path);
            var spool = new Spool(path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0));
            if (former is not null && former.Url == url && former.CanGoOn)
            {
                spool.Facts = former;
                spool.Recover();
            }
            else
            {
                spool.Restart(new SpoolFacts { Url = url });
            }

            return spool;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.CannotWrite(path, e);
        }
    }

    /// <summary>Begins at the beginning.</summary>
    /// <param name="facts">What the bytes will be of.</param>
    public void Restart(SpoolFacts facts)
    {
        _file.SetLength(0);
        _md5.Dispose();
        _md5 = NewMd5();
        _crc = default;
        Length = 0;
        Note(facts);
    }

    /// <summary>Keeps what the bytes are of.</summary>
    public void Note(SpoolFacts facts)
    {
        Facts = facts;
        if (facts.CanGoOn)
        {
            File.WriteAllBytes(FactsPath(_path), JsonSerializer.SerializeToUtf8Bytes(facts, SpoolJson.Default.SpoolFacts));
        }
        else
        {
            File.Delete(FactsPath(_path));
        }
    }

    /// <summary>Adds bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _file.Position = Length;
        _file.Write(bytes);
        Length += bytes.Length;
        _crc.Append(bytes);
        _md5.AppendData(bytes);
    }

    /// <summary>Gives the bytes from the first on. The stream does not end the spool.</summary>
    public Stream Read() => new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 64 * 1024, FileOptions.SequentialScan);

    /// <summary>Removes the bytes: they are stored, or not wanted any more.</summary>
    public void Remove()
    {
        Dispose();
        Store.Writing.Quietly.Do(() => File.Delete(_path));
        Store.Writing.Quietly.Do(() => File.Delete(FactsPath(_path)));
    }

    public void Dispose()
    {
        _file.Dispose();
        _md5.Dispose();
    }

    private static IncrementalHash NewMd5() => IncrementalHash.CreateHash(HashAlgorithmName.MD5);

    private static string FactsPath(string path) => Path.ChangeExtension(path, ".facts.part");

    private static SpoolFacts? ReadFacts(string path)
    {
        try
        {
            string facts = FactsPath(path);
            return File.Exists(facts) && new FileInfo(facts).Length < 64 * 1024 ? JsonSerializer.Deserialize(File.ReadAllBytes(facts), SpoolJson.Default.SpoolFacts) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private void Recover()
    {
        byte[] buffer = new byte[64 * 1024];
        _file.Position = 0;
        for (int read; (read = _file.Read(buffer)) > 0; Length += read)
        {
            _crc.Append(buffer.AsSpan(0, read));
            _md5.AppendData(buffer, 0, read);
        }
    }
}
