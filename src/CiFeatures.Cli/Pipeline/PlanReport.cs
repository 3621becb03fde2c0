using CiFeatures.Cli.Hosting;
using CiFeatures.Cli.Output;
using CiFeatures.Collection.TestGrid;

namespace CiFeatures.Cli.Pipeline;

/// <summary>Tells what a collection would ask for.</summary>
internal static class PlanReport
{
    public static void Print(VerbContext context, CollectOptions options, CollectPlan plan)
    {
        if (context.Json)
        {
            PrintJson(context, plan);
            return;
        }

        foreach (PlannedRequest request in plan.Requests)
        {
            context.Environment.Output.WriteLine(Printable.Line($"GET {request.Url}  {(request.KnownBytes is { } bytes ? $"{Printable.Count(bytes)} bytes last time" : "not seen before")}"));
        }

        int requests = Requests(plan);
        string old = plan.JobsTooOld > 0 ? $", {plan.JobsTooOld} did not run since" : "";
        context.Environment.Output.WriteLine($"{plan.JobsChosen} of {plan.JobsListed} jobs chosen{old}; {plan.RequestsSent} requests were sent to learn that, {requests} would follow, from {CollectReport.SourceName(plan.Source)}");
        int known = plan.Requests.Count(r => r.KnownBytes is not null);
        context.Environment.Output.WriteLine($"{known} of the answers are known from former snapshots: {Printable.Count(plan.Requests.Sum(r => r.KnownBytes ?? 0))} bytes before compression{Least(options, plan)}");
    }

    // After the columns of the API the rows are asked for, and then whether the columns are still the same; the plan names the columns.
    private static int Requests(CollectPlan plan) => plan.Requests.Count * (plan.Source == TestGridSourceKind.Api ? 3 : 1);

    private static string Least(CollectOptions options, CollectPlan plan) => options.Http.RequestsPerSecond > 0
        ? FormattableString.Invariant($"; at {options.Http.RequestsPerSecond:0.###} requests per second it takes at least {Requests(plan) / options.Http.RequestsPerSecond:0} s")
        : "";

    private static void PrintJson(VerbContext context, CollectPlan plan) => JsonOutput.Print(context, "collect-testgrid-plan", json =>
    {
        json.WriteString("source", plan.Source.ToString().ToLowerInvariant());
        json.WriteNumber("requests_sent", plan.RequestsSent);
        json.WriteNumber("jobs_listed", plan.JobsListed);
        json.WriteNumber("jobs_chosen", plan.JobsChosen);
        json.WriteNumber("jobs_too_old", plan.JobsTooOld);
        json.Array("requests", plan.Requests, r => json.Object(() =>
        {
            json.WriteString("url", r.Url);
            json.WriteString("path", r.Path);
            json.Number("known_bytes", r.KnownBytes);
        }));
    });
}
