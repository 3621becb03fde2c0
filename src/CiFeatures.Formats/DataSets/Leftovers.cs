using System.Diagnostics;
using System.Globalization;

namespace CiFeatures.Formats.DataSets;

/// <summary>What runs that were killed left beside an output folder: their unfinished folders, and the former data set that one was replacing.</summary>
/// <remarks>
/// A hidden folder <c>.NAME.partial-PROCESS-n</c> or <c>.NAME.old-PROCESS-n</c> is a leftover when nobody holds the lock in it and its process is gone. Both are
/// asked, because a number of a process may be given again, and not every file system keeps locks.
/// </remarks>
internal sealed class Leftovers(string final)
{
    private readonly string _parent = Path.GetDirectoryName(final)!;
    private readonly string _name = Path.GetFileName(final);

    /// <summary>Beginning of the names of unfinished folders.</summary>
    public string PartialPrefix => $".{_name}.partial-";

    /// <summary>Beginning of the names of folders that are being replaced.</summary>
    public string OldPrefix => $".{_name}.old-";

    /// <summary>A path for a new hidden folder. The number of the process keeps two runs apart; nothing of it gets into the data set.</summary>
    public string FreePath(string prefix)
    {
        for (int i = 0; ; i++)
        {
            string path = Path.Combine(_parent, FormattableString.Invariant($"{prefix}{Environment.ProcessId}-{i}"));
            if (!Path.Exists(path))
            {
                return path;
            }
        }
    }

    /// <summary>Marks a folder as being written by this process until the result is disposed.</summary>
    public static FileStream Claim(string folder) =>
        new(Path.Combine(folder, OutputFolder.MarkName), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);

    /// <summary>Puts back a data set that a killed run had set aside, and removes what else was left. What cannot be removed stays: it harms nobody.</summary>
    public void CleanUp()
    {
        try
        {
            if (!Directory.Exists(_parent))
            {
                return;
            }

            foreach (string old in Abandoned(OldPrefix))
            {
                if (!Path.Exists(final))
                {
                    Directory.Move(old, final);
                }
                else if (File.Exists(Path.Combine(final, ManifestWriter.FileName)))
                {
                    Remove(old);
                }
            }

            Abandoned(PartialPrefix).ForEach(Remove);
        }
        catch (Exception exception) when (OutputFolder.IsFileError(exception))
        {
            // Tidying must not keep anybody from working; if the place cannot be used, writing says so.
        }
    }

    // Without its manifest a folder that is removed half-way never looks whole.
    private static void Remove(string folder)
    {
        File.Delete(Path.Combine(folder, ManifestWriter.FileName));
        Directory.Delete(folder, recursive: true);
    }

    private List<string> Abandoned(string prefix) =>
        [.. Directory.EnumerateDirectories(_parent, ".*").Where(f => IsAbandoned(f, prefix)).Order(StringComparer.Ordinal)];

    private static bool IsAbandoned(string folder, string prefix)
    {
        string name = Path.GetFileName(folder);
        string[] numbers = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..].Split('-') : [];
        return numbers.Length == 2
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out int process)
            && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && (process == Environment.ProcessId || !IsAlive(process))
            && !IsLocked(Path.Combine(folder, OutputFolder.MarkName));
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return true;
        }
    }

    private static bool IsLocked(string mark)
    {
        try
        {
            using FileStream stream = new(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (OutputFolder.IsFileError(exception))
        {
            return true;
        }
    }
}
