using System.Globalization;

namespace CiFeatures.Formats.Npy;

/// <summary>Takes the parts of a Python literal one after the other.</summary>
internal sealed class NpyHeaderScanner(string text)
{
    private int _position;

    public bool IsAtQuote
    {
        get
        {
            SkipSpace();
            return _position < text.Length && text[_position] is '\'' or '"';
        }
    }

    public bool TryTake(char sign)
    {
        SkipSpace();
        if (_position >= text.Length || text[_position] != sign)
        {
            return false;
        }

        _position++;
        return true;
    }

    public void Expect(char sign)
    {
        if (!TryTake(sign))
        {
            throw new InvalidDataException($"'{sign}' was expected at character {_position} of the head");
        }
    }

    public string Quoted()
    {
        if (!IsAtQuote)
        {
            throw new InvalidDataException($"a quoted word was expected at character {_position} of the head");
        }

        int end = text.IndexOf(text[_position], _position + 1);
        if (end < 0)
        {
            throw new InvalidDataException("a quoted word in the head does not end");
        }

        string word = text[(_position + 1)..end];
        _position = end + 1;
        return word;
    }

    public bool Boolean()
    {
        SkipSpace();
        foreach (bool value in (ReadOnlySpan<bool>)[true, false])
        {
            string word = value ? "True" : "False";
            if (text.AsSpan(_position).StartsWith(word))
            {
                _position += word.Length;
                return value;
            }
        }

        throw new InvalidDataException($"True or False was expected at character {_position} of the head");
    }

    public List<long> Tuple(int most)
    {
        List<long> numbers = [];
        Expect('(');
        while (!TryTake(')'))
        {
            SkipSpace();
            int start = _position;
            while (_position < text.Length && char.IsAsciiDigit(text[_position]))
            {
                _position++;
            }

            if (!long.TryParse(text.AsSpan(start, _position - start), NumberStyles.None, CultureInfo.InvariantCulture, out long number) || numbers.Count == most)
            {
                throw new InvalidDataException($"the shape is wrong at character {start} of the head");
            }

            numbers.Add(number);
            TryTake('L');
            if (!TryTake(','))
            {
                Expect(')');
                break;
            }
        }

        return numbers;
    }

    private void SkipSpace()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }
    }
}
