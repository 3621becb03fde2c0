using System.Security.Cryptography;
using CiFeatures.Core.Errors;

namespace CiFeatures.Formats.DataSets;

/// <summary>Opens a data set folder and its tables.</summary>
public sealed class DataSetReader
{
    private DataSetReader(string folder, DataSetManifest manifest)
    {
        Folder = folder;
        Manifest = manifest;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>What the manifest says.</summary>
    public DataSetManifest Manifest { get; }

    /// <summary>Opens a data set.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="verify">Whether to read all files and compare their hashes with the manifest, see <see cref="Verify"/>.</param>
    /// <exception cref="CiFeaturesException">Not a data set (CIF1408), written by a newer version (CIF1409), or changed (CIF1410).</exception>
    public static DataSetReader Open(string folder, bool verify = false)
    {
        var reader = new DataSetReader(folder, ManifestReader.Read(Path.Combine(folder, ManifestWriter.FileName)));
        if (verify)
        {
            reader.Verify();
        }

        return reader;
    }

    /// <summary>Compares length and SHA-256 of every file with the manifest.</summary>
    /// <exception cref="CiFeaturesException">A file is missing or differs (CIF1410, an integrity failure).</exception>
    public void Verify()
    {
        foreach (DataSetFile file in Manifest.Files)
        {
            string path = Path.Combine(Folder, file.Path);
            if (!File.Exists(path))
            {
                throw FormatErrors.Changed("The file is in the manifest and not in the folder.", path);
            }

            using FileStream stream = TableFile.OpenStream(path);
            if (stream.Length != file.Bytes)
            {
                throw FormatErrors.Changed($"The file has {stream.Length} bytes, the manifest says {file.Bytes}.", path);
            }

            string hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (!hash.Equals(file.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw FormatErrors.Changed($"The file's SHA-256 is {hash}, the manifest says {file.Sha256}.", path);
            }
        }
    }

    /// <summary>Opens a table in a format that is there, Parquet first, then CSV, then NPZ, with the units that the manifest knows.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="format">The format; null for the first that is there.</param>
    /// <exception cref="CiFeaturesException">There is no such table or format (CIF1411), or the file is damaged.</exception>
    public ITableReader OpenTable(string name, DataSetFormat? format = null)
    {
        DataSetTable table = Manifest.Tables.FirstOrDefault(t => t.Schema.Name == name)
            ?? throw FormatErrors.MissingTable($"There is no table '{name}'.", Folder, $"The data set has: {string.Join(", ", Manifest.Tables.Select(t => t.Schema.Name))}.");
        DataSetFormat[] formats = format is null ? [DataSetFormat.Parquet, DataSetFormat.Csv, DataSetFormat.Npz] : [format.Value];
        foreach (DataSetFormat candidate in formats)
        {
            string asked = DataSetTableWriter.NameOf(candidate);
            DataSetFile? file = Manifest.Files.FirstOrDefault(f => f.Table == name && f.Format == asked);
            if (file is not null)
            {
                return TableFile.Open(Path.Combine(Folder, file.Path), table.Schema);
            }
        }

        throw FormatErrors.MissingTable($"Table '{name}' is not there in the format that was asked for.", Folder, "Name another format, or write the data set with it.");
    }
}
