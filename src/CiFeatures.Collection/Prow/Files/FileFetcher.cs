using System.Globalization;
using CiFeatures.Collection.Artifacts;
using CiFeatures.Collection.Http;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Prow.Files;

/// <summary>
/// Takes one file: asks for its stored bytes, goes on where the connection broke, checks length and hashes, decompresses, stores. Memory is that of a
/// buffer, however long it is.
/// </summary>
/// <param name="store">The bucket.</param>
/// <param name="writer">The snapshot.</param>
/// <param name="options">The limits.</param>
/// <param name="pause">Waits before a file is asked for again that broke so many times.</param>
internal sealed class FileFetcher(IArtifactStore store, SnapshotWriter writer, ProwCollectOptions options, Func<int, CancellationToken, Task> pause)
{
    private const int PieceBytes = 64 * 1024;

    // Breaking off again and again is no reason to give up as long as enough comes in between.
    private const long Progress = 1 << 20;

    /// <summary>Takes a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Stops at once; what has come is kept.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="CiFeaturesException">It cannot be had, or cannot be stored.</exception>
    public async Task<FileOutcome> TakeAsync(ChosenFile file, CancellationToken cancellationToken)
    {
        MissingFile missing = new(file.Key.Job, file.Key.Build, file.Path, file.Url);
        if (file.Facts is not null)
        {
            // The listing of now has it, whatever an interrupted collection found.
            writer.RetractMissing(missing);
        }

        if (writer.Recovered(file.About.Path) is { } recovered && !HasChanged(file, recovered))
        {
            return FileOutcome.Recovered;
        }

        if (writer.IsMissing(missing))
        {
            return FileOutcome.Missing;
        }

        if (file.Facts?.Bytes > options.MaxFileBytes)
        {
            throw ProwErrors.TooLong(Shown(file), file.Facts.Bytes, options.MaxFileBytes);
        }

        SnapshotFile? former = file.Url.Length == 0 ? null : writer.Former(file.About.Path, file.Url);
        if (former is not null && IsUnchanged(file, former) && writer.ReuseFile(file.About with { FetchedAt = former.FetchedAt }, former) is not null)
        {
            return FileOutcome.Unchanged;
        }

        using Spool spool = Spool.Open(writer.IncomingPath(file.About.Path), file.Url.Length > 0 ? file.Url : file.Name);
        try
        {
            FileOutcome outcome = await GatherAsync(file, spool, former, cancellationToken).ConfigureAwait(false);
            if (outcome == FileOutcome.Missing)
            {
                writer.NoteMissing(missing);
            }

            spool.Remove();
            return outcome;
        }
        catch (CiFeaturesException e) when (e.Kind == ErrorKind.ItemsSkipped && e is not FetchFailure { IsOfBudget: true })
        {
            spool.Remove();
            throw;
        }
    }

    /// <summary>The listing says when it was written: not since the former snapshot.</summary>
    private static bool IsUnchanged(ChosenFile file, SnapshotFile former) =>
        file.Facts?.Modified is { } modified && former.LastModified == HttpDate.Text(modified);

    /// <summary>The listing says that it was written again since an interrupted collection took it. A folder gives no times, but its sizes are those of the bodies.</summary>
    private static bool HasChanged(ChosenFile file, SnapshotFile recovered) =>
        (recovered.LastModified is not null && file.Facts?.Modified is { } modified && recovered.LastModified != HttpDate.Text(modified))
        || (file.Url.Length == 0 && file.Facts?.Bytes is { } bytes && bytes != recovered.Bytes);

