using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Collection.Store.Writing;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Store;

/// <content>Bodies that need not fit into memory.</content>
public sealed partial class SnapshotWriter
{
    /// <summary>Where the bytes of a body are gathered until they are all there. What is there when the writer ends early is there for the next one.</summary>
    /// <param name="path">The body's path inside the snapshot.</param>
    /// <exception cref="CiFeaturesException">The folder cannot be made (CIF1207).</exception>
    internal string IncomingPath(string path) => _incoming.PathOf(path);

    /// <summary>Stores a body of a build as it is read. When this returns, it is on the disk under its name.</summary>
    /// <param name="about">What is known about it; its path ends with <c>.gz</c>.</param>
    /// <param name="body">The body after content decoding; what reading it throws goes through, and nothing is left under the name then.</param>
    /// <returns>The manifest's entry.</returns>
    /// <exception cref="CiFeaturesException">The path is taken, or the body cannot be written.</exception>
    internal SnapshotFile Write(NewBody about, Stream body)
    {
        Check(about);
        Reserve(about.Path);
        try
        {
            string path = PathFor(about.Path);
            string temporary = path + SnapshotPaths.TemporaryEnding;
            try
            {
                (long bytes, string sha256) = Compress(body, temporary);
                SnapshotFile entry = Entry(about, sha256, bytes);
                bool linked = _former.TryShare(entry, path, orCopy: false);
                if (!linked)
                {
                    Place(temporary, path);
                }

                Note(entry);
                return Put(entry, linked);
            }
            finally
            {
                Quietly.Do(() => File.Delete(temporary));
            }
        }
        catch
        {
            Release(about.Path);
            throw;
        }
    }

    /// <summary>Stores the body of a former snapshot again without reading it into memory, since the service said that it still holds.</summary>
    /// <param name="about">What is known about the answer; what it leaves out is taken from <paramref name="former"/>.</param>
    /// <param name="former">What <see cref="Former"/> gave for the same path.</param>
    /// <returns>The manifest's entry with status 304; null when the former body is gone or damaged.</returns>
    /// <exception cref="CiFeaturesException">The path is taken, or the record cannot be written.</exception>
    internal SnapshotFile? ReuseFile(NewBody about, SnapshotFile former)
    {
        Check(about);
        Reserve(about.Path);
        try
        {
            SnapshotFile entry = Entry(
                about with { Status = StatusNotModified, Etag = about.Etag ?? former.Etag, LastModified = about.LastModified ?? former.LastModified },
                former.Sha256,
                former.Bytes);
            if (!_former.TryShare(entry, PathFor(about.Path), orCopy: true))
            {
                Release(about.Path);
                return null;
            }

            Note(entry);
            return Put(entry, linked: true);
        }
        catch
        {
            Release(about.Path);
            throw;
        }
    }

    private SnapshotFile Put(SnapshotFile entry, bool linked)
    {
        lock (_lock)
        {
            _files.Add(entry.Path, entry);
            LinkedFiles += linked ? 1 : 0;
        }

        return entry;
    }

    private string PathFor(string path)
    {
        string full = StoredBody.FullPath(Folder, path);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            return full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.CannotWrite(full, e);
        }
    }

    private static (long Bytes, string Sha256) Compress(Stream body, string temporary)
    {
        FileStream stored;
        try
        {
            stored = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.CannotWrite(temporary, e);
        }

        using (stored)
        {
            try
            {
                (long, string) facts = Gzip.Compress(body, stored);
                stored.Flush(flushToDisk: true);
                return facts;
            }
            catch (IOException e)
            {
                throw CollectionErrors.CannotWrite(temporary, e);
            }
        }
    }

    private static void Place(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CollectionErrors.CannotWrite(path, e);
        }
    }
}
