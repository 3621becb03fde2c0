using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding.Columns;

/// <summary>Throws the errors of turning builds into grids; each says what, where, why and what to do next.</summary>
[StackTraceHidden]
internal static class ColumnErrors
{
    [DoesNotReturn]
    public static void NameFormat(TestNameFormat names) =>
        throw new CiFeaturesException(
            DecodingCodes.TestNameFormat, ErrorKind.BadInput, $"The format of test names has {names.Places} places (%s) for {names.Parts.Count} parts.", $"'{names.Format}'",
            "Give one part for each %s.");

    [DoesNotReturn]
    public static void SameBuild(BuildKey build) =>
        throw new CiFeaturesException(
            DecodingCodes.SameBuild, ErrorKind.BadInput, "The build was given twice; its results would count twice.", build.ToString(),
            "Give each build once.");

    [DoesNotReturn]
    public static void BadLink(string link, string place, Exception? cause = null) =>
        throw new CiFeaturesException(
            DecodingCodes.BadBuildLink, ErrorKind.BadInput, $"The link '{(link.Length > 200 ? link[..200] + "…" : link)}' does not name a folder of a bucket.", place,
            "A link to a build is gs://bucket/folder; leave the build out or correct the object's metadata.", cause);

    [DoesNotReturn]
    public static void BadPattern(string pattern, Exception cause) =>
        throw new CiFeaturesException(
            DecodingCodes.BadStatusPattern, ErrorKind.BadInput, $"'{(pattern.Length > 200 ? pattern[..200] + "…" : pattern)}' of a status rule is not a pattern that can be read.", "status rules",
            "Patterns are those of RE2, without look-around and back-references.", cause);
}
