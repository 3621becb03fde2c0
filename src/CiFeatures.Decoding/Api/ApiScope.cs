namespace CiFeatures.Decoding.Api;

/// <summary>Which instance a request is about: the parameter <c>scope=gs://bucket[/path]</c>, else the server's own bucket.</summary>
/// <param name="ConfigPath">The configuration object, such as <c>gs://bucket/path/config</c>.</param>
/// <param name="IsDefault">Whether it is the server's own.</param>
public readonly record struct ApiScope(string ConfigPath, bool IsDefault)
{
    private const string Scheme = "gs://";

    /// <summary>Finds the configuration object of a request.</summary>
    /// <param name="scope">The request's parameter; null or empty when it has none.</param>
    /// <param name="defaultBucket">The server's own bucket, such as <c>gs://bucket</c>; null or empty when it has none.</param>
    /// <param name="found">The object.</param>
    /// <returns>False when neither is given, or the one that counts is not the address of a bucket; the server answers 404.</returns>
    public static bool TryResolve(string? scope, string? defaultBucket, out ApiScope found)
    {
        bool isDefault = string.IsNullOrEmpty(scope);
        string bucket = (isDefault ? defaultBucket : scope) ?? "";
        string[] parts = bucket.StartsWith(Scheme, StringComparison.Ordinal) ? bucket[Scheme.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries) : [];
        if (parts.Length == 0 || parts.Any(p => p is "." or "..") || bucket.AsSpan().IndexOfAny("?#\0") >= 0)
        {
            found = default;
            return false;
        }

        found = new($"{Scheme}{string.Join('/', parts)}/config", isDefault);
        return true;
    }

    /// <summary>The scope that a request's query names: the first of that name; all other parameters count for nothing.</summary>
    /// <param name="query">The query, with or without the question mark.</param>
    /// <returns>The unescaped value, or null when there is none.</returns>
    public static string? FromQuery(string query)
    {
        foreach (string pair in query.TrimStart('?').Split('&'))
        {
            if (pair.StartsWith("scope=", StringComparison.Ordinal))
            {
                string value = Uri.UnescapeDataString(pair["scope=".Length..].Replace('+', ' '));
                return value.Length == 0 ? null : value;
            }
        }

        return null;
    }

    /// <summary>What a link carries so that it stays within the request's instance: <c>?scope=…</c> where the request has a scope, else nothing.</summary>
    /// <param name="scope">The request's scope; null when it has none.</param>
    public static string LinkQuery(string? scope) => string.IsNullOrEmpty(scope) ? "" : $"?scope={scope}";
}
