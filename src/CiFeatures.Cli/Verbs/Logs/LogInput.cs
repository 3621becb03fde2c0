using System.Buffers;
using System.IO.Compression;
using CiFeatures.Cli.Hosting;
using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Finds and opens logs: a file plain or compressed with gzip (its first bytes decide, not its name), all files below a folder, or
/// the standard input.</summary>
internal static class LogInput
{
    /// <summary>The name that stands for the standard input.</summary>
    public const string StandardInput = "-";

    // A read of this size costs as much per byte as a larger one, and the bytes are still in the processor's cache when they are looked at.
    private const int ReadBytes = 1 << 17;

    /// <summary>Gives the logs that arguments name, in the order of the arguments; a folder stands for all files below it, by ordinal order of their paths.</summary>
    /// <param name="context">Says where relative paths start.</param>
    /// <param name="arguments">Files, folders, or <c>-</c>.</param>
    /// <returns>Whole paths, and <c>-</c> as it is. A file that is not there is kept, so that opening it tells.</returns>
    /// <exception cref="CiFeaturesException">A folder holds no file, or cannot be listed.</exception>
    public static IReadOnlyList<string> Files(VerbContext context, IEnumerable<string> arguments)
    {
        List<string> files = [];
        foreach (string argument in arguments)
        {
            string path = argument == StandardInput ? argument : context.Environment.FullPath(argument);
            if (path == StandardInput || !Directory.Exists(path))
            {
                files.Add(path);
                continue;
            }

            string[] below = Below(path);
            files.AddRange(below.Length > 0 ? below : throw LogErrors.Nothing(path));
        }

        return files;
    }

    /// <summary>Gives the name to print for a log: the short path, or <c>-</c>.</summary>
    public static string Name(VerbContext context, string file) => file == StandardInput ? file : context.Shown(file);

    /// <summary>Opens a log as a stream of its decompressed bytes that needs no more memory than a buffer, whatever the log.</summary>
    /// <param name="context">Gives the standard input.</param>
    /// <param name="path">A whole path, or <c>-</c>.</param>
    /// <returns>A stream to read once, front to back. Its reads throw a <see cref="CiFeaturesException"/> that names the log where the
    /// disk fails, or where gzip data are cut, damaged or not as long as they claim.</returns>
    /// <exception cref="CiFeaturesException">The log cannot be opened.</exception>
    public static Stream Open(VerbContext context, string path)
    {
        string name = Name(context, path);
        Stream? source = null;
        try
        {
            source = path == StandardInput ? context.Environment.Input() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
            byte[] start = new byte[2];
            int length = source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            var whole = new StartedStream(start.AsMemory(0, length), source);
            return start is [0x1F, 0x8B] && length == 2
                ? new LogStream(new GZipStream(new BufferedStream(whole, ReadBytes), CompressionMode.Decompress), name)
                : new LogStream(whole, name, source is FileStream { CanSeek: true } file ? file.SafeFileHandle : null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            source?.Dispose();
            throw LogErrors.CannotRead(name, error);
        }
    }

    /// <summary>Opens each log in turn and hands it on. One that cannot be read is told on stderr and left out; the others go on.</summary>
    /// <param name="context">Where to tell.</param>
    /// <param name="files">Logs as <see cref="Files"/> gives them.</param>
    /// <param name="work">Gets the name to print and the stream, which is closed afterwards. What it keeps of a log should be kept only
    /// after the stream's end, since a damaged log may fail at any read.</param>
    /// <returns>Why which logs were left out; empty when all were read.</returns>
    public static IReadOnlyList<CiFeaturesException> Each(VerbContext context, IEnumerable<string> files, Action<string, Stream> work)
    {
        List<CiFeaturesException> skipped = [];
        foreach (string file in files)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            try
            {
                using Stream stream = Open(context, file);
                work(Name(context, file), stream);
            }
            catch (CiFeaturesException error) when (error.Code is LogErrors.Unreadable or LogErrors.DamagedGzip)
            {
                context.Environment.Error.WriteLine($"{error.Code} {Output.Printable.Line(error.Place)}: {Output.Printable.Line(error.Message)}");
                skipped.Add(error);
            }
        }

        return skipped;
    }

    /// <summary>Reads a log to its end, for what needs all of it at once.</summary>
    /// <param name="stream">A log.</param>
    /// <param name="limit">The most bytes to take.</param>
    /// <param name="place">What to call the log in an error.</param>
    /// <exception cref="CiFeaturesException">There are more bytes than the limit.</exception>
    public static byte[] ReadAll(Stream stream, int limit, string place)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        try
        {
            using var all = new MemoryStream();
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                if (all.Length + read > limit)
                {
                    throw LogErrors.TooLarge(place, limit);
                }

                all.Write(buffer, 0, read);
            }

            return all.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string[] Below(string folder)
    {
        try
        {
            string[] files = Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System, IgnoreInaccessible = true });
            Array.Sort(files, StringComparer.Ordinal);
            return files;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LogErrors.CannotRead(folder, error);
        }
    }
}
