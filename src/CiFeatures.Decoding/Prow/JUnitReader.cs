using System.Xml;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Prow;

/// <summary>Reads JUnit files of any writer: <c>testsuites</c> or <c>testsuite</c> at the root, suites in suites, cases in file order.</summary>
/// <remarks>
/// <para>
/// A file that is damaged, has another root, or is beyond a limit gives an issue and no cases: half of a file would make the other half look as if it had not run.
/// TestGrid calls such a file malformed as well. Bytes and characters that XML does not allow are replaced and reported, where TestGrid gives the file up.
/// </para>
/// <para>
/// The document type is skipped, so there are no external entities and nothing to expand; a reference to an entity that XML does not have makes the file damaged.
/// Cases right below <c>testsuites</c>, which TestGrid does not look for, are read. Needs memory for its cases and a buffer. What follows the root's end is read and not looked at.
/// </para>
/// </remarks>
public static class JUnitReader
{
    /// <summary>Reads all test cases.</summary>
    /// <param name="xml">The file's bytes, plain. Not disposed.</param>
    /// <param name="issues">Gets what was repaired or left out, with places and without dashboard and job.</param>
    /// <param name="limits">What the file may have; <see cref="DecodeLimits.Default"/> when null. Texts beyond <see cref="DecodeLimits.MaxTextBytes"/> characters are cut.</param>
    /// <returns>The cases; none when the file cannot be used (CIF1182, CIF1183, CIF1184) or is empty.</returns>
    public static IReadOnlyList<JUnitCase> Read(Stream xml, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        List<JUnitCase> cases = [];
        return TryRead(xml, issues, limits ?? DecodeLimits.Default, cases.Add) ? cases : [];
    }

    /// <summary>Reads all test cases, one at a time, so that the caller need not hold their texts.</summary>
    /// <param name="xml">The file's bytes, plain. Not disposed.</param>
    /// <param name="issues">Gets what was repaired or left out, with places and without dashboard and job.</param>
    /// <param name="limits">What the file may have.</param>
    /// <param name="take">Gets each case.</param>
    /// <returns>False when the file cannot be used (CIF1182, CIF1183, CIF1184); what was given until then is to be dropped.</returns>
    public static bool TryRead(Stream xml, ICollection<DecodeIssue> issues, DecodeLimits limits, Action<JUnitCase> take)
    {
        ArgumentNullException.ThrowIfNull(xml);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(take);
        IssueLog log = new(issues, new JobKey("", ""), limits.MaxIssues);
        bool good = TryRead(xml, log, limits, take);

        // A stream may check itself at its end.
        Span<byte> rest = stackalloc byte[1024];
        while (xml.Read(rest) > 0)
        {
        }

        log.Complete();
        return good;
    }

    private static bool TryRead(Stream xml, IssueLog log, DecodeLimits limits, Action<JUnitCase> take)
    {
        using XmlCharacters characters = new(xml, limits.MaxJUnitBytes);
        if (characters.Peek() < 0)
        {
            return true;
        }

        // Blanks before the declaration are common, and XML forbids them.
        while (characters.Peek() is ' ' or '\t' or '\n' or '\r')
        {
            _ = characters.Read();
        }

        NameTable names = new();
        XmlParserContext context = new(names, new LenientNamespaces(names), "", XmlSpace.None);
        using XmlReader reader = XmlReader.Create(characters, Settings(names), context);
        JUnitWalk walk = new(reader, log, limits, take);
        string? problem;
        string code;
        try
        {
            problem = walk.Run(out code);
        }
        catch (XmlException e)
        {
            code = DecodingCodes.DamagedJUnit;
            problem = $"It is not well-formed XML: {FirstSentence(e.Message)}";
        }

        if (characters.IsTooLong)
        {
            code = DecodingCodes.BuildFileTooLarge;
            problem = $"The file has more bytes than the limit DecodeLimits.{nameof(DecodeLimits.MaxJUnitBytes)}, {limits.MaxJUnitBytes}.";
        }

        if (problem is not null)
        {
            log.Add(code, DecodeRepair.Ignored, "", walk.Place, $"{problem} {walk.Cases} cases were read and dropped.");
            return false;
        }

        walk.Complete();
        if (characters.Replaced > 0)
        {
            log.Add(
                DecodingCodes.CharactersReplaced, DecodeRepair.Replaced, "", $"byte {characters.FirstReplaced}",
                $"{characters.Replaced} characters are not UTF-8 or not allowed in XML; they were read as U+FFFD.");
        }

        return true;
    }

    private static XmlReaderSettings Settings(NameTable names) => new()
    {
        // Ignore, not Prohibit: writers put in a document type that means no harm. Nothing of it is read, and nothing is resolved.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        NameTable = names,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        ConformanceLevel = ConformanceLevel.Document,
    };

    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(" Line ", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
