using System.Buffers;

namespace CiFeatures.Collection.Http;

/// <summary>Who asks, said honestly.</summary>
internal static class UserAgent
{
    private const int MaxContact = 200;

    // What is allowed inside the brackets of the header without quoting.
    private static readonly SearchValues<char> Contact =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 !#$%&'*+,-./:;=?@_~[]{}|^<>");

    /// <summary>The header's value: <c>cifeatures/0.1.0 (+contact)</c>.</summary>
    /// <exception cref="Core.Errors.CiFeaturesException">The contact has letters that cannot stand in the header.</exception>
    public static string Of(PoliteHttpOptions options)
    {
        // Build metadata says nothing to the service's owners.
        string version = options.ToolVersion.Split('+')[0];
        if (options.Contact.Length == 0)
        {
            return $"cifeatures/{version}";
        }

        return options.Contact.Length <= MaxContact && !options.Contact.AsSpan().ContainsAnyExcept(Contact)
            ? $"cifeatures/{version} (+{options.Contact})"
            : throw HttpErrors.BadSetting(
                "contact",
                $"The contact is longer than {MaxContact} characters, or has one that cannot stand in a User-Agent header",
                "Give an e-mail address or a web address in ASCII, without brackets, quotes and backslashes.");
    }
}
