using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CiFeatures.Collection.Replay.Http;

/// <summary>An answer as it goes over the wire to one client.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">All headers but those that the server itself adds.</param>
/// <param name="Body">The body; empty where none is sent.</param>
internal sealed record ReadyAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Fits an answer to a request: the form of the body, a part of it, or nothing where the client has it or asked for the head.</summary>
    /// <exception cref="Core.Errors.CiFeaturesException">What is stored is missing or damaged.</exception>
    public static ReadyAnswer For(HttpRequest request, ReplayAnswer answer)
    {
        bool gzip = answer.Body.HasGzip && Preferences.TakesGzip(request.Headers);
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

        if (answer.Body.HasGzip)
        {
            headers.Add(("Vary", "Accept-Encoding"));
        }

        if (answer.Status == 200 && Preferences.HasAlready(request.Headers, tag, answer.LastModified))
        {
            return new ReadyAnswer(304, headers, default);
        }

        ReadOnlyMemory<byte> body = answer.Body.Load(gzip);
        headers.Add(("Content-Type", answer.ContentType));
        if (gzip)
        {
            headers.Add(("Content-Encoding", "gzip"));
        }

        int status = answer.Status;
        if (answer.TakesRanges && status == 200)
        {
            (status, body) = Part(request, tag, body, headers);
        }

        headers.Add(("Content-Length", body.Length.ToString(CultureInfo.InvariantCulture)));
        return new ReadyAnswer(status, headers, HttpMethods.IsHead(request.Method) ? default : body);
    }

    private static (int Status, ReadOnlyMemory<byte> Body) Part(HttpRequest request, string tag, ReadOnlyMemory<byte> body, List<(string Name, string Value)> headers)
    {
        headers.Add(("Accept-Ranges", "bytes"));
        if (!HttpMethods.IsGet(request.Method) || !Preferences.AsksForPart(request.Headers, tag, body.Length, out (int Start, int Length) range))
        {
            return (200, body);
        }

        if (range.Length == 0)
        {
            headers.Add(("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes */{body.Length}")));
            return (416, default);
        }

        headers.Add(("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {range.Start}-{range.Start + range.Length - 1}/{body.Length}")));
        return (206, body.Slice(range.Start, range.Length));
    }
}
