using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Features.Logs.Failures;
using FsCheck;
using FsCheck.Fluent;

namespace CiFeatures.Tests.Features.Logs.Failures;

public class FailingLineFinderTests
{
    public static TheoryData<string, int[], int[]> Kinds => new()
    {
        // log, lines that must be there, lines that must not
        { MadeLogs.Gradle, [7, 8, 9, 10], [1, 2, 5, 21, 24, 26] },
        { MadeLogs.Pytest, [13, 14, 15, 17, 19], [1, 2, 3, 5] },
        { MadeLogs.Npm, [7, 8, 12, 13, 16, 22], [1, 2, 3, 4, 6] },
        { MadeLogs.Make, [7, 8, 9], [1, 2, 3, 4, 5] },
        { MadeLogs.Rust, [7, 12, 13, 14, 15], [1, 2, 3, 5, 6] },
        { MadeLogs.Maven, [6, 7, 8, 9, 15], [1, 2, 3, 4, 11, 18, 19, 21] },
        { MadeLogs.CiOperator, [8, 10], [1, 2, 5, 6] },
        { MadeLogs.GoPanic, [4, 5, 11], [1, 2, 3, 15] },
        { MadeLogs.DotNet, [4, 8], [1, 2, 3] },
        { MadeLogs.Ginkgo, [15, 18, 21, 22, 23, 24, 31], [2, 5, 6, 10, 12, 13, 28] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Find_WithoutPassingLog_FindsTheReasonAndLeavesOutWhatWentWell(string log, int[] wanted, int[] unwanted)
    {
        long[] found = [.. Find(log).Lines.Select(line => line.Line)];

        wanted.Select(line => (long)line).Except(found).ShouldBeEmpty();
        found.Intersect(unwanted.Select(line => (long)line)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Find_TheFailingLogAsPassing_FindsNothing(string log, int[] wanted, int[] unwanted)
    {
        Find(log, log).Lines.ShouldBeEmpty();
        (wanted.Length + unwanted.Length).ShouldBePositive();
    }

    [Fact]
    public void Find_AnyTextThatPassedToo_FindsNothing() =>
        Prop.ForAll<string?[]>(lines =>
        {
            string log = string.Join('\n', lines.Select(line => line + " error: failed"));
            return Find(log, log).Lines.Count == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Find_ErrorThatPassingLogsHaveToo_IsNotTheReason()
    {
        const string Failing = "step 1\nERROR: cannot read the cache, going on\nstep 2\nERROR: disk is full, cannot write\nend";
        const string Passing = "step 1\nERROR: cannot read the cache, going on\nstep 2\nend";

        FailingLineReport report = Find(Failing, Passing, "another\nlog");

        report.Lines.Select(line => line.Line).ShouldBe([4]);
        report.PassingLogs.ShouldBe(2);
        report.TotalLines.ShouldBe(5);
    }

    [Fact]
    public void Find_SeveralPassingLogs_WhatAnyOfThemHasIsKnown()
    {
        const string Failing = "ERROR: a cannot be read\nwell\nERROR: b cannot be read\nwell\nERROR: c cannot be read";

        Find(Failing, "ERROR: a cannot be read", "ERROR: b cannot be read").Lines.Select(line => line.Line).ShouldBe([5]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\r\n")]
    [InlineData("all is well\nthe end")]
    public void Find_NothingOfFailure_IsEmpty(string log)
    {
        FailingLineReport report = Find(log);

        report.Lines.ShouldBeEmpty();
        report.Context.ShouldBeEmpty();
        report.Top.ShouldBeNull();
        report.TopTemplate.ShouldBeNull();
    }

    [Fact]
    public void Find_Top_SpeaksOfFailureItself()
    {
        FailingLineReport report = Find(MadeLogs.Make);

        report.Top!.Line.ShouldBe(7);
        report.TopTemplate.ShouldBe("src/parse.c:#:#: error: 'lenght' undeclared (first use in this function); did you mean 'length'?");
    }

    [Fact]
    public void Find_Context_IsNearAndNotReported()
    {
        FailingLineReport report = Find(new FailingLineOptions { ContextLines = 2 }, MadeLogs.Make);

        report.Context.Select(line => line.Line).ShouldBe([5, 6]);
        report.Context[0].Text.ShouldBe("gcc -O2 -Wall -c -o src/parse.o src/parse.c");
    }

    [Fact]
    public void Find_TerminalEscapes_AreNotInTheText()
    {
        Find("fine\n\u001b[1;31mERROR\u001b[0m: \u001b]8;;http://x\u0007disk\u001b]8;;\u0007 not found\nend").Lines.ShouldHaveSingleItem().Text.ShouldBe("ERROR: disk not found");
    }

    [Fact]
    public void Find_NulBytesAndBrokenUtf8_KeepLineNumbers()
    {
        byte[] log = [0, 0, 0xFF, 0xFE, (byte)'\r', 0xC3, (byte)'\n', .. "ERROR: cannot open \0 file\r\n"u8, 0xE2, 0x82];

        FailingLineReport report = new FailingLineFinder().Find(new MemoryStream(log));

        report.TotalLines.ShouldBe(4);
        report.Lines.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    public void Find_OneVeryLongLine_NeedsNoMoreThanABuffer()
    {
        const long Length = 300_000_000;
        var finder = new FailingLineFinder();
        finder.AddPassing(new RepeatingStream((byte)'x', 1_000_000));
        long before = GC.GetAllocatedBytesForCurrentThread();

        FailingLineReport report = finder.Find(new RepeatingStream((byte)'e', Length, "\nERROR: cannot go on"u8.ToArray()));

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000_000);
        report.TotalLines.ShouldBe(2);
        report.Lines.ShouldHaveSingleItem().Line.ShouldBe(2);
    }

    [Fact]
    public void Find_MoreCandidatesThanAreKept_LeavesOutTheMiddleAndSaysSo()
    {
        string log = string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"ERROR: part {i} cannot be read"));

        FailingLineReport report = Find(new FailingLineOptions { MaxKeptChars = 100_000 }, log);

        report.LeftOut.ShouldBeGreaterThan(1000);
        report.Lines[0].Line.ShouldBeLessThan(3);
        report.Lines[^1].Line.ShouldBe(5000);
        (report.Lines.Count + report.LeftOut).ShouldBeInRange(4999, 5000);
    }

    [Theory]
    [InlineData(-1, 8192)]
    [InlineData(101, 8192)]
    [InlineData(0, 63)]
    public void Constructor_OptionOutOfRange_Says(int context, int maxLineBytes)
    {
        Should.Throw<CiFeaturesException>(() => new FailingLineFinder(new FailingLineOptions { ContextLines = context, MaxLineBytes = maxLineBytes })).Code.ShouldBe("CIF1350");
    }

    [Fact]
    public void Find_SampleLogs_GivesWhatTheTestSaid()
    {
        FailingLineReport report = Find(Sample(3), Sample(1), Sample(2));

        report.Lines.Select(line => line.Line).Take(3).ShouldBe([31, 32, 33]);
        Find(Sample(3)).Lines.Select(line => line.Line).Take(3).ShouldBe([31, 32, 33]);
    }

    private static string Sample(int build) => File.ReadAllText(Support.Repository.PathOf("data", "logs", $"build-{build}.txt"));

    private static FailingLineReport Find(string failing, params string[] passing) => Find(new FailingLineOptions(), failing, passing);

    private static FailingLineReport Find(FailingLineOptions options, string failing, params string[] passing)
    {
        var finder = new FailingLineFinder(options);
        foreach (string log in passing)
        {
            finder.AddPassing(Stream(log));
        }

        return finder.Find(Stream(failing));
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
