using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CiFeatures.Collection.Replay.Http;

/// <summary>What a client's headers ask for.</summary>
internal static class Preferences
{
    /// <summary>Whether a client takes gzip (RFC 9110, 12.5.3), and not less gladly than the plain form.</summary>
    public static bool TakesGzip(IHeaderDictionary headers)
    {
        StringValues accepted = headers.AcceptEncoding;
        if (StringValues.IsNullOrEmpty(accepted) || !StringWithQualityHeaderValue.TryParseList(accepted.ToArray()!, out IList<StringWithQualityHeaderValue>? codings))
        {
            return false;
        }

        double gzip = Quality(codings, "gzip") ?? Quality(codings, "x-gzip") ?? Quality(codings, "*") ?? 0;
        return gzip > 0 && gzip >= (Quality(codings, "identity") ?? 0);
    }

    /// <summary>Whether the client has the form already (RFC 9110, 13.2.2): a tag decides where there is one, else the time.</summary>
    public static bool HasAlready(IHeaderDictionary headers, string entityTag, DateTimeOffset? modified)
    {
        StringValues tags = headers.IfNoneMatch;
        if (tags.Count > 0)
        {
            EntityTagHeaderValue current = new(entityTag);
            return tags.ToString().Trim() == "*"
                || (EntityTagHeaderValue.TryParseList(tags.ToArray()!, out IList<EntityTagHeaderValue>? known) && known.Any(k => k.Compare(current, useStrongComparison: false)));
        }

        return modified is { } time && HeaderUtilities.TryParseDate(headers.IfModifiedSince.ToString(), out DateTimeOffset since) && time <= since;
    }

    /// <summary>The part of a body that a client asks for (RFC 9110, 14).</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="entityTag">The tag of the body; with another one in <c>If-Range</c> the whole body is sent.</param>
    /// <param name="length">The body's length.</param>
    /// <param name="range">The part.</param>
    /// <returns>Whether there is one; an empty part is one that lies past the end.</returns>
    public static bool AsksForPart(IHeaderDictionary headers, string entityTag, long length, out (long Start, long Length) range)
    {
        range = default;
        if (!RangeHeaderValue.TryParse(headers.Range.ToString(), out RangeHeaderValue? wanted) || wanted.Unit != "bytes" || wanted.Ranges.Count != 1
            || (headers.IfRange.Count > 0 && headers.IfRange.ToString() != entityTag))
        {
            return false;
        }

        RangeItemHeaderValue part = wanted.Ranges.First();
        long start = part.From ?? Math.Max(0, length - part.To!.Value);
        long end = part.From is null ? length : Math.Min(length, (part.To is { } to && to < length ? to : length - 1) + 1);
        range = start < end ? (start, end - start) : (0, 0);
        return true;
    }

    /// <summary>A time as headers have it.</summary>
    public static string Date(DateTimeOffset time) => time.ToUniversalTime().ToString("r", CultureInfo.InvariantCulture);

    private static double? Quality(IList<StringWithQualityHeaderValue> codings, string name)
    {
        foreach (StringWithQualityHeaderValue coding in codings)
        {
            if (coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return coding.Quality ?? 1;
            }
        }

        return null;
    }
}
