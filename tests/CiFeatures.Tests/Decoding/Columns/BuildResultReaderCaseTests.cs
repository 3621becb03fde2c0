using System.Text;
using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Columns;
using CiFeatures.Tests.Features.Judgement;

namespace CiFeatures.Tests.Decoding.Columns;

/// <summary>Cases of TestGrid's own tests for reading the files of a build.</summary>
public class BuildResultReaderCaseTests
{
    [SkippableFact]
    public void Read_PeerCases_Agree() => CaseFile.RunAll("read.readResult", test =>
    {
        JsonElement data = test.At("data");
        string[] paths = test.Has("data") ? [.. data.EnumerateObject().Select(f => f.Name)] : [];
        BuildResult? result = new BuildResultReader(DecodeLimits.Default).Read(
            new("some", "build"), paths, true, path => new FaultyStream(data.At(path)), new List<DecodeIssue>(), out string? problem);

        if (!test.Has("expected"))
        {
            result.ShouldBeNull();
            problem.ShouldNotBeNull().ShouldContain("injected");
            return;
        }

        result.ShouldNotBeNull();
        JsonElement want = test.At("expected");
        BuildResult expected = CaseBuilds.Result(want);
        (result.Job, result.Build).ShouldBe(("some", "build"));
        result.Malformed.ShouldBe(expected.Malformed);
        (result.Pod is null).ShouldBe(expected.Pod is null);
        (result.Started?.Node, result.Finished?.Passed).ShouldBe((expected.Started?.Node, expected.Finished?.Passed));

        // Pending and running mean that there is no such file; an empty one is there and says nothing.
        (result.Started is null).ShouldBe(!want.At("started").Has("started"));
        (result.Finished is null).ShouldBe(!want.At("finished").Has("finished"));
        result.Suites.SelectMany(s => s.Cases).Select(c => c.TestName).ShouldBe(expected.Suites.SelectMany(s => s.Cases).Select(c => c.TestName));
        result.Suites.Select(s => string.Join(',', s.Metadata.OrderBy(m => m.Key))).ShouldBe(expected.Suites.Select(s => string.Join(',', s.Metadata.OrderBy(m => m.Key))));
    });

    /// <summary>A file of a case: it cannot be opened, breaks off when it is read, or complains when it is closed.</summary>
    private sealed class FaultyStream : MemoryStream
    {
        private readonly JsonElement _file;

        public FaultyStream(JsonElement file)
            : base(Encoding.UTF8.GetBytes(file.Text("data")))
        {
            _file = file;
            Throw("openErr");
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Throw("readErr");
            return base.Read(buffer, offset, count);
        }

        public override int Read(Span<byte> buffer)
        {
            Throw("readErr");
            return base.Read(buffer);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            Throw("closeErr");
        }

        private void Throw(string when)
        {
            if (_file.At(when).Has("$error"))
            {
                throw new IOException(_file.At(when).Text("$error"));
            }
        }
    }
}
