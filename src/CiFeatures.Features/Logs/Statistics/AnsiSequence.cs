using System.Runtime.CompilerServices;

namespace CiFeatures.Features.Logs.Statistics;

/// <summary>Where reading stands within a terminal escape sequence (ECMA-48).</summary>
/// <remarks>A sequence is ESC and what follows of <c>[ parameters intermediates final</c>, of <c>] … BEL</c> or <c>] … ESC \</c> within the
/// line, or of <c>intermediates final</c>. A broken one goes as far as it fits.</remarks>
internal struct AnsiSequence
{
    /// <summary>The byte that begins every sequence.</summary>
    public const byte Escape = 0x1B;

    private Step _step;

    private enum Step : byte
    {
        Text,
        Escape,
        Parameters,
        Intermediates,
        Command,
        CommandEscape,
    }

    /// <summary>Gets whether a sequence was begun and can go on.</summary>
    public readonly bool IsOpen => _step != Step.Text;

    /// <summary>Gives the length of the sequence at the beginning of some text, as far as the text goes.</summary>
    /// <param name="text">Text that begins with <see cref="Escape"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int LengthOf(ReadOnlySpan<byte> text)
    {
        // Nearly all are colours: ESC [ digits ; digits m.
        int at = 2;
        if (text.Length > 2 && text[1] == (byte)'[')
        {
            while (at < text.Length && text[at] is >= 0x30 and <= 0x3F)
            {
                at++;
            }

            if (at < text.Length && text[at] is >= 0x40 and <= 0x7E)
            {
                return at + 1;
            }
        }

        AnsiSequence sequence = default;
        at = 0;
        do
        {
            // An escape byte where none fits begins another sequence.
            if (!sequence.Takes(text[at]) || (at > 0 && sequence._step == Step.Escape))
            {
                return at;
            }

            at++;
        }
        while (at < text.Length && sequence.IsOpen);
        return at;
    }

    /// <summary>Reads the next byte.</summary>
    /// <returns>Whether it belongs to a sequence.</returns>
    public bool Takes(byte value)
    {
        Step? next = _step switch
        {
            Step.Escape => AfterEscape(value),
            Step.Parameters => AfterParameters(value),
            Step.Intermediates => AfterIntermediates(value),
            Step.Command => AfterCommand(value),
            Step.CommandEscape => value == (byte)'\\' ? Step.Text : null,
            _ => null,
        };
        if (next is { } step)
        {
            _step = step;
            return true;
        }

        _step = value == Escape ? Step.Escape : Step.Text;
        return value == Escape;
    }

    private static Step? AfterEscape(byte value) => value switch
    {
        (byte)'[' => Step.Parameters,
        (byte)']' => Step.Command,
        >= 0x20 and <= 0x2F => Step.Intermediates,
        >= 0x30 and <= 0x7E => Step.Text,
        _ => null,
    };

    private static Step? AfterParameters(byte value) => value switch
    {
        >= 0x30 and <= 0x3F => Step.Parameters,
        >= 0x20 and <= 0x2F => Step.Intermediates,
        >= 0x40 and <= 0x7E => Step.Text,
        _ => null,
    };

    private static Step? AfterIntermediates(byte value) => value switch
    {
        >= 0x20 and <= 0x2F => Step.Intermediates,
        >= 0x30 and <= 0x7E => Step.Text,
        _ => null,
    };

    private static Step? AfterCommand(byte value) => value switch
    {
        (byte)'\n' => null,
        0x07 => Step.Text,
        0x1B => Step.CommandEscape,
        _ => Step.Command,
    };
}
