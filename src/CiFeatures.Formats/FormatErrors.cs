using CiFeatures.Core.Errors;

namespace CiFeatures.Formats;

/// <summary>The errors of files and data sets, codes CIF14xx. <c>docs/errors/formats.md</c> has a section for each.</summary>
public static class FormatErrors
{
    /// <summary>A Parquet file is damaged or is not a Parquet file.</summary>
    public const string BadParquet = "CIF1401";

    /// <summary>A Parquet file uses something that is not read here: a nested column, a codec, an encoding.</summary>
    public const string UnsupportedParquet = "CIF1402";

    /// <summary>An NPY or NPZ file is damaged or is not one.</summary>
    public const string BadNpy = "CIF1403";

    /// <summary>An NPY or NPZ file holds something that is not read here: an element type, a shape.</summary>
    public const string UnsupportedNpy = "CIF1404";

    /// <summary>A CSV file does not follow RFC 4180, or a cell does not fit its column.</summary>
    public const string BadCsv = "CIF1405";

    /// <summary>The output folder is in the way.</summary>
    public const string OutputExists = "CIF1406";

    /// <summary>An output cannot be written: no space, no permission, no such place.</summary>
    public const string CannotWrite = "CIF1407";

    /// <summary>A folder is not a data set, or its manifest is damaged.</summary>
    public const string BadManifest = "CIF1408";

    /// <summary>A data set was written by a newer version.</summary>
    public const string NewerManifest = "CIF1409";

    /// <summary>A file of a data set is not the file that was written.</summary>
    public const string ChangedFile = "CIF1410";

    /// <summary>A data set has no such table.</summary>
    public const string NoSuchTable = "CIF1411";

    /// <summary>The name of a file does not say a format that is read here.</summary>
    public const string UnknownFormat = "CIF1412";

    /// <summary>A file cannot be opened or read.</summary>
    public const string CannotRead = "CIF1413";

    /// <summary>The columns of a file are not the columns that were asked for.</summary>
    public const string OtherSchema = "CIF1414";

    internal static CiFeaturesException CorruptParquet(string message, string place, Exception? cause = null) =>
        new(BadParquet, ErrorKind.BadInput, message, place, "Fetch or write the file again; what other files hold is not affected.", cause);

    internal static CiFeaturesException ParquetNotRead(string message, string place, string remedy) =>
        new(UnsupportedParquet, ErrorKind.BadInput, message, place, remedy);

    internal static CiFeaturesException CorruptNpy(string message, string place, Exception? cause = null) =>
        new(BadNpy, ErrorKind.BadInput, message, place, "Fetch or write the file again.", cause);

    internal static CiFeaturesException NpyNotRead(string message, string place, string remedy) =>
        new(UnsupportedNpy, ErrorKind.BadInput, message, place, remedy);

    internal static CiFeaturesException CorruptCsv(string message, string place, string remedy, Exception? cause = null) =>
        new(BadCsv, ErrorKind.BadInput, message, place, remedy, cause);

    internal static CiFeaturesException Exists(string message, string folder, string remedy) =>
        new(OutputExists, ErrorKind.BadInput, message, folder, remedy);

    internal static CiFeaturesException NotWritten(string path, Exception cause) =>
        new(CannotWrite, ErrorKind.BadInput, $"Cannot write: {cause.Message}", path, "Check the free space and the permissions there, or name another output; what was there before is unchanged.", cause);

    internal static CiFeaturesException NotADataSet(string message, string place, string remedy, Exception? cause = null) =>
        new(BadManifest, ErrorKind.BadInput, message, place, remedy, cause);

    internal static CiFeaturesException TooNew(string found, string known, string place) =>
        new(NewerManifest, ErrorKind.BadInput, $"The data set says '{found}'; this version knows '{known}'.", place, "Use a newer version of cifeatures, or write the data set again with this one.");

    internal static CiFeaturesException Changed(string message, string place) =>
        new(ChangedFile, ErrorKind.Integrity, message, place, "The file was changed or damaged after it was written; write the data set again.");

    internal static CiFeaturesException MissingTable(string message, string place, string remedy) =>
        new(NoSuchTable, ErrorKind.BadInput, message, place, remedy);

    internal static CiFeaturesException NoFormat(string place) =>
        new(UnknownFormat, ErrorKind.BadInput, "The name does not end in a format that is read here.", place, "Give a file that ends in .parquet, .csv or .npz.");

    internal static CiFeaturesException NotRead(string path, Exception cause) =>
        new(CannotRead, ErrorKind.BadInput, $"Cannot read: {cause.Message}", path, "Check that the file is there and may be read.", cause);

    internal static CiFeaturesException SchemaDiffers(string message, string place) =>
        new(OtherSchema, ErrorKind.BadInput, message, place, "Open the file without a schema, or write it again with the columns that are expected.");
}
