namespace CiFeatures.Decoding.State.Wire;

/// <summary>A list that takes no memory while it is empty and exactly what it needs when it is filled at once, as packed lists are.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
internal struct Growing<T>
{
    private T[]? _items;
    private int _count;

    /// <summary>How many items there are.</summary>
    public readonly int Count => _count;

    /// <summary>The items.</summary>
    public readonly ReadOnlySpan<T> Items => _items.AsSpan(0, _count);

    /// <summary>Adds an item.</summary>
    /// <param name="item">The item.</param>
    public void Add(T item) => AddRange(new ReadOnlySpan<T>(in item));

    /// <summary>Adds items.</summary>
    /// <param name="items">The items.</param>
    public void AddRange(ReadOnlySpan<T> items)
    {
        int needed = checked(_count + items.Length);
        if (_items is null || _items.Length < needed)
        {
            Array.Resize(ref _items, Math.Max(needed, (int)Math.Min((_items?.Length ?? 0) * 2L, Array.MaxLength)));
        }

        items.CopyTo(_items.AsSpan(_count));
        _count = needed;
    }

    /// <summary>The items in an array of their own.</summary>
    public readonly T[] ToArray() => _items is { } items && items.Length == _count ? items : Items.ToArray();
}
