using System.Globalization;
using System.Text;
using System.Text.Json;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Prow;

/// <summary>Cases of TestGrid's own tests for what is read of a build. Each runs all that were converted.</summary>
public class ProwCaseTests
{
    [SkippableFact]
    public void JUnitRead_PeerCases_Agree() => CaseFile.RunAll("junit.parse", test =>
    {
        List<DecodeIssue> issues = [];
        IReadOnlyList<JUnitCase> cases = JUnitReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(test.Text("buf"))), issues);

        (issues.Count == 0).ShouldBe(test.Has("expected"));
        ExpectedCases.ShouldAgree(cases, test.At("expected"));
    });

    [SkippableFact]
    public void JUnitMessage_PeerCases_Agree() => CaseFile.RunAll("junit.message", test =>
    {
        // Bytes that are not UTF-8 do not come out of our readers, but what cuts them has to bear them.
        JsonElement result = test.At("jr");
        byte[] whole = result.Has("output") && result.At("output").ValueKind == JsonValueKind.Object
            ? Convert.FromHexString(result.At("output").Text("$bytesHex"))
            : Encoding.UTF8.GetBytes(ExpectedCases.Message(result));

        JUnitMessage.Shortened(whole, test.Int("max")).ShouldBe(test.Text("expected"));
    });

    [SkippableFact]
    public void FileNames_PeerCases_Agree() => CaseFile.RunAll("gcs.parseSuitesMeta", test =>
        JUnitFileNames.Parse(test.Text("input")).ShouldBe(test.Flag("empty") ? null : new JUnitFileName(test.Text("context"), test.Text("timestamp"), test.Text("thread"))));

    [SkippableFact]
    public void FileNames_PeerCasesOfSuites_NameNoJUnitFile() => CaseFile.RunAll("gcs.suites", test =>
    {
        foreach (JsonProperty artifact in test.Has("artifacts") ? test.At("artifacts").EnumerateObject().ToArray() : [])
        {
            JUnitFileNames.Parse(test.Text("path") + artifact.Name).ShouldBeNull();
        }

        // The cases with suites were not converted.
        test.Has("expected").ShouldBeFalse();
    });

    [SkippableFact]
    public void Link_PeerCases_Agree() => CaseFile.RunAll("gcs.readLink", test =>
        LinkMetadata.Target(test.Has("meta") ? test.At("meta").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!) : []).ShouldBe(test.Text("expected")));

    [SkippableFact]
    public void Pod_PeerCases_Agree() => CaseFile.RunAll("gcs.podInfoSummarize", test =>
    {
        PodInfo? info = test.Has("info") ? PodInfoReader.Read(Encoding.UTF8.GetBytes(test.At("info").GetRawText()), new List<DecodeIssue>()) : null;

        PodSummary.Of(info).ShouldBe(new PodSummary(test.Flag("pass"), test.Text("msg")));
    });

    [SkippableFact]
    public void Metadata_PeerCases_Agree() => CaseFile.RunAll("metadata.meta", test =>
    {
        const string Key = "target-key";
        BuildStarted started = StartedReader.Read(Encoding.UTF8.GetBytes($"{{\"metadata\":{test.At("in").GetRawText()}}}"), new List<DecodeIssue>())!;

        (started.Metadata.ContainsKey(Key) || started.OtherMetadata.ContainsKey(Key)).ShouldBe(test.Flag("present"));
        JsonElement value = test.At("val");
        switch (test.At("call").Text("$call"))
        {
            case "actual.String(key)":
                started.Metadata.GetValueOrDefault(Key).ShouldBe(value.ValueKind == JsonValueKind.String ? value.GetString() : null);
                break;
            case "actual.Meta(key)":
                BuildMetadata.Map(started.OtherMetadata, Key)
                    .ShouldBe(value.ValueKind == JsonValueKind.Object ? value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetRawText())) : null);
                break;
            case "actual.MultiString(key)":
                BuildMetadata.List(started.OtherMetadata, Key).ShouldBe(test.Texts("val"));
                break;
            case { } other:
                throw new ShouldAssertException($"no such call: {other}");
        }
    });

    [SkippableFact]
    public void Version_PeerCases_Agree() => CaseFile.RunAll("metadata.version", test =>
    {
        List<DecodeIssue> issues = [];
        BuildStarted? started = test.Has("started") ? StartedReader.Read(Fields(test.At("started")), issues) : null;
        BuildFinished? finished = test.Has("finished") ? FinishedReader.Read(Fields(test.At("finished")), issues) : null;

        (BuildVersion.Of(started, finished) ?? "missing").ShouldBe(test.Text("expected"));
        issues.ShouldAllBe(i => i.Code == DecodingCodes.IncompleteBuildJson);
    });

    // The cases name fields as Go does, the files as Prow does.
    private static byte[] Fields(JsonElement of)
    {
        Dictionary<string, JsonElement> fields = of.EnumerateObject().ToDictionary(
            p => p.Name switch
            {
                "deprecatedJobVersion" => "job-version",
                "deprecatedRepoVersion" => "repo-version",
                "repoCommit" => "repo-commit",
                "metadata" => "metadata",
                { } other => throw new ShouldAssertException(string.Create(CultureInfo.InvariantCulture, $"unknown field {other}")),
            },
            p => p.Value);
        return JsonSerializer.SerializeToUtf8Bytes(fields);
    }
}
