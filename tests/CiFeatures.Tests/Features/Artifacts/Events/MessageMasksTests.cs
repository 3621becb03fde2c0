using CiFeatures.Features.Artifacts.Events;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Artifacts.Events;

public class MessageMasksTests
{
    [Theory]
    [InlineData("Created container sidecar", "Created container sidecar")]
    [InlineData("Successfully pulled image in 1.234567s", "Successfully pulled image in <duration>")]
    [InlineData("waited 1m30.5s, then 250ms and 2h", "waited <duration>, then <duration> and <duration>")]
    [InlineData("Pulled image \"registry/a@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\" twice", "Pulled image \"registry/a@<digest>\" twice")]
    [InlineData("pod 0f6c2d1e-1a2b-4c3d-8e4f-0123456789ab gone", "pod <uid> gone")]
    [InlineData("Stopping pod web-7d8f9c6b5d-x2x4z now", "Stopping pod web-<id> now")]
    [InlineData("Created pod: job-bqkz7", "Created pod: job-<id>")]
    [InlineData("in namespace ci-op-1mh8zfv2.", "in namespace ci-op-<id>.")]
    [InlineData("use multi-https please", "use multi-https please")]
    [InlineData("0/6 nodes are available: 3 Insufficient cpu", "<num>/<num> nodes are available: <num> Insufficient cpu")]
    [InlineData("dial tcp 10.0.131.200:10250: refused", "dial tcp <ip>:<num>: refused")]
    [InlineData("at 2021-02-25T03:27:14Z and 2021-02-25 03:27:14.123+01:00", "at <time> and <time>")]
    [InlineData("commit 231f07b of 0xdeadBEEF", "commit <hex> of <hex>")]
    [InlineData("e2e-gcp v1beta1 k8s amd64 s3", "e2e-gcp v1beta1 k8s amd64 s3")]
    [InlineData("requests 512Mi, limit 100m", "requests <num>Mi, limit <duration>")]
    [InlineData("HTTP probe failed with statuscode: 503", "HTTP probe failed with statuscode: <num>")]
    [InlineData("größer als 5 µs in 7µs", "größer als <num> µs in <duration>")]
    [InlineData("-", "-")]
    [InlineData("sha256:abc", "sha256:abc")]
    [InlineData("7.", "<num>.")]
    [InlineData("", "")]
    public void Apply_Message_MasksWhatDiffers(string message, string expected)
    {
        MessageMasks.Apply(message).ShouldBe(expected);
    }

    [Fact]
    public void Apply_TextsThatDifferInNumbersOnly_AreTheSame()
    {
        Prop.ForAll((NonNegativeInt one, NonNegativeInt other, string around) =>
        {
            string text = (around ?? "").Replace("-", "", StringComparison.Ordinal);
            return MessageMasks.Apply($"{text} {one.Get}: {text}") == MessageMasks.Apply($"{text} {other.Get}: {text}");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Apply_TextWithoutDigitsAndHyphens_StaysAsItIs()
    {
        Prop.ForAll((string any) =>
        {
            string text = string.Concat((any ?? "").Where(c => !char.IsAsciiDigit(c) && c != '-'));
            return MessageMasks.Apply(text) == text && MessageMasks.Apply(any ?? "").Length <= 10 * (any ?? "").Length;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Apply_LongMessage_TakesTimeThatGrowsWithItsLengthOnly()
    {
        string message = string.Concat(Enumerable.Repeat("1.1.", 100_000)) + new string('7', 400_000) + string.Concat(Enumerable.Repeat("a-bcdfghjk-", 40_000));

        Should.CompleteIn(() => MessageMasks.Apply(message), TimeSpan.FromSeconds(5));
    }
}
