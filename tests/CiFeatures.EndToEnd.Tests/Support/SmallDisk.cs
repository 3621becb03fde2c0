namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>A file system of a given size that is mounted for a test. Skips where that is not allowed.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallDisk(int kilobytes)
    {
        Directory.CreateDirectory(Path);
        bool mounted = OperatingSystem.IsLinux()
            && ProgramRun.Other(_folder.Path, "mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "none", Path) is { ExitCode: 0 };
        if (!mounted)
        {
            _folder.Dispose();
        }

        Skip.IfNot(mounted, "A small file system cannot be mounted here; that needs Linux and root.");
    }

    public string Path => _folder.PathOf("disk");

    public string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Fills the disk with one file until only so much is free.</summary>
    public void Fill(int freeBytes)
    {
        using FileStream filler = new(PathOf("filler"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        byte[] block = new byte[4096];
        try
        {
            while (true)
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            filler.SetLength(Math.Max(0, filler.Length - freeBytes));
        }
    }

    public void Dispose()
    {
        _ = ProgramRun.Other(_folder.Path, "umount", Path);
        _folder.Dispose();
    }
}
