using System.Runtime.InteropServices;

namespace CiFeatures.Collection.Store.Writing;

/// <summary>Brings the names in a folder to the disk, so that a manifest never outlives the files it lists when the power fails.</summary>
internal static partial class FolderFlush
{
    /// <summary>Flushes a folder. Where the system has no such call, or the folder does not allow it, nothing happens.</summary>
    /// <param name="folder">The folder.</param>
    public static void Try(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            int handle = Open(folder, 0);
            if (handle >= 0)
            {
                _ = Flush(handle);
                _ = Close(handle);
            }
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // The files themselves have been flushed; the names follow in the system's own time.
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int handle);
}
