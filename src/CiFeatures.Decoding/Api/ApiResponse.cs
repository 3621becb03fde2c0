using System.Text;

namespace CiFeatures.Decoding.Api;

/// <summary>The answer to one request.</summary>
/// <param name="Status">200, or 404 for everything that is not there.</param>
/// <param name="ContentType">JSON, or plain text for an error.</param>
/// <param name="Body">The bytes.</param>
public sealed record ApiResponse(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>An answer with JSON.</summary>
    /// <param name="body">The JSON as UTF-8.</param>
    public static ApiResponse Json(byte[] body) => new(200, "application/json", body);

    /// <summary>The answer for what is not there.</summary>
    /// <param name="reason">What is not there.</param>
    public static ApiResponse NotFound(string reason) => new(404, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(reason + "\n"));
}
