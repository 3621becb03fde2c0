using CiFeatures.Features.Artifacts.Builds;
using CiFeatures.Features.Logs.Failures;
using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Features.Artifacts.BuildLogs;

/// <summary>The context of a row of <c>logs</c>; without a report the build did not fail.</summary>
internal readonly record struct LogContext(BuildContext Build, string File, LogStatistics Log, FailingLineReport? Failing);
