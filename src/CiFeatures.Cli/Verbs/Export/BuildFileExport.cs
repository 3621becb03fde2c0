using CiFeatures.Cli.Output;
using CiFeatures.Cli.Verbs.Builds;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Features.Artifacts;
using CiFeatures.Features.Extraction;

namespace CiFeatures.Cli.Verbs.Export;

/// <summary>Goes through the same file of many builds, one after the other, and counts what became of each.</summary>
internal sealed class BuildFileExport(IReadOnlyList<PlannedBuild> plan, string path, long mostBytes, CancellationToken cancellation)
{
    private readonly List<SkippedJob> _skipped = [];

    /// <summary>Gets the builds that have the file.</summary>
    public int Written { get; private set; }

    /// <summary>Gets the builds that do not have it.</summary>
    public int Missing { get; private set; }

    /// <summary>Gets the builds whose file could not be taken.</summary>
    public IReadOnlyList<SkippedJob> Skipped => _skipped;

    /// <summary>Hands on each build with its file's bytes, or with null where it has none that can be taken.</summary>
    /// <param name="check">Gives the problem with a file's bytes, or null when there is none.</param>
    /// <param name="take">Takes a build.</param>
    /// <param name="progress">Told after every build.</param>
    public void Run(Func<ReadOnlyMemory<byte>, (string Code, string Reason)?> check, Action<PlannedBuild, ReadOnlyMemory<byte>?> take, IProgress<ProgressStep> progress)
    {
        for (int i = 0; i < plan.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Report(new ProgressStep(i, plan.Count, plan[i].Key.ToString()));
            take(plan[i], Read(plan[i], check));
        }
    }

    private ReadOnlyMemory<byte>? Read(PlannedBuild build, Func<ReadOnlyMemory<byte>, (string Code, string Reason)?> check)
    {
        (byte[]? bytes, int length, bool isTooLarge) file;
        try
        {
            file = StoredFile.Read(build, path, mostBytes);
        }
        catch (CiFeaturesException error) when (error.Kind is ErrorKind.BadInput or ErrorKind.Integrity)
        {
            _skipped.Add(new SkippedJob(Name(build), error.Code, error.Place, error.Message));
            return null;
        }

        if (file.isTooLarge)
        {
            _skipped.Add(new SkippedJob(Name(build), BuildErrors.FileTooLarge, path, $"it has more than {Printable.Count(mostBytes)} bytes"));
            return null;
        }

        if (file.bytes is null)
        {
            Missing++;
            return null;
        }

        ReadOnlyMemory<byte> content = file.bytes.AsMemory(0, file.length);
        if (check(content) is { } problem)
        {
            _skipped.Add(new SkippedJob(Name(build), problem.Code, path, problem.Reason));
            return null;
        }

        Written++;
        return content;
    }

    private static JobKey Name(PlannedBuild build) => new(BuildExtractor.Dashboard, build.Key.ToString());
}
