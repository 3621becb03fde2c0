using System.Runtime.InteropServices;

namespace CiFeatures.Collection.Harvest;

/// <summary>Lets others go first on a busy machine. The priorities of .NET's own threads mean nothing on Linux.</summary>
internal static partial class BackgroundThread
{
    private const int OfAThread = 0;
    private const int ThisOne = 0;
    private const int Niceness = 10;

    /// <summary>Makes the calling thread nice. Where the system does not know that for threads, nothing happens.</summary>
    public static void GiveWay()
    {
        // On Linux 0 means the calling thread; elsewhere it would be the whole process.
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = SetPriority(OfAThread, ThisOne, Niceness);
            }
            catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
            {
                // It works without.
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, int who, int niceness);
}
