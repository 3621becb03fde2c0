using CiFeatures.Collection.Store;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;

namespace CiFeatures.Collection.Import;

/// <summary>Reads a recorded answer, plain or compressed, within a limit.</summary>
internal static class AnswerFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="answer">The file.</param>
    /// <param name="limits">How long the body may be.</param>
    /// <param name="body">The body after content decoding; empty when there is a problem.</param>
    /// <returns>Why it cannot be taken; null when it can.</returns>
    public static SkippedItem? Read(FoundAnswer answer, DecodeLimits limits, out ReadOnlyMemory<byte> body)
    {
        body = default;

        // Asked before opening: pipes and devices have no length either, and opening one may never return.
        if (answer.FileBytes == 0)
        {
            return Problem(answer, "The file is empty.", "byte 0");
        }

        try
        {
            body = GzipPayload.ReadFile(answer.File, limits);
            return body.IsEmpty ? Problem(answer, "The file holds nothing after decompression.", "byte 0") : null;
        }
        catch (CiFeaturesException e)
        {
            return Problem(answer, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Problem(answer, $"The file cannot be read: {e.Message}");
        }
    }

    /// <summary>What a reader found wrong with a file.</summary>
    public static SkippedItem Problem(FoundAnswer answer, CiFeaturesException error) => new()
    {
        Item = answer.Relative,
        Code = error.Code,
        Reason = error.Message,
        Place = error.Place == answer.File ? "" : error.Place,
    };

    private static SkippedItem Problem(FoundAnswer answer, string reason, string place = "") =>
        new() { Item = answer.Relative, Code = CollectionErrors.FileNotImportable, Reason = reason, Place = place };
}
