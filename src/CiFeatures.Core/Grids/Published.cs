namespace CiFeatures.Core.Grids;

/// <summary>A field of an answer that keeps apart what was absent, what was <c>null</c> and what had a value.</summary>
/// <typeparam name="T">The type of the value; an empty list or text is a value.</typeparam>
public readonly record struct Published<T>
{
    private readonly T? _value;

    private Published(PublishedState state, T? value)
    {
        State = state;
        _value = value;
    }

    /// <summary>The field was not in the answer. This is also the default.</summary>
    public static Published<T> Absent => default;

    /// <summary>The field was in the answer as <c>null</c>.</summary>
    public static Published<T> Null => new(PublishedState.Null, default);

    /// <summary>Whether the field was absent, null or had a value.</summary>
    public PublishedState State { get; }

    /// <summary>Whether the field had a value.</summary>
    public bool HasValue => State == PublishedState.Value;

    /// <summary>The field had this value.</summary>
    /// <param name="value">The value.</param>
    public static Published<T> Of(T value) => new(PublishedState.Value, value);

    /// <summary>The value, or <paramref name="fallback"/> when the field was absent or null.</summary>
    /// <param name="fallback">What to give when there is no value.</param>
    public T ValueOr(T fallback) => HasValue ? _value! : fallback;

    /// <summary>The value, or <c>default</c> when the field was absent or null.</summary>
    public T? ValueOrDefault() => HasValue ? _value : default;
}
