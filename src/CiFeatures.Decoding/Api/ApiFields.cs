using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Api;

/// <summary>Field names of the API: it answers in snake case, and everything that reads protobuf JSON takes lower camel case as well.</summary>
internal static class ApiFields
{
    /// <summary>The name of the property that the reader stands on, in snake case.</summary>
    /// <param name="answer">The reader.</param>
    public static string Name(ref AnswerReader answer) => Snake(answer.Name());

    /// <summary>A name in snake case: <c>tabName</c> becomes <c>tab_name</c>; one that is in snake case stays as it is.</summary>
    /// <param name="name">The name.</param>
    public static string Snake(string name)
    {
        int capitals = 0;
        foreach (char c in name)
        {
            capitals += char.IsAsciiLetterUpper(c) ? 1 : 0;
        }

        return capitals == 0 ? name : string.Create(name.Length + capitals, name, Fill);
    }

    private static void Fill(Span<char> snake, string name)
    {
        int at = 0;
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c))
            {
                snake[at++] = '_';
            }

            snake[at++] = char.ToLowerInvariant(c);
        }
    }
}
