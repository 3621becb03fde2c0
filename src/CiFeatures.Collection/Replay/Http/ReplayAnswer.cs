using System.Text;

namespace CiFeatures.Collection.Replay.Http;

/// <summary>An answer before it is known whether the client has it already and in which form it takes it.</summary>
internal sealed record ReplayAnswer
{
    public const string Json = "application/json; charset=utf-8";
    public const string Html = "text/html; charset=utf-8";
    public const string Text = "text/plain; charset=utf-8";
    public const string Bytes = "application/octet-stream";

    public int Status { get; init; } = 200;

    public required string ContentType { get; init; }

    public required AnswerBody Body { get; init; }

    /// <summary>When the body was made, whole seconds; null for answers that are about nothing stored.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The tag to send instead of the body's own, with its quotes.</summary>
    public string? EntityTag { get; init; }

    /// <summary>Whether a client may ask for a part.</summary>
    public bool TakesRanges { get; init; }

    /// <summary>Whether the answer does not say how long it is, as one whose end the service itself does not know yet.</summary>
    public bool HidesLength { get; init; }

    /// <summary>The generation of a bucket's object, which a client may insist on; null for other answers.</summary>
    public string? Generation { get; init; }

    /// <summary>The answer to clients that do not take gzip; null where this answer is for all.</summary>
    public ReplayAnswer? WithoutGzip { get; init; }

    /// <summary>Other headers.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>A line of text, for what is not there or not allowed.</summary>
    public static ReplayAnswer Line(int status, string text) => new() { Status = status, ContentType = Text, Body = new MadeBody(Encoding.UTF8.GetBytes(text + "\n")) };

    public static ReplayAnswer NotFound(string what) => Line(404, $"404 not found: {what}");
}
