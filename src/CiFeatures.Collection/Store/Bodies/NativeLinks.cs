using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace CiFeatures.Collection.Store.Bodies;

/// <summary>Hard links; the base library makes symbolic ones only.</summary>
internal static partial class NativeLinks
{
    /// <summary>Gives a file a second name.</summary>
    /// <param name="existing">The file.</param>
    /// <param name="link">The name to make; must not exist.</param>
    /// <returns>Whether it worked. It does not between two volumes, on some file systems, and at the limit of links of a file.</returns>
    public static bool TryCreate(string existing, string link)
    {
        try
        {
            return OperatingSystem.IsWindows() ? CreateHardLink(link, existing, 0) : Link(existing, link) == 0;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(string existing, string link);

    [SupportedOSPlatform("windows")]
    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string link, string existing, nint mustBeZero);
}
