using CiFeatures.Cli.Hosting;
using Spectre.Console;

namespace CiFeatures.Cli.Output;

/// <summary>Shows progress on stderr: a bar on a terminal, a plain line every ten seconds in a log, nothing when quiet.</summary>
internal sealed class ProgressDisplay(AppEnvironment environment, bool quiet)
{
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(10);

    public T Run<T>(string what, Func<IProgress<ProgressStep>, T> work)
    {
        if (quiet)
        {
            return work(new Listener<ProgressStep>(_ => { }));
        }

        return environment.ErrorIsTerminal ? RunWithBar(what, work) : work(new Listener<ProgressStep>(Lines(what)));
    }

    private T RunWithBar<T>(string what, Func<IProgress<ProgressStep>, T> work)
    {
        T result = default!;
        long began = environment.Time.GetTimestamp();
        environment.ErrorConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(what));
                result = work(new Listener<ProgressStep>(step =>
                {
                    TimeSpan elapsed = environment.Time.GetElapsedTime(began);
                    task.MaxValue = Math.Max(1, step.Total);
                    task.Value = step.Done;
                    task.Description = Markup.Escape(string.Join(' ', Words(what, $"{step.Done}/{step.Total}", Pace.Bytes(step, elapsed), Pace.Text(Pace.Left(step, elapsed)), Short(step.Doing))));
                }));
            });
        return result;
    }

    private Action<ProgressStep> Lines(string what)
    {
        long began = environment.Time.GetTimestamp();
        long last = began;
        return step =>
        {
            if (environment.Time.GetElapsedTime(last) >= LineInterval)
            {
                last = environment.Time.GetTimestamp();
                TimeSpan elapsed = environment.Time.GetElapsedTime(began);
                environment.Error.WriteLine(Printable.Line($"{what}: {string.Join(", ", Words($"{step.Done} of {step.Total}", Pace.Bytes(step, elapsed), Pace.Text(Pace.Left(step, elapsed)), step.Doing.Length > 0 ? $"at {step.Doing}" : ""))}"));
            }
        };
    }

    private static IEnumerable<string> Words(params IEnumerable<string> words) => words.Where(w => w.Length > 0);

    private static string Short(string text) => text.Length <= 40 ? text : text[..18] + "…" + text[^21..];
}
