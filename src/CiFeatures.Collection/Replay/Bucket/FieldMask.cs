namespace CiFeatures.Collection.Replay.Bucket;

/// <summary>The fields of an answer that a request asks for with <c>fields=</c>, such as <c>items(name,size),nextPageToken</c> or <c>items/name</c>.</summary>
internal sealed class FieldMask
{
    private const int MostDepth = 8;
    private readonly Dictionary<string, FieldMask> _fields = new(StringComparer.Ordinal);
    private bool _all;

    /// <summary>The mask that lets everything through.</summary>
    public static FieldMask All { get; } = new() { _all = true };

    /// <summary>Reads a mask.</summary>
    /// <param name="text">The parameter's value; null or empty asks for everything.</param>
    /// <returns>Null when it is none.</returns>
    public static FieldMask? TryParse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return All;
        }

        int at = 0;
        FieldMask mask = new();
        return mask.ReadList(text, ref at, 0) && at == text.Length ? mask : null;
    }

    /// <summary>The mask of what is inside a field; null when the field is not asked for.</summary>
    /// <param name="name">The field's name.</param>
    public FieldMask? Inside(string name) => _all ? All : _fields.GetValueOrDefault(name) ?? _fields.GetValueOrDefault("*");

    /// <summary>Whether a field is asked for.</summary>
    /// <param name="name">The field's name.</param>
    public bool Has(string name) => Inside(name) is not null;

    private bool ReadList(string text, ref int at, int depth)
    {
        while (ReadField(text, ref at, depth))
        {
            if (at == text.Length || text[at] != ',')
            {
                return true;
            }

            at++;
        }

        return false;
    }

    private bool ReadField(string text, ref int at, int depth)
    {
        int start = at;
        while (at < text.Length && text[at] is not (',' or '(' or ')' or '/'))
        {
            at++;
        }

        string name = text[start..at].Trim();
        if (name.Length == 0 || depth > MostDepth)
        {
            return false;
        }

        if (!_fields.TryGetValue(name, out FieldMask? inside))
        {
            _fields.Add(name, inside = new FieldMask());
        }

        switch (at < text.Length ? text[at] : '\0')
        {
            case '/':
                at++;
                return inside.ReadField(text, ref at, depth + 1);
            case '(':
                at++;
                return inside.ReadList(text, ref at, depth + 1) && at < text.Length && text[at++] == ')';
            default:
                inside._all = true;
                return true;
        }
    }
}
