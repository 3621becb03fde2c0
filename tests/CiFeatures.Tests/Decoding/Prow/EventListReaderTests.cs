using System.Text;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.Prow;

public class EventListReaderTests
{
    private const string CoreEvent =
        """
        {"metadata":{"name":"x.1","namespace":"m","uid":"u1","managedFields":[{"message":"not it"}]},"involvedObject":{"kind":"Pod","namespace":"n","name":"p","uid":"no"},
         "reason":"Pulled","message":"Pulled image","source":{"component":"kubelet","host":"node1"},"firstTimestamp":"2021-02-25T03:27:14Z","lastTimestamp":"2021-02-25T03:28:14Z","count":3,
         "type":"Normal","eventTime":null,"reportingComponent":"","reportingInstance":""}
        """;

    private const string NewEvent =
        """
        {"apiVersion":"events.k8s.io/v1","metadata":{"uid":"u2"},"regarding":{"kind":"Node","name":"node2"},"note":"Node is ready","reason":"Ready","type":"Warning",
         "eventTime":"2021-02-25T03:27:14.123456Z","series":{"count":7,"lastObservedTime":"2021-02-25T03:30:00.000000Z"},"reportingController":"kube","deprecatedCount":1,"deprecatedSource":{"host":"h"},
         "deprecatedFirstTimestamp":null}
        """;

    private static readonly DateTimeOffset Start = new(2021, 2, 25, 3, 27, 14, TimeSpan.Zero);

    private readonly List<DecodeIssue> _issues = [];

    [Fact]
    public void Read_BothForms_GiveTheSameFields()
    {
        IReadOnlyList<KubernetesEvent> events = Read($"{{\"kind\":\"EventList\",\"metadata\":{{\"items\":[1]}},\"items\":[{CoreEvent},{NewEvent}],\"apiVersion\":\"v1\"}}");

        events.ShouldBe(
        [
            new KubernetesEvent
            {
                Uid = "u1", Message = "Pulled image", Reason = "Pulled", Type = "Normal", Component = "kubelet", Host = "node1", Namespace = "n", ObjectKind = "Pod", ObjectName = "p",
                Count = 3, First = Start, Last = Start.AddMinutes(1),
            },
            new KubernetesEvent
            {
                Uid = "u2", Message = "Node is ready", Reason = "Ready", Type = "Warning", Component = "kube", Host = "h", ObjectKind = "Node", ObjectName = "node2",
                Count = 7, First = Start.AddMilliseconds(123), Last = Start.AddSeconds(166),
            },
        ]);
        _issues.ShouldBeEmpty();
    }

    [Fact]
    public void Read_BareList_IsRead() => Read($"[{CoreEvent},{NewEvent}]").Count.ShouldBe(2);

