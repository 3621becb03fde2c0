using System.Buffers;

namespace CiFeatures.GoogleCloud;

/// <summary>Refuses what cannot work before anything is asked.</summary>
internal static class OptionsCheck
{
    private const string Scheme = "gs://";
    private const int MostRetries = 100;
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static string BucketName(string bucket)
    {
        string name = (bucket.StartsWith(Scheme, StringComparison.Ordinal) ? bucket[Scheme.Length..] : bucket).TrimEnd('/');
        return name.Length is >= 3 and <= 222 && !name.AsSpan().ContainsAnyExcept(Letters) && char.IsAsciiLetterOrDigit(name[0])
            ? name
            : throw GoogleCloudErrors.BadOption("bucket", $"'{bucket}' is not the name of a bucket: 3 to 222 lower-case letters, digits, '-', '_' and '.'.");
    }

    public static void Require(GoogleCloudOptions options)
    {
        Check(options.Service is null || (options.Service.IsAbsoluteUri && options.Service.Scheme is "http" or "https"), nameof(options.Service), "The service's address is not one with http or https.");
        Check(options.Retries is >= 0 and <= MostRetries, nameof(options.Retries), $"{options.Retries} is not from 0 to {MostRetries}.");
        Check(IsTime(options.FirstWait), nameof(options.FirstWait), "The first wait is not from nothing to an hour.");
        Check(IsTime(options.LongestWait), nameof(options.LongestWait), "The longest wait is not from nothing to an hour.");
        Check(options.Patience > TimeSpan.Zero && IsTime(options.Patience), nameof(options.Patience), "The patience is not above nothing and at most an hour.");
    }

    private static bool IsTime(TimeSpan time) => time >= TimeSpan.Zero && time <= TimeSpan.FromHours(1);

    private static void Check(bool holds, string option, string problem)
    {
        if (!holds)
        {
            throw GoogleCloudErrors.BadOption(option, problem);
        }
    }
}
