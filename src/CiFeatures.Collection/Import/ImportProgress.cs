namespace CiFeatures.Collection.Import;

/// <summary>How far an import is.</summary>
/// <param name="FilesDone">Files that are stored or skipped.</param>
/// <param name="FilesTotal">All files to import.</param>
/// <param name="BytesDone">Sum of the sizes of the files that are done, as they lie in the imported folder.</param>
/// <param name="BytesTotal">Sum of the sizes of all files to import.</param>
/// <param name="Current">The file that was done last, relative to the imported folder; empty at the beginning.</param>
public sealed record ImportProgress(int FilesDone, int FilesTotal, long BytesDone, long BytesTotal, string Current);