    [Theory]
    [InlineData("{\"items\":[]}")]
    [InlineData("{\"items\":null}")]
    [InlineData("[]")]
    [InlineData("\uFEFF{\"items\":[]}")]
    public void Read_EmptyLists_AreListsWithoutEvents(string json)
    {
        Read(json).ShouldBeEmpty();

        _issues.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"events\":[]}")]
    [InlineData("{\"items\":{}}")]
    [InlineData("{\"items\":\"no\"}")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("12")]
    [InlineData("{\"kind\":\"Event\",\"message\":\"m\",\"metadata\":{\"uid\":\"u\"}}")]
    public void Read_NoList_IsAnIssue(string json)
    {
        Read(json).ShouldBeEmpty();

        _issues.Single().Code.ShouldBe(DecodingCodes.NotAnEventList);
        _issues[0].Position.ShouldStartWith("byte ");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0")]
    [InlineData("<html>")]
    [InlineData("{\"items\":[{\"message\":\"a\"}")]
    [InlineData("{\"items\":[{\"message\":\"a\"}]}{")]
    [InlineData("{\"items\":[{\"message\":\"a\"},]}")]
    public void Read_Damaged_HasNoEventsAndIsAnIssue(string json)
    {
        Read(json).ShouldBeEmpty();

        _issues.Single().Code.ShouldBe(DecodingCodes.DamagedEventList);
    }

    [Fact]
    public void Read_EntriesThatAreNone_AreLeftOut()
    {
        Read($"[1,null,[],{{}},{{\"message\":\"m\",\"count\":\"many\",\"lastTimestamp\":\"soon\",\"source\":5,\"metadata\":{{\"uid\":[2]}}}},{CoreEvent}]")
            .Select(e => e.Message).ShouldBe(["m", "Pulled image"]);

        _issues.Select(i => i.Code).Distinct().ShouldBe([DecodingCodes.UnusableEvent]);
        _issues.Select(i => i.Position.Split(',')[0]).ShouldBe(["items[0]", "items[1]", "items[2]", "items[3]", "items[4]", "items[4]", "items[4]"]);
    }

    [Fact]
    public void Read_TextsThatAreNotUnicode_AreReplaced()
    {
        byte[] json = [.. "[{\"message\":\"a"u8, 0xFF, .. "\\n\\u00fcb\",\"reason\":\"\\ud800x\"}]"u8];

        KubernetesEvent read = EventListReader.Read(new MemoryStream(json), _issues).Single();

        (read.Message, read.Reason).ShouldBe(("a\uFFFD\nüb", "\uFFFDx"));
        _issues.Select(i => i.Code).ShouldBe([DecodingCodes.CharactersReplaced, DecodingCodes.CharactersReplaced]);
    }

    [Fact]
    public void Read_RepeatedItems_LastHolds()
    {
        Read("{\"items\":[{\"message\":\"a\"}],\"items\":[{\"message\":\"b\"}]}").Single().Message.ShouldBe("b");

        _issues.Single().Code.ShouldBe(DecodingCodes.RepeatedField);
    }

    [Fact]
    public void Read_Limits_AreKept()
    {
        Read($"[{CoreEvent},{NewEvent}]", new DecodeLimits { MaxEvents = 1 }).ShouldBeEmpty();
        Read($"[{CoreEvent},{NewEvent}]", new DecodeLimits { MaxEventListBytes = 100 }).ShouldBeEmpty();
        Read($"[{{\"message\":\"{new string('x', 200_000)}\"}}]", new DecodeLimits { MaxTextBytes = 1000 }).ShouldBeEmpty();
        Read(new string('[', 100_000)).ShouldBeEmpty();

        _issues.Select(i => i.Code).Where(c => c != DecodingCodes.UnusableEvent)
            .ShouldBe([DecodingCodes.BuildFileTooLarge, DecodingCodes.BuildFileTooLarge, DecodingCodes.BuildFileTooLarge, DecodingCodes.DamagedEventList]);
    }

    [Fact]
    public void Read_TextAcrossBuffers_IsWhole()
    {
        string text = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i} ü"));

        Read($"[{CoreEvent},{{\"message\":\"{text}\"}}]")[1].Message.ShouldBe(text);
    }

    [Fact]
    public void Read_EndlessList_NeedsABufferOnly()
    {
        // Entries that are left out, so that nothing but the reader itself takes memory.
        using RepeatingStream json = new("[0"u8, ",{\"unknown\":[\"all work and no play\"]}"u8);
        DecodeLimits limits = new() { MaxEventListBytes = 20_000_000, MaxIssues = 10 };

        Fuzzing.OnlyKnownErrors([], 400_000_000, () => EventListReader.Read(json.Limited(30_000_000), _issues, limits).ShouldBeEmpty());

        _issues.ShouldContain(i => i.Code == DecodingCodes.MoreIssues);
    }

    private IReadOnlyList<KubernetesEvent> Read(string json, DecodeLimits? limits = null) => EventListReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), _issues, limits);
}
