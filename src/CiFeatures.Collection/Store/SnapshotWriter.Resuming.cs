using CiFeatures.Collection.Store.Bodies;
using CiFeatures.Collection.Store.Writing;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Store;

/// <summary>What a writer knows of the writer that was interrupted before it, and of the snapshots before its own.</summary>
public sealed partial class SnapshotWriter
{
    private const int StatusNotModified = 304;

    /// <summary>Whether this writer goes on with a snapshot that another one began.</summary>
    public bool IsResumed => Resumes > 0;

    /// <summary>How many times the snapshot was taken up again; 0 for a new one.</summary>
    public int Resumes { get; }

    /// <summary>How many bodies of the interrupted writers were found whole when this one began; they belong to the snapshot.</summary>
    public int RecoveredFiles { get; }

    /// <summary>When the first writer of the snapshot began, UTC.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>The last numbers that the interrupted writers gave to <see cref="NoteTransfer"/>; null when they gave none.</summary>
    public SnapshotTransfer? EarlierTransfer { get; }

    /// <summary>The entry of a body that an interrupted writer stored, found whole when this one began.</summary>
    /// <param name="path">Its path inside the snapshot.</param>
    /// <returns>Null when there is none, or when it has been replaced since.</returns>
    public SnapshotFile? Recovered(string path)
    {
        lock (_lock)
        {
            return _recovered.GetValueOrDefault(path);
        }
    }

    /// <summary>Puts on record that a build does not have a file that it was asked for. Saying it twice counts once.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="CiFeaturesException">It cannot be written (CIF1207); what is stored stays good.</exception>
    /// <exception cref="InvalidOperationException">The snapshot has already been completed or discarded.</exception>
    public void NoteMissing(MissingFile file)
    {
        lock (_lock)
        {
            ThrowIfEnded();
            if (_missing.Add(file))
            {
                _journal?.Append(file);
            }
        }
    }

    /// <summary>Takes back that a build does not have a file: it came while the collection was interrupted.</summary>
    /// <param name="file">The file; nothing happens where it is not on record.</param>
    public void RetractMissing(MissingFile file)
    {
        lock (_lock)
        {
            // The journal keeps the note. Whoever goes on once more sees the file listed too, and takes it back again.
            _missing.Remove(file);
        }
    }

    /// <summary>Whether a build is on record as not having a file, from this writer or from the interrupted ones before it.</summary>
    /// <param name="file">The file.</param>
    public bool IsMissing(MissingFile file)
    {
        lock (_lock)
        {
            return _missing.Contains(file);
        }
    }

    /// <summary>The entry of a body of this snapshot, whoever stored it; null when there is none.</summary>
    /// <param name="path">Its path inside the snapshot.</param>
    internal SnapshotFile? Stored(string path)
    {
        lock (_lock)
        {
            return _files.GetValueOrDefault(path);
        }
    }

    /// <summary>Takes a body out again, because it does not go with others; its path is free then.</summary>
    /// <param name="path">Its path inside the snapshot; nothing happens where there is none.</param>
    /// <remarks>Its line in the journal is passed over by whoever resumes, for its file is gone.</remarks>
    internal void Withdraw(string path)
    {
        lock (_lock)
        {
            ThrowIfEnded();
            _recovered.Remove(path);
            _paths.Remove(path);
            if (_files.Remove(path))
            {
                Quietly.Do(() => File.Delete(StoredBody.FullPath(Folder, path)));
            }
        }
    }

    /// <summary>Reads a body of this snapshot.</summary>
    /// <param name="file">Its entry, recovered or written.</param>
    /// <returns>The body after content decoding, with the length and hash of the entry.</returns>
    /// <exception cref="CiFeaturesException">The file is missing (CIF1208) or holds other bytes (CIF1209).</exception>
    public byte[] ReadBack(SnapshotFile file) => StoredBody.Read(Folder, file, _maxBytes);

    /// <summary>Puts on record what is known of the transfer, so that a writer that goes on after this one can add to it. Without a journal nothing happens.</summary>
    /// <param name="soFar">The numbers up to now, those of <see cref="EarlierTransfer"/> included.</param>
    /// <exception cref="CiFeaturesException">It cannot be written (CIF1207); what is stored stays good.</exception>
    /// <exception cref="InvalidOperationException">The snapshot has already been completed or discarded.</exception>
    public void NoteTransfer(SnapshotTransfer soFar)
    {
        lock (_lock)
        {
            ThrowIfEnded();
            _journal?.Append(soFar);
        }
    }

    /// <summary>The newest entry of the former snapshots that the service can be asked about: whether its body still holds.</summary>
    /// <param name="path">The path.</param>
    /// <param name="url">The address; an entry from another address says nothing about this one.</param>
    /// <returns>An entry with an entity tag or a time of change, or null. The newest few complete snapshots are looked through.</returns>
    public SnapshotFile? Former(string path, string url) =>
        _former.Find(path, url, file => !string.IsNullOrEmpty(file.Etag) || !string.IsNullOrEmpty(file.LastModified));

    /// <summary>Stores the body of a former snapshot again, since the service said that it still holds (status 304).</summary>
    /// <param name="about">What is known about the answer. What it leaves out (entity tag, time of change, tests, runs) is taken from <paramref name="former"/>.</param>
    /// <param name="former">What <see cref="Former"/> gave for the same path.</param>
    /// <returns>The manifest's entry with status 304; null when the former body is gone or damaged, so that it has to be fetched.</returns>
    /// <exception cref="CiFeaturesException">The path is taken, or the body cannot be written; nothing half-written is left under its name.</exception>
    /// <exception cref="ArgumentException">The path is not one inside a snapshot, or not that of the dashboard and job, or not that of the former entry.</exception>
    /// <exception cref="InvalidOperationException">The snapshot has already been completed or discarded.</exception>
    public SnapshotFile? Reuse(NewBody about, SnapshotFile former)
    {
        Check(about);
        if (!string.Equals(about.Path, former.Path, StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{former.Path}' is not the path of the new body, '{about.Path}'.", nameof(former));
        }

        if (_former.Read(former, _maxBytes) is not { } body)
        {
            return null;
        }

        NewBody same = about with
        {
            Status = StatusNotModified,
            Etag = about.Etag ?? former.Etag,
            LastModified = about.LastModified ?? former.LastModified,
            Tests = about.Tests ?? former.Tests,
            Runs = about.Runs ?? former.Runs,
        };
        return Store(Entry(same, former.Sha256, former.Bytes), body);
    }
}
