namespace CiFeatures.Features.Logs.Failures;

/// <summary>Recognises what a logger puts before a message: dates and times, and the names of job and step that some services add.</summary>
internal static class LinePrefix
{
    private const int MaxStamps = 3;

    /// <summary>Gives how many characters at the start of a line are no message. The one blank behind a time stamp is taken too, further ones are indentation.</summary>
    public static int Length(ReadOnlySpan<char> line)
    {
        int start = JobAndStep(line);
        for (int i = 0; i < MaxStamps; i++)
        {
            int taken = Stamp(line[start..]);
            if (taken == 0)
            {
                break;
            }

            start += taken;
        }

        return start;
    }

    private static int JobAndStep(ReadOnlySpan<char> line)
    {
        int first = line.IndexOf('\t');
        int second = first < 0 ? -1 : line[(first + 1)..].IndexOf('\t');
        if (second < 0)
        {
            return 0;
        }

        int start = first + second + 2;
        return Stamp(line[start..]) > 0 ? start : 0;
    }

    private static int Stamp(ReadOnlySpan<char> text)
    {
        int month = MonthAndDay(text);
        int start = month;
        char close = '\0';
        if (start < text.Length && text[start] == '[')
        {
            close = ']';
            start++;
        }

        int digits = 0;
        int colons = 0;
        int dates = 0;
        int end = start;
        for (; end < text.Length; end++)
        {
            char c = text[end];
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c == ':')
            {
                colons++;
            }
            else if (c is '-' or '/')
            {
                dates++;
            }
            else if (c is not ('T' or 'Z' or '.' or ',' or '+') && !(c == ' ' && close == ']' && digits > 0))
            {
                break;
            }
        }

        bool isStamp = digits >= 4 && (colons >= 2 || (dates == 2 && digits == 8)) && digits > colons + dates;
        if (!isStamp || (close != '\0' && (end >= text.Length || text[end++] != close)))
        {
            return 0;
        }

        if (end < text.Length && text[end] == ':')
        {
            end++;
        }

        return end == text.Length ? end : text[end] is ' ' or '\t' ? end + 1 : close != '\0' ? end : 0;
    }

    // "Aug  5 06:55:36.135", as syslog and Kubernetes' end-to-end tests print.
    private static int MonthAndDay(ReadOnlySpan<char> text) =>
        text.Length > 7 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterLower(text[1]) && char.IsAsciiLetterLower(text[2]) && text[3] == ' '
        && (char.IsAsciiDigit(text[4]) || text[4] == ' ') && char.IsAsciiDigit(text[5]) && text[6] == ' ' && char.IsAsciiDigit(text[7])
            ? 7
            : 0;
}
