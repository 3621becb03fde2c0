using System.Text.Json;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State;

/// <summary>
/// Keeps what a message has and the domain has no place for: its wire bytes in base 64 as a JSON text, under a name that begins with <c>state:</c>.
/// The bytes are those of a message of which all that the domain has was taken away, so unknown fields are among them.
/// </summary>
internal static class StateFields
{
    public const string Grid = "state:grid";
    public const string Columns = "state:columns";
    public const string Row = "state:row";
    public const string Alert = "state:alert";
    public const string Tab = "state:tab";
    public const string FailingTest = "state:failing-test";

    /// <summary>The bytes of a grid without columns and rows. The configuration stays whole: the domain has three fields of it.</summary>
    /// <param name="grid">The grid.</param>
    public static byte[] Rest(GridMessage grid)
    {
        WireWriter writer = new();
        GridMessage.Rest.Write(grid, writer);
        return writer.Written.ToArray();
    }

    /// <summary>The bytes of a column's hotlists, hint, addresses, statistics and unknown fields; the hint only where it is not the build.</summary>
    /// <param name="column">The column.</param>
    public static byte[] Rest(ColumnMessage column)
    {
        if (column.HotlistIds.Length == 0 && column.Hint.Length == 0 && column.EmailAddresses.Count == 0 && column.Stats is null && column.Unknown.IsEmpty)
        {
            return [];
        }

        ColumnMessage rest = new()
        {
            HotlistIds = column.HotlistIds,
            Hint = column.Hint == column.Build ? "" : column.Hint,
            Stats = column.Stats,
            Unknown = column.Unknown,
        };
        rest.EmailAddresses.AddRange(column.EmailAddresses);
        return Bytes(ColumnMessage.Shape, rest);
    }

    /// <summary>The bytes of a message.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <param name="shape">Its shape.</param>
    /// <param name="message">The message.</param>
    public static byte[] Bytes<T>(MessageShape<T> shape, T message)
        where T : WireMessage, new()
    {
        WireWriter writer = new();
        shape.Write(message, writer);
        return writer.Written.ToArray();
    }

    /// <summary>Keeps bytes, unless there are none.</summary>
    /// <param name="others">Gets them.</param>
    /// <param name="name">The name.</param>
    /// <param name="bytes">The bytes.</param>
    public static void Keep(SortedDictionary<string, string> others, string name, ReadOnlySpan<byte> bytes)
    {
        if (!bytes.IsEmpty)
        {
            others[name] = $"\"{Convert.ToBase64String(bytes)}\"";
        }
    }

    /// <summary>Keeps the bytes of a list of messages, unless none of them has any.</summary>
    /// <param name="others">Gets them.</param>
    /// <param name="name">The name.</param>
    /// <param name="list">The bytes of each.</param>
    public static void KeepList(SortedDictionary<string, string> others, string name, IEnumerable<byte[]> list)
    {
        byte[][] all = [.. list];
        if (all.Any(bytes => bytes.Length > 0))
        {
            others[name] = JsonSerializer.Serialize(all);
        }
    }

    /// <summary>The bytes kept under a name; none when there are none or they are not ours.</summary>
    /// <param name="others">Has them.</param>
    /// <param name="name">The name.</param>
    public static byte[] Find(IReadOnlyDictionary<string, string> others, string name) => Parse<byte[]>(others, name) ?? [];

    /// <summary>The bytes of each message kept under a name; none when there are none or they are not ours.</summary>
    /// <param name="others">Has them.</param>
    /// <param name="name">The name.</param>
    public static byte[][] FindList(IReadOnlyDictionary<string, string> others, string name) => Parse<byte[][]>(others, name) ?? [];

    /// <summary>Reads bytes that <see cref="Find"/> gave.</summary>
    /// <typeparam name="T">The message.</typeparam>
    /// <param name="shape">Its shape.</param>
    /// <param name="bytes">The bytes.</param>
    public static T Read<T>(MessageShape<T> shape, byte[] bytes)
        where T : WireMessage, new() =>
        bytes.Length == 0 ? new() : shape.Read(bytes, Context());

    /// <summary>A context for bytes that the project wrote itself.</summary>
    public static WireContext Context() => new(new IssueLog([], new("", ""), 0), DecodeLimits.Default, null);

    private static T? Parse<T>(IReadOnlyDictionary<string, string> others, string name)
        where T : class
    {
        if (!others.TryGetValue(name, out string? json))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            // Whoever changed the text no longer has the fields; the grid itself can still be written.
            return null;
        }
    }
}
