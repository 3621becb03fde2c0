using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding;
using CiFeatures.Decoding.Prow;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.Prow;

/// <summary>Real files of builds, read here and by a reader that is not ours.</summary>
public class RecordedBuildFilesTests
{
    // Counts as JUnitReader does, with Python's own XML reader.
    private const string Script =
        """
        import sys, xml.etree.ElementTree as tree
        for path in sys.stdin.read().split('\n'):
            if not path: continue
            try: cases = list(tree.parse(path).getroot().iter('testcase'))
            except tree.ParseError: print('damaged'); continue
            has = lambda case, name: case.find(name) is not None
            error = sum(has(c, 'error') for c in cases)
            failed = sum(has(c, 'failure') and not has(c, 'error') for c in cases)
            skipped = sum(has(c, 'skipped') and not has(c, 'failure') and not has(c, 'error') for c in cases)
            print(len(cases), failed, error, skipped, '|'.join(c.get('name') or '' for c in cases).encode('utf-8').hex())
        """;

    [SkippableFact]
    public void JUnit_EveryRecordedFile_HasTheCasesThatPythonFinds()
    {
        string[] files = [.. Directory.EnumerateFiles(SharedData.PathOrSkip("data", "prow"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        string[] expected = Python(files);

        files.Length.ShouldBeGreaterThan(30);
        expected.Length.ShouldBe(files.Length);
        for (int i = 0; i < files.Length; i++)
        {
            List<DecodeIssue> issues = [];
            using FileStream file = File.OpenRead(files[i]);
            IReadOnlyList<JUnitCase> cases = JUnitReader.Read(file, issues);
            Line(cases, issues).ShouldBe(expected[i], files[i]);
        }
    }

    [SkippableFact]
    public void JsonFiles_EveryRecordedOne_IsRead()
    {
        string root = SharedData.PathOrSkip("data", "prow");
        List<DecodeIssue> issues = [];
        BuildStarted[] started = [.. Files(root, "started.json").Select(f => StartedReader.Read(File.ReadAllBytes(f), issues)!)];
        BuildFinished[] finished = [.. Files(root, "finished.json").Select(f => FinishedReader.Read(File.ReadAllBytes(f), issues)!)];
        ProwJobInfo[] prowJobs = [.. Files(root, "prowjob_test.json").Select(f => ProwJobReader.Read(File.ReadAllBytes(f), issues)!)];
        KubernetesEvent[] events = [.. Files(Path.Combine(root, "k8s-events"), "*.json").SelectMany(f => EventListReader.Read(File.OpenRead(f), issues))];

        (started.Length, finished.Length, prowJobs.Length, events.Length).ShouldBe((4, 4, 1, 2));
        started.ShouldAllBe(s => s.Time != null);
        finished.ShouldAllBe(f => f.Time != null && f.Result.Length > 0);
        prowJobs[0].ShouldSatisfyAllConditions(p => p.Job.ShouldNotBeEmpty(), p => p.Started.ShouldNotBeNull(), p => p.Completed.ShouldNotBeNull(), p => p.Repos.ShouldNotBeEmpty());
        events.ShouldAllBe(e => e.Message.Length > 0 && e.Reason.Length > 0 && e.Namespace.Length > 0 && e.Last != null);
        issues.ShouldBeEmpty();
    }

    [SkippableFact]
    public void Files_InTheRecordedArchive_AreReadAsThoseBesideIt()
    {
        string root = SharedData.PathOrSkip("data", "prow", "kubernetes-test-infra", "gubernator");
        using GZipStream plain = new(File.OpenRead(Path.Combine(root, "test_data", "kube_results.tar.gz")), CompressionMode.Decompress);
        using TarReader tar = new(plain);
        List<string> read = [];
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is null || JUnitFileNames.Parse(entry.Name) is null)
            {
                continue;
            }

            read.Add(entry.Name);
            using FileStream beside = File.OpenRead(Path.Combine(root, "kube_results", entry.Name));
            JUnitReader.Read(entry.DataStream, new List<DecodeIssue>()).Select(c => (c.TestName, c.Status, c.Seconds, c.Message))
                .ShouldBe(JUnitReader.Read(beside, new List<DecodeIssue>()).Select(c => (c.TestName, c.Status, c.Seconds, c.Message)));
        }

        read.ShouldNotBeEmpty();
    }

    private static string Line(IReadOnlyList<JUnitCase> cases, List<DecodeIssue> issues) =>
        issues.Any(i => i.Code == DecodingCodes.DamagedJUnit)
            ? "damaged"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{cases.Count} {Count(cases, JUnitStatus.Failed)} {Count(cases, JUnitStatus.Error)} {Count(cases, JUnitStatus.Skipped)} {Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(string.Join('|', cases.Select(c => c.Name))))}");

    private static int Count(IEnumerable<JUnitCase> cases, JUnitStatus status) => cases.Count(c => c.Status == status);

    private static IEnumerable<string> Files(string root, string pattern) => Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string[] Python(string[] files)
    {
        ProcessStartInfo start = new("python3", ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        Process? process = null;
        try
        {
            process = Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // The test skips below.
        }

        Skip.If(process is null, "python3 is not here to compare with.");
        using (process)
        {
            process.StandardInput.Write(string.Join('\n', files));
            process.StandardInput.Close();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0);
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
