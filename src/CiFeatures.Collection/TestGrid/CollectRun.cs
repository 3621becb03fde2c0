using System.IO.Enumeration;
using CiFeatures.Collection.Answers;
using CiFeatures.Collection.Import;
using CiFeatures.Collection.Store;
using CiFeatures.Collection.TestGrid.Http;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Core.Summaries;

namespace CiFeatures.Collection.TestGrid;

/// <summary>One collection while it runs.</summary>
internal sealed class CollectRun : IDisposable
{
    private readonly CollectOptions _options;
    private readonly TestGridUrls _urls;
    private readonly SnapshotWriter _writer;
    private readonly IAnswerDecoder _decoder;
    private readonly IProgress<CollectProgress>? _progress;
    private readonly PoliteClient _client;
    private readonly IssueTally _issues = new();
    private readonly List<SkippedItem> _skipped = [];
    private readonly IReadOnlyList<string> _dashboards;
    private int _done;
    private int _total;
    private int _retries;
    private int _failuresInARow;

    public CollectRun(CollectOptions options, TestGridUrls urls, SnapshotWriter writer, IAnswerDecoder decoder, Func<HttpMessageHandler> handlers, TimeProvider time, IProgress<CollectProgress>? progress)
    {
        _options = options;
        _urls = urls;
        _writer = writer;
        _decoder = decoder;
        _progress = progress;
        _dashboards = [.. options.Dashboards.Distinct(StringComparer.Ordinal)];
        _client = new PoliteClient(options.Http, handlers, time, Waiting);
    }

    public void Dispose() => _client.Dispose();

    public async Task<CollectResult> ToEndAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<DashboardSummary> summaries = await SummariesAsync(cancellationToken).ConfigureAwait(false);
        JobKey[] listed = [.. summaries.SelectMany(s => s.Jobs.Select(j => new JobKey(s.Dashboard, j.Job))).Distinct()];
        JobKey[] wanted = [.. listed.Where(key => IsWanted(key.Job))];
        if (wanted.Length == 0)
        {
            throw TestGridErrors.Nothing(
                _urls.Summary(summaries[0].Dashboard),
                listed.Length == 0 ? "The summaries list no job." : $"None of the {listed.Length} jobs in the summaries matches {string.Join(" or ", _options.JobPatterns)}.",
                listed.Length == 0 ? "Check the names of the dashboards; a dashboard that has tabs lists them." : $"Check --job; there is, for example, '{listed[0].Job}'.");
        }

        // A job's path does not depend on which other jobs were chosen.
        await TablesAsync(wanted, new AnswerPaths(_dashboards, listed), cancellationToken).ConfigureAwait(false);
        _skipped.ForEach(_writer.Skip);
        cancellationToken.ThrowIfCancellationRequested();
        return new CollectResult
        {
            Manifest = _writer.Complete(),
            Folder = _writer.Folder,
            LinkedFiles = _writer.LinkedFiles,
            Requests = _client.Requests,
            Retries = _retries,
            TransferredBytes = _client.TransferredBytes,
            IssueCount = _issues.Count,
            Issues = _issues.Kept,
        };
    }

    private async Task<IReadOnlyList<DashboardSummary>> SummariesAsync(CancellationToken cancellationToken)
    {
        AnswerPaths paths = new(_dashboards, []);
        List<DashboardSummary> summaries = [];
        CiFeaturesException? first = null;
        _total = _dashboards.Count;
        foreach (string dashboard in _dashboards)
        {
            Uri url = _urls.Summary(dashboard);
            try
            {
                Report($"summary of {dashboard}");
                FetchedBody answer = await FetchAsync(url, cancellationToken).ConfigureAwait(false);
                summaries.Add(Decode(answer, url, () => _decoder.ReadSummary(answer.Body.Span, dashboard, _issues)));
                _writer.Write(About(paths.Summary(dashboard), url, answer), answer.Body.Span);
            }
            catch (FetchFailure e) when (e.Kind == ErrorKind.SourceUnavailable && dashboard == _dashboards[0])
            {
                // Nobody is there; the other dashboards would only wait for the same.
                throw;
            }
            catch (CiFeaturesException e) when (IsOfTheAnswer(e))
            {
                CiFeaturesException problem = e is FetchFailure { Status: 404 } ? TestGridErrors.UnknownDashboard(url, dashboard, e) : e;
                first ??= problem;
                Skip(url, problem);
            }

            _done++;
        }

        return summaries.Count > 0 ? summaries : throw first!;
    }

    private async Task TablesAsync(JobKey[] keys, AnswerPaths paths, CancellationToken cancellationToken)
    {
        _total += keys.Length;
        foreach (JobKey key in keys)
        {
            Uri url = _urls.Table(key);
            try
            {
                Report($"{key.Dashboard} / {key.Job}");
                FetchedBody answer = await FetchAsync(url, cancellationToken).ConfigureAwait(false);
                JobGrid grid = Decode(answer, url, () => _decoder.ReadTable(answer.Body.Span, key, _issues));
                _writer.Write(About(paths.Table(key), url, answer) with { Tests = grid.Tests.Count, Runs = grid.Runs.Count }, answer.Body.Span);
            }
            catch (CiFeaturesException e) when (IsOfTheAnswer(e))
            {
                Skip(url, e);
            }

            _done++;
        }

        Report("");
    }

    private async Task<FetchedBody> FetchAsync(Uri url, CancellationToken cancellationToken)
    {
        if (_failuresInARow >= _options.MaxFailuresInARow)
        {
            throw TestGridErrors.Silent(url, _failuresInARow);
        }

        try
        {
            FetchedBody body = await _client.FetchAsync(url, cancellationToken).ConfigureAwait(false);
            _failuresInARow = 0;
            return body;
        }
        catch (FetchFailure e)
        {
            // A refusal is an answer too: the service is there.
            _failuresInARow = e.Kind == ErrorKind.SourceUnavailable ? _failuresInARow + 1 : 0;
            throw;
        }
    }

    private static T Decode<T>(FetchedBody answer, Uri url, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CiFeaturesException e)
        {
            throw AnswerLook.IsWebPage(answer.Body.Span) ? TestGridErrors.WebPage(url, e) : new UndecodableAnswer(url, e);
        }
    }

    private static NewBody About(NewBody path, Uri url, FetchedBody answer) =>
        path with { Url = url.AbsoluteUri, Status = 200, FetchedAt = answer.FetchedAt, Etag = answer.Etag };

    private static bool IsOfTheAnswer(CiFeaturesException e) => e is FetchFailure or UndecodableAnswer;

    private bool IsWanted(string job) =>
        _options.JobPatterns.Count == 0 || _options.JobPatterns.Any(p => FileSystemName.MatchesSimpleExpression(p, job, ignoreCase: false));

    private void Skip(Uri url, CiFeaturesException problem) => _skipped.Add(new SkippedItem
    {
        Item = url.AbsoluteUri,
        Code = problem.Code,
        Reason = problem.Message,
        Place = (problem as UndecodableAnswer)?.InBody ?? "",
    });

    private void Waiting(RetryNote note)
    {
        _retries++;
        Report(FormattableString.Invariant($"waiting {note.Delay.TotalSeconds:0.#} s before trying again ({note.Number} of {_options.Http.MaxRetries}): {note.Failure.Message} {note.Failure.Place}"));
    }

    private void Report(string current) => _progress?.Report(new CollectProgress(_done, _total, _client.TransferredBytes, _client.Requests, current));
}
