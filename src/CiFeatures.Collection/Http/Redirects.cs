namespace CiFeatures.Collection.Http;

/// <summary>Where a request may be sent on to: the same service, from http to https of the same host, and hosts that the user allowed.</summary>
internal static class Redirects
{
    /// <summary>Whether a status asks to go elsewhere.</summary>
    public static bool IsRedirect(int status) => status is 301 or 302 or 303 or 307 or 308;

    /// <summary>The next address.</summary>
    /// <param name="from">The address that answered.</param>
    /// <param name="location">The header <c>Location</c>; may be relative.</param>
    /// <param name="allowedHosts">Hosts beside the service's own; never from https to http.</param>
    /// <exception cref="FetchFailure">There is no address, or it belongs to somebody else.</exception>
    public static Uri Follow(Uri from, Uri? location, IReadOnlyList<string> allowedHosts)
    {
        if (location is null || !Uri.TryCreate(from, location, out Uri? next))
        {
            throw HttpErrors.BadRedirect(from, "without an address that can be read");
        }

        bool sameHost = string.Equals(next.IdnHost, from.IdnHost, StringComparison.OrdinalIgnoreCase);
        bool samePlace = sameHost && next.Scheme == from.Scheme && next.Port == from.Port;
        bool upgrade = sameHost && from.Scheme == Uri.UriSchemeHttp && next.Scheme == Uri.UriSchemeHttps && from.IsDefaultPort && next.IsDefaultPort;
        bool allowed = (next.Scheme == Uri.UriSchemeHttps || (next.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp)) && IsNamed(next, allowedHosts);
        return (samePlace || upgrade || allowed) && next.UserInfo.Length == 0
            ? next
            : throw HttpErrors.BadRedirect(from, $"to {next.GetLeftPart(UriPartial.Authority)}, which is another service");
    }

    // With a port only that port, without one only the usual one.
    private static bool IsNamed(Uri next, IReadOnlyList<string> hosts) =>
        hosts.Any(host => string.Equals(host, next.IsDefaultPort ? next.IdnHost : next.Authority, StringComparison.OrdinalIgnoreCase));
}
