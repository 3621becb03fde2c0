namespace CiFeatures.Collection.TestGrid;

/// <summary>The address that all others of a source begin with.</summary>
internal static class BaseAddress
{
    /// <summary>Checks it.</summary>
    /// <param name="address">An absolute address with http or https; may have a path.</param>
    /// <param name="setting">The setting's name, for errors.</param>
    /// <param name="example">A good one, for errors.</param>
    /// <returns>The address without a slash at the end.</returns>
    /// <exception cref="Core.Errors.CiFeaturesException">It is not such an address, or has credentials, a query or a fragment.</exception>
    public static string Check(Uri address, string setting, string example)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.Host.Length == 0)
        {
            throw TestGridErrors.BadSetting(setting, $"'{address.OriginalString}' is not the address of a site", $"Give one like {example}.");
        }

        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            // The manifest keeps the address, so nothing secret may be in it.
            throw TestGridErrors.BadSetting(setting, "The address has credentials, a query or a fragment", $"Give the address without them, like {example}.");
        }

        return address.AbsoluteUri.TrimEnd('/');
    }
}
