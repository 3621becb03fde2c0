using System.Globalization;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>The errors of finding dashboards; <c>docs/errors/collection.md</c> has a section for each code.</summary>
internal static class DiscoveryErrors
{
    public const string NoDashboards = "CIF1240";
    public const string PageTooLarge = "CIF1241";
    public const string NotAPage = "CIF1242";

    private const string NameThem = "Open the address in a browser; give the address of a dashboard's page, name the dashboards yourself, or take the API as source.";

    public static CiFeaturesException None(Uri url, string found) =>
        new(NoDashboards, ErrorKind.BadInput, $"The page names no dashboards: {found}.", url.AbsoluteUri, NameThem);

    public static CiFeaturesException TooLarge(Uri url, long bytes, long limit) =>
        new(
            PageTooLarge, ErrorKind.BadInput,
            string.Create(CultureInfo.InvariantCulture, $"The page has {bytes} bytes; at most {limit} are read to find dashboards."), url.AbsoluteUri, NameThem);

    public static CiFeaturesException Other(Uri url, string what) =>
        new(NotAPage, ErrorKind.BadInput, $"This is {what}, where the HTML page of a dashboard was expected.", url.AbsoluteUri, NameThem);
}
