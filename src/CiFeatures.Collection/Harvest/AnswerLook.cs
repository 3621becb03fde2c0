namespace CiFeatures.Collection.Harvest;

/// <summary>What a body looks like when it is not an answer.</summary>
internal static class AnswerLook
{
    /// <summary>Whether it begins like HTML or XML: services show their error pages so, often with status 200.</summary>
    public static bool IsWebPage(ReadOnlySpan<byte> body) => body.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8);
}
