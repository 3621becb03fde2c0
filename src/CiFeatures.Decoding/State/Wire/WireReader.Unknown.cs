using CiFeatures.Core.Errors;

namespace CiFeatures.Decoding.State.Wire;

/// <content>Passes over what the reader does not know and keeps it.</content>
internal ref partial struct WireReader
{
    // Deeper groups than this need an array; nobody has written groups for long.
    private const int UsualDepth = 64;

    /// <summary>Keeps a field whose number the message does not have.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="unknown">Gets the field.</param>
    public void Keep(uint key, ref UnknownFields unknown)
    {
        int from = _keyAt;
        WirePlace place = Place;
        Skip(key);
        if (Context.TakeOtherBytes(_at - from, place))
        {
            unknown.Add(_bytes[from.._at]);
        }
    }

    /// <summary>Keeps a field whose number the message has with another wire type. As in protobuf's own readers it counts as unknown.</summary>
    /// <param name="key">The field's key.</param>
    /// <param name="unknown">Gets the field.</param>
    public void KeepWrong(uint key, ref UnknownFields unknown)
    {
        Context.Issues.Add(
            DecodingCodes.WrongWireType, DecodeRepair.Ignored, Context.Test, Place.ToString(),
            $"Field {WireKeys.Number(key)} has the wire type {WireKeys.Type(key)}, which it should not have.");
        Keep(key, ref unknown);
    }

    private void Skip(uint key)
    {
        switch (WireKeys.Type(key))
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Fixed64:
                Fixed(sizeof(long));
                break;
            case WireType.Bytes:
                Bytes();
                break;
            case WireType.Fixed32:
                Fixed(sizeof(int));
                break;
            case WireType.StartGroup:
                SkipGroup(key);
                break;
            default:
                Damage($"the group {WireKeys.Number(key)} ends but was not begun");
                break;
        }
    }

    private void SkipGroup(uint key)
    {
        int limit = Context.Limits.MaxDepth;
        Span<int> open = limit <= UsualDepth ? stackalloc int[UsualDepth] : new int[Math.Min(limit, _bytes.Length - _at + 1)];
        int depth = 0;
        int start = _keyAt;
        while (true)
        {
            int number = WireKeys.Number(key);
            switch (WireKeys.Type(key))
            {
                case WireType.StartGroup when depth >= limit || depth >= open.Length:
                    DecodingErrors.TooDeep(limit, $"{Context.Issues.Place}, {Message}, byte {_start + _keyAt}");
                    break;
                case WireType.StartGroup:
                    open[depth++] = number;
                    break;
                case WireType.EndGroup when depth == 0 || open[depth - 1] != number:
                    Damage($"the group {number} ends but was not begun");
                    break;
                case WireType.EndGroup:
                    depth--;
                    break;
                default:
                    Skip(key);
                    break;
            }

            if (depth == 0)
            {
                _keyAt = start;
                return;
            }

            if (!TryKey(out key))
            {
                Damage($"the group {open[depth - 1]} does not end");
            }
        }
    }
}
