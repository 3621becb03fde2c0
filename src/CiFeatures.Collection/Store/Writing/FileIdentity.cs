using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace CiFeatures.Collection.Store.Writing;

/// <summary>Which file a name stands for, and how many names it has. The base library does not tell.</summary>
/// <param name="Device">The file system.</param>
/// <param name="Number">The file's number in it.</param>
/// <param name="Links">How many names the file has.</param>
/// <param name="Bytes">The file's length.</param>
internal readonly partial record struct FileIdentity(ulong Device, ulong Number, uint Links, long Bytes)
{
    private const int StatxBytes = 256;
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int OfTheHandle = 0x1000;
    private const uint BasicFields = 0x7FF;

    /// <summary>The file of a name, not of what a symbolic link leads to; null when there is none, or when this system cannot be asked.</summary>
    /// <param name="path">The name.</param>
    public static FileIdentity? Of(string path)
    {
        if (OperatingSystem.IsLinux())
        {
            return Ask(CurrentFolder, path, NoFollow);
        }

        if (!OperatingSystem.IsWindows())
        {
            return null;
        }

        try
        {
            using SafeFileHandle handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return Ask(handle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The file of a handle; null when this system cannot be asked.</summary>
    /// <param name="handle">The handle.</param>
    public static FileIdentity? Of(SafeFileHandle handle) =>
        OperatingSystem.IsLinux() ? Ask((int)handle.DangerousGetHandle(), "", OfTheHandle) : OperatingSystem.IsWindows() ? Ask(handle) : null;

    /// <summary>Whether two names stand for one file.</summary>
    /// <param name="other">The other one.</param>
    public bool IsSameFile(FileIdentity other) => Device == other.Device && Number == other.Number;

    private static FileIdentity? Ask(int folder, string path, int flags)
    {
        try
        {
            // statx has the same layout on every processor, which stat has not; see statx(2).
            Span<byte> answer = stackalloc byte[StatxBytes];
            if (Statx(folder, path, flags, BasicFields, ref MemoryMarshal.GetReference(answer)) != 0)
            {
                return null;
            }

            ulong device = ((ulong)UInt32At(answer, 136) << 32) | UInt32At(answer, 140);
            return new FileIdentity(device, UInt64At(answer, 32), UInt32At(answer, 16), (long)UInt64At(answer, 40));
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [SupportedOSPlatform("windows")]
    private static FileIdentity? Ask(SafeFileHandle handle)
    {
        Span<uint> answer = stackalloc uint[13];
        return GetFileInformationByHandle(handle, ref MemoryMarshal.GetReference(answer))
            ? new FileIdentity(answer[7], ((ulong)answer[11] << 32) | answer[12], answer[10], ((long)answer[8] << 32) | answer[9])
            : null;
    }

    private static uint UInt32At(ReadOnlySpan<byte> answer, int offset) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(answer[offset..]) : BinaryPrimitives.ReadUInt32BigEndian(answer[offset..]);

    private static ulong UInt64At(ReadOnlySpan<byte> answer, int offset) =>
        BitConverter.IsLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(answer[offset..]) : BinaryPrimitives.ReadUInt64BigEndian(answer[offset..]);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Statx(int folder, string path, int flags, uint mask, ref byte answer);

    [SupportedOSPlatform("windows")]
    [LibraryImport("kernel32", EntryPoint = "GetFileInformationByHandle")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetFileInformationByHandle(SafeFileHandle handle, ref uint answer);
}
