using System.Globalization;

namespace CiFeatures.Collection.Http;

/// <summary>Times in HTTP headers.</summary>
internal static class HttpDate
{
    /// <summary>A time as the header has it, such as <c>Wed, 28 Jul 2021 13:10:18 GMT</c>.</summary>
    public static string Text(DateTimeOffset time) => time.ToUniversalTime().ToString("R", CultureInfo.InvariantCulture);
}
