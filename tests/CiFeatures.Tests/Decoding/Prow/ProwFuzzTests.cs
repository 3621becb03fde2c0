using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.Prow;

/// <summary>Whatever the bytes of a build's files are, their readers give a result or issues, never an error, and allocate in proportion.</summary>
public class ProwFuzzTests
{
    private const int Usual = 3000;
    private const long AtLeast = 512 << 10;
    private const long PerByte = 1024;

    private static readonly DecodeLimits Limits = new() { MaxIssues = 20, MaxTextBytes = 4096 };

    private static readonly byte[] Started = Encoding.UTF8.GetBytes(
        """{"timestamp":1773843080,"node":"n","pull":"1","repos":{"o/r":"main:abc"},"repo-commit":"c","job-version":"v1+2","metadata":{"a":"b","m":{"x":[1,"y"]}},"version":"v"}""");

    private static readonly byte[] Finished = Encoding.UTF8.GetBytes(
        """{"timestamp":"1773850751","passed":false,"result":"FAILURE","revision":"main","metadata":{"pod":"p","repos":{"a/b":"main"}}}""");

    private static readonly byte[] ProwJob = Encoding.UTF8.GetBytes(
        """{"metadata":{"creationTimestamp":"2022-12-12T17:58:09Z"},"spec":{"job":"j","type":"presubmit","refs":{"org":"o","repo":"r","pulls":[{"number":1,"sha":"s"}]},"extra_refs":[{"org":"k"}]},"status":{"state":"failure","startTime":"2022-12-12T17:58:10Z"}}""");

    private static readonly byte[] PodInfo = Encoding.UTF8.GetBytes(
        """{"pod":{"status":{"phase":"Failed","conditions":[{"type":"PodScheduled","status":"True"}],"containerStatuses":[{"name":"sidecar","state":{"terminated":{"exitCode":1,"message":"m"}}},{"name":"t","state":{"waiting":{}}}]}}}""");

    private static readonly byte[] JUnit = Encoding.UTF8.GetBytes(
        """<?xml version="1.0" encoding="utf8"?><!DOCTYPE x [<!ENTITY e "v">]><testsuites><testsuite name="s" tests="2"><properties><property name="a" value="b"/></properties><testcase name="t&amp;" classname="c" time="1,5"><failure message="m" type="t">b<![CDATA[<x>]]>&#10;</failure><system-out>ü</system-out><properties><property name="p" value="1"/></properties></testcase><testcase name="u"><skipped/></testcase></testsuite></testsuites>""");

    private static readonly byte[] Events = Encoding.UTF8.GetBytes(
        """{"items":[{"metadata":{"uid":"u"},"involvedObject":{"kind":"Pod","name":"p"},"message":"mü\n","count":3,"lastTimestamp":"2021-02-25T03:28:14Z","source":{"component":"k"}},{"note":"n","series":{"count":2},"eventTime":"2021-02-25T03:28:14.1Z"}],"kind":"List"}""");

    [Fact]
    public void Read_DamagedStarted_GivesAResultOrIssues() => Run(1, Started, (bytes, issues) => StartedReader.Read(bytes, issues, Limits) is not null);

    [Fact]
    public void Read_DamagedFinished_GivesAResultOrIssues() => Run(2, Finished, (bytes, issues) => FinishedReader.Read(bytes, issues, Limits) is not null);

    [Fact]
    public void Read_DamagedProwJob_GivesAResultOrIssues() => Run(3, ProwJob, (bytes, issues) => ProwJobReader.Read(bytes, issues, Limits) is not null);

    [Fact]
    public void Read_DamagedPodInfo_GivesAResultOrIssues() => Run(4, PodInfo, (bytes, issues) => PodInfoReader.Read(bytes, issues, Limits) is { } info && PodSummary.Of(info) is not null);

    [Fact]
    public void Read_DamagedJUnit_GivesCasesOrIssues() => Run(5, JUnit, (bytes, issues) => JUnitReader.TryRead(new MemoryStream(bytes), issues, Limits, c => c.TestName.ShouldNotContain("\0")));

    [Fact]
    public void Read_DamagedEvents_GiveEventsOrIssues() => Run(6, Events, (bytes, issues) => EventListReader.Read(new MemoryStream(bytes), issues, Limits).Count > 0);

    [Fact]
    public void Read_FilesCutOffAtEveryByte_GiveNothingAndSaySo()
    {
        foreach ((byte[] valid, Func<byte[], List<DecodeIssue>, bool> read) in ((byte[], Func<byte[], List<DecodeIssue>, bool>)[])
            [
                (Started, (bytes, issues) => StartedReader.Read(bytes, issues, Limits) is not null),
                (JUnit, (bytes, issues) => JUnitReader.TryRead(new MemoryStream(bytes), issues, Limits, _ => { })),
                (Events, (bytes, issues) => EventListReader.Read(new MemoryStream(bytes), issues, Limits).Count > 0),
            ])
        {
            for (int length = 1; length < valid.Length; length++)
            {
                List<DecodeIssue> issues = [];
                read(valid[..length], issues).ShouldBeFalse($"{length} bytes");
                issues.ShouldNotBeEmpty($"{length} bytes");
            }
        }
    }

    private static void Run(int seed, byte[] valid, Func<byte[], List<DecodeIssue>, bool> read)
    {
        Random random = Fuzzing.Seeded(20261121 + seed);
        int inputs = Fuzzing.Inputs(Usual) / 6;
        int good = 0;
        for (int i = 0; i < inputs; i++)
        {
            byte[] input = Fuzzing.Mutate(valid, random);
            List<DecodeIssue> issues = [];
            Fuzzing.OnlyKnownErrors(input, AtLeast + (PerByte * input.Length), () =>
            {
                try
                {
                    bool isGood = read(input, issues);
                    good += isGood ? 1 : 0;
                    if (!isGood && input.Length > 0 && issues.Count == 0)
                    {
                        input.AsSpan().IndexOf("[]"u8).ShouldBeGreaterThanOrEqualTo(0, "nothing was read and nothing was said");
                    }
                }
                catch (CiFeaturesException e)
                {
                    throw new ShouldAssertException($"A file of a build has issues, not errors: {e.Code} {e.Message}", e);
                }
            });
        }

        // Both ways out are taken, or the inputs say nothing.
        good.ShouldBeInRange(1, inputs - 1);
    }
}