    private async Task<FileOutcome> GatherAsync(ChosenFile file, Spool spool, SnapshotFile? former, CancellationToken cancellationToken)
    {
        int broken = 0;
        int wrong = 0;
        while (true)
        {
            await pause(Math.Max(broken, wrong), cancellationToken).ConfigureAwait(false);
            long before = spool.Length;
            ArtifactDownload? download = null;
            try
            {
                download = await store.OpenAsync(Request(file, spool, former), cancellationToken).ConfigureAwait(false);
                if (download is null)
                {
                    return FileOutcome.Missing;
                }

                if (download.NotModified)
                {
                    if (former is not null && writer.ReuseFile(About(file, download), former) is not null)
                    {
                        return FileOutcome.Unchanged;
                    }

                    former = null;
                    continue;
                }

                await ReadAsync(file, spool, download, cancellationToken).ConfigureAwait(false);
                if (Wrong(spool, file.Facts) is not { } what)
                {
                    Store(file, spool, download);
                    return FileOutcome.Stored;
                }

                spool.Restart(spool.Facts);
                if (++wrong > Math.Min(options.Http.MaxRetries, 3))
                {
                    throw ProwErrors.WrongHash(Shown(file), what);
                }
            }
            catch (Exception e) when (IsBroken(e) && !cancellationToken.IsCancellationRequested)
            {
                broken = spool.Length - before >= Progress ? 1 : broken + 1;
                if (broken > options.Http.MaxRetries)
                {
                    throw e as CiFeaturesException ?? new CiFeaturesException(HttpErrors.SourceUnavailable, ErrorKind.SourceUnavailable, $"The connection broke: {e.Message}", Shown(file), HttpErrors.TryLater, e);
                }
            }
            finally
            {
                if (download is not null)
                {
                    await download.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
    }

    // What opening fails with has been waited for already; a body that breaks has not.
    private static bool IsBroken(Exception e) => e is FetchFailure { CanPass: true } or HttpRequestException || (e is IOException and not FileNotFoundException and not DirectoryNotFoundException);

    private ArtifactOpenRequest Request(ChosenFile file, Spool spool, SnapshotFile? former)
    {
        if (spool.Length > 0 && !spool.Facts.CanGoOn)
        {
            spool.Restart(new SpoolFacts { Url = spool.Facts.Url });
        }

        return spool.Length > 0
            ? new ArtifactOpenRequest(file.Name, spool.Length) { Generation = spool.Facts.Generation, Etag = spool.Facts.Etag, MaxBytes = options.MaxFileBytes }
            : new ArtifactOpenRequest(file.Name) { Etag = former?.Etag, LastModified = former?.LastModified, MaxBytes = options.MaxFileBytes };
    }

    private async Task ReadAsync(ChosenFile file, Spool spool, ArtifactDownload download, CancellationToken cancellationToken)
    {
        bool goesOn = spool.Length > 0 && download.From == spool.Length
            && (download.Generation is null || spool.Facts.Generation is null || download.Generation == spool.Facts.Generation)
            && (download.Etag is null || spool.Facts.Etag is null || download.Etag == spool.Facts.Etag || download.Generation is not null);
        if (!goesOn)
        {
            if (download.From > 0)
            {
                // The rest of another writing of the file.
                spool.Restart(new SpoolFacts { Url = spool.Facts.Url });
                throw new IOException("The file was written anew while it was read.");
            }

            spool.Restart(Facts(spool.Facts.Url, download));
        }

        if (download.TotalBytes > options.MaxFileBytes)
        {
            throw ProwErrors.TooLong(Shown(file), download.TotalBytes, options.MaxFileBytes);
        }

        byte[] piece = new byte[PieceBytes];
        for (int read; (read = await download.Body.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (spool.Length + read > options.MaxFileBytes)
            {
                throw ProwErrors.TooLong(Shown(file), null, options.MaxFileBytes);
            }

            try
            {
                spool.Append(piece.AsSpan(0, read));
            }
            catch (IOException e)
            {
                throw CollectionErrors.CannotWrite(writer.Folder, e);
            }
        }

        if (spool.Length < spool.Facts.TotalBytes)
        {
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"The body ended after {spool.Length} of {spool.Facts.TotalBytes} bytes."));
        }
    }

    private static SpoolFacts Facts(string url, ArtifactDownload download) => new()
    {
        Url = url,
        Generation = download.Generation,
        Etag = download.Etag,
        TotalBytes = download.TotalBytes,
        Coding = download.ContentEncoding,
        IsStored = download.IsStored,
        Crc32C = download.Crc32C,
        Md5 = download.Md5,
    };

    /// <summary>What does not fit what the bucket says about the bytes; null where all fits.</summary>
    private static string? Wrong(Spool spool, ArtifactObject? listed)
    {
        SpoolFacts facts = spool.Facts;
        if (!facts.IsStored)
        {
            return null;
        }

        // What the listing says is of that writing of the file that it names.
        bool same = listed?.Generation is null || facts.Generation is null ? facts.Generation is null && listed?.Generation is null : listed.Generation == facts.Generation;
        long? total = facts.TotalBytes ?? (same ? listed?.Bytes : null);
        uint? crc = facts.Crc32C ?? (same ? listed?.Crc32C : null);
        string? md5 = facts.Md5 ?? (same ? listed?.Md5 : null);
        return total is { } length && length != spool.Length ? string.Create(CultureInfo.InvariantCulture, $"it has {spool.Length} bytes, and {length} were said.")
            : crc is { } sum && sum != spool.Crc32C ? $"its CRC-32C is {spool.Crc32C:x8}, and {sum:x8} was said."
            : md5 is not null && md5 != spool.Md5 ? $"its MD5 is {spool.Md5}, and {md5} was said."
            : null;
    }

    private void Store(ChosenFile file, Spool spool, ArtifactDownload download)
    {
        NewBody about = About(file, download);
        try
        {
            switch (spool.Facts.Coding.ToLowerInvariant())
            {
                case "":
                    using (Stream plain = spool.Read())
                    {
                        writer.Write(about, plain);
                    }

                    break;
                case "gzip" or "x-gzip":
                    using (Stream unpacked = new UnpackedStream(spool.Read(), options.MaxFileBytes))
                    {
                        writer.Write(about, unpacked);
                    }

                    break;
                case var coding:
                    throw HttpErrors.UnknownCoding(new Uri(download.Url), coding);
            }
        }
        catch (CiFeaturesException e) when (e.Kind == ErrorKind.ItemsSkipped && e.Place.Length == 0)
        {
            throw new CiFeaturesException(e.Code, e.Kind, e.Message, Shown(file), e.Remedy, e);
        }
    }

    private static NewBody About(ChosenFile file, ArtifactDownload download) => file.About with
    {
        Status = download.Status is 206 ? 200 : download.Status,
        FetchedAt = download.FetchedAt,
        Etag = download.Etag,
        LastModified = download.LastModified,
    };

    private string Shown(ChosenFile file) => file.Url.Length > 0 ? file.Url : $"{store.Bucket}/{file.Name}";
}

/// <summary>What became of a file.</summary>
internal enum FileOutcome
{
    /// <summary>It came and is stored.</summary>
    Stored,

    /// <summary>It is as it was in a former snapshot.</summary>
    Unchanged,

    /// <summary>An interrupted collection had stored it.</summary>
    Recovered,

    /// <summary>The bucket does not have it.</summary>
    Missing,
}
