namespace CiFeatures.Features.Logs.Templates;

/// <summary>64-bit keys to small numbers: open addressing, no removal. Two keys that are equal are taken for the same thing.</summary>
internal sealed class KeyMap
{
    private ulong[] _keys = new ulong[1024];
    private int[] _values = new int[1024];

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>Finds a key.</summary>
    /// <returns>Its value, or -1 where it is not there.</returns>
    public int Find(ulong key)
    {
        key |= 1;
        ulong[] keys = _keys;
        int mask = keys.Length - 1;
        for (int slot = Slot(key) & mask; keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
            {
                return _values[slot];
            }
        }

        return -1;
    }

    /// <summary>Adds a key that is not there.</summary>
    public void Add(ulong key, int value)
    {
        Place(_keys, _values, key | 1, value);
        Count++;
        if (Count * 2 > _keys.Length)
        {
            Grow();
        }
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear()
    {
        Array.Clear(_keys);
        Count = 0;
    }

    // The lowest bit marks a taken place, so it says nothing.
    private static int Slot(ulong key) => unchecked((int)(key >> 1));

    private static void Place(ulong[] keys, int[] values, ulong key, int value)
    {
        int mask = keys.Length - 1;
        int slot = Slot(key) & mask;
        while (keys[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        keys[slot] = key;
        values[slot] = value;
    }

    private void Grow()
    {
        var keys = new ulong[_keys.Length * 2];
        var values = new int[keys.Length];
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] != 0)
            {
                Place(keys, values, _keys[i], _values[i]);
            }
        }

        _keys = keys;
        _values = values;
    }
}
