using CiFeatures.Cli.Hosting;
using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Output;

/// <summary>Writes one output file so that it is either whole or not there: under a temporary name first, then renamed.</summary>
internal static class SafeOutputFile
{
    /// <summary>Writes a file; what was there before stays until the new one is whole.</summary>
    /// <exception cref="CiFeaturesException">The file exists and <paramref name="force"/> is not given, or it cannot be written.</exception>
    public static void Write(string path, bool force, Action<Stream> write, CancellationToken cancellation = default)
    {
        if (Directory.Exists(path) || (File.Exists(path) && !force))
        {
            throw CliErrors.Exists(path);
        }

        string folder = Path.GetDirectoryName(path) ?? ".";
        string temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.partial");
        bool isOurs = false;
        try
        {
            Directory.CreateDirectory(folder);
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                isOurs = true;
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            cancellation.ThrowIfCancellationRequested();
            File.Move(temporary, path, overwrite: force);
        }
        catch (Exception error)
        {
            // When another process has the temporary file open, it is not for this one to remove.
            if (isOurs)
            {
                Remove(temporary);
            }

            if (error is IOException or UnauthorizedAccessException)
            {
                throw CliErrors.CannotWrite(path, error);
            }

            throw;
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The first error says what matters; a leftover under a temporary name looks like nothing else.
        }
    }
}
