using CiFeatures.Core.Errors;

namespace CiFeatures.Formats.DataSets;

/// <summary>A folder that is written beside its final place and then renamed, so that it is there whole or not at all.</summary>
internal sealed class OutputFolder : IDisposable
{
    /// <summary>The file that is in the folder while it is being written.</summary>
    public const string MarkName = ".writing";

    private readonly bool _overwrite;
    private readonly string _aside;
    private readonly FileStream _claim;
    private bool _finished;

    public OutputFolder(string folder, bool overwrite)
    {
        Final = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        _overwrite = overwrite;
        string name = Path.GetFileName(Final);
        string? parent = Path.GetDirectoryName(Final);
        if (name.Length == 0 || parent is null)
        {
            throw FormatErrors.Exists("The root of a file system cannot be a data set.", Final, "Name a folder in it.");
        }

        var leftovers = new Leftovers(Final);
        leftovers.CleanUp();
        CheckFinal();
        try
        {
            Directory.CreateDirectory(parent);
            Temporary = leftovers.FreePath(leftovers.PartialPrefix);
            _aside = leftovers.FreePath(leftovers.OldPrefix);
            Directory.CreateDirectory(Temporary);
            _claim = Leftovers.Claim(Temporary);
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            throw FormatErrors.NotWritten(Final, exception);
        }
    }

    /// <summary>Where the data set will be.</summary>
    public string Final { get; }

    /// <summary>Where it is written until then.</summary>
    public string Temporary { get; }

    /// <summary>Puts the new folder into its place. What was there before is put back when that fails.</summary>
    public void Finish()
    {
        CheckFinal();
        _claim.Dispose();
        bool movedAside = false;
        try
        {
            if (Directory.Exists(Final))
            {
                Directory.Move(Final, _aside);
                movedAside = true;
            }

            Directory.Move(Temporary, Final);
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            if (movedAside)
            {
                Directory.Move(_aside, Final);
            }

            throw FormatErrors.NotWritten(Final, exception);
        }

        _finished = true;
        if (movedAside)
        {
            DeleteOld();
        }
    }

    public void Dispose()
    {
        _claim.Dispose();
        if (_finished || !Directory.Exists(Temporary))
        {
            return;
        }

        try
        {
            Directory.Delete(Temporary, recursive: true);
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            // The error that led here is the one to tell; the left-over folder has no manifest and a name that says it is partial.
        }
    }

    public static bool IsFileError(Exception exception) => exception is IOException or UnauthorizedAccessException;

    private void CheckFinal()
    {
        if (File.Exists(Final))
        {
            throw FormatErrors.Exists("A file is in the way of the output folder.", Final, "Name another folder.");
        }

        bool isEmpty;
        try
        {
            isEmpty = !Directory.Exists(Final) || !Directory.EnumerateFileSystemEntries(Final).Any();
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            throw FormatErrors.NotWritten(Final, exception);
        }

        if (isEmpty)
        {
            return;
        }

        if (!_overwrite)
        {
            throw FormatErrors.Exists("The output folder exists and is not empty.", Final, "Name another folder, or say --force to replace the data set in it.");
        }

        CheckIsDataSet();
    }

    // Replacing means deleting, so a folder that is anything but a data set is left alone whatever was said.
    private void CheckIsDataSet()
    {
        string manifest = Path.Combine(Final, ManifestWriter.FileName);
        try
        {
            DataSetManifest old = ManifestReader.Read(manifest);
            HashSet<string> own = new(old.Files.Select(f => f.Path).Append(ManifestWriter.FileName), StringComparer.Ordinal);
            string? foreign = Directory.EnumerateFileSystemEntries(Final).Select(Path.GetFileName).FirstOrDefault(n => !own.Contains(n!));
            if (foreign is not null)
            {
                throw FormatErrors.Exists($"The output folder holds '{foreign}', which is no part of the data set in it.", Final, "Move it away, or name another folder.");
            }
        }
        catch (CiFeaturesException exception) when (exception.Code is FormatErrors.BadManifest or FormatErrors.NewerManifest or FormatErrors.CannotRead)
        {
            throw FormatErrors.Exists("The output folder is not a data set of this version, so it is not replaced.", Final, "Delete it yourself, or name another folder.");
        }
    }

    private void DeleteOld()
    {
        try
        {
            Directory.Delete(_aside, recursive: true);
        }
        catch (Exception exception) when (IsFileError(exception))
        {
            throw new CiFeaturesException(FormatErrors.CannotWrite, ErrorKind.BadInput, $"The new data set is in its place and whole, but the old one cannot be deleted: {exception.Message}", _aside, "Delete this folder yourself.", exception);
        }
    }
}
