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
        environment.ErrorConsole.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(what));
                result = work(new Listener<ProgressStep>(step =>
                {
                    task.MaxValue = Math.Max(1, step.Total);
                    task.Value = step.Done;
                    task.Description = Markup.Escape($"{what} {step.Done}/{step.Total} {Short(step.Doing)}");
                }));
            });
        return result;
    }

    private Action<ProgressStep> Lines(string what)
    {
        long last = environment.Time.GetTimestamp();
        return step =>
        {
            if (environment.Time.GetElapsedTime(last) >= LineInterval)
            {
                last = environment.Time.GetTimestamp();
                environment.Error.WriteLine($"{what}: {step.Done} of {step.Total}, at {step.Doing}");
            }
        };
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..18] + "…" + text[^21..];
}
