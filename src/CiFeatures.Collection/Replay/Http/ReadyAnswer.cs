using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CiFeatures.Collection.Replay.Http;

/// <summary>An answer as it goes over the wire to one client.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">All headers but those that the server itself adds.</param>
/// <param name="Body">The bytes of which the body is a part.</param>
/// <param name="Start">The first of them that is sent.</param>
/// <param name="Length">How many are sent; 0 where no body is.</param>
internal sealed record ReadyAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, BodyBytes Body, long Start, long Length)
{
    private const string GenerationHeader = "x-goog-if-generation-match";

    /// <summary>Whether the length is not said beforehand, so that the body goes out in chunks.</summary>
    public bool IsChunked { get; private init; }

    /// <summary>Fits an answer to a request: the form of the body, a part of it, or nothing where the client has it or asked for the head.</summary>
    /// <exception cref="Core.Errors.CiFeaturesException">What is stored is missing or damaged.</exception>
    public static ReadyAnswer For(HttpRequest request, ReplayAnswer whole)
    {
        bool takesGzip = Preferences.TakesGzip(request.Headers);
        ReplayAnswer answer = takesGzip ? whole : whole.WithoutGzip ?? whole;
        if (answer.Generation is { } generation && request.Headers[GenerationHeader] is { Count: > 0 } wanted && wanted.ToString() != generation)
        {
            answer = ReplayAnswer.Line(412, "412 the object has another generation");
        }

        bool gzip = answer.Body.HasGzip && takesGzip;
        string tag = answer.EntityTag ?? answer.Body.EntityTag(gzip);
        List<(string Name, string Value)> headers = [.. answer.Headers];
        if (answer.Status == 200)
        {
            headers.Add(("ETag", tag));
            if (answer.LastModified is { } time)
            {
                headers.Add(("Last-Modified", Preferences.Date(time)));
            }
        }

        if (answer.Body.HasGzip || whole.WithoutGzip is not null)
        {
            headers.Add(("Vary", "Accept-Encoding"));
        }

        return answer.Status == 200 && Preferences.HasAlready(request.Headers, tag, answer.LastModified)
            ? new ReadyAnswer(304, headers, MemoryBytes.Empty, 0, 0)
            : WithBody(request, answer, tag, gzip, headers);
    }

    private static ReadyAnswer WithBody(HttpRequest request, ReplayAnswer answer, string tag, bool gzip, List<(string Name, string Value)> headers)
    {
        BodyBytes body = answer.Body.Bytes(gzip);
        headers.Add(("Content-Type", answer.ContentType));
        if (gzip)
        {
            headers.Add(("Content-Encoding", "gzip"));
        }

        (int status, long start, long length) = (answer.Status, 0L, body.Length);
        if (answer.TakesRanges && status == 200)
        {
            (status, start, length) = Part(request, tag, body.Length, headers);
        }

        if (!answer.HidesLength)
        {
            headers.Add(("Content-Length", length.ToString(CultureInfo.InvariantCulture)));
        }

        return new ReadyAnswer(status, headers, body, start, HttpMethods.IsHead(request.Method) ? 0 : length) { IsChunked = answer.HidesLength };
    }

    private static (int Status, long Start, long Length) Part(HttpRequest request, string tag, long length, List<(string Name, string Value)> headers)
    {
        headers.Add(("Accept-Ranges", "bytes"));
        if (!HttpMethods.IsGet(request.Method) || !Preferences.AsksForPart(request.Headers, tag, length, out (long Start, long Length) range))
        {
            return (200, 0, length);
        }

        if (range.Length == 0)
        {
            headers.Add(("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes */{length}")));
            return (416, 0, 0);
        }

        headers.Add(("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {range.Start}-{range.Start + range.Length - 1}/{length}")));
        return (206, range.Start, range.Length);
    }
}
