using System.Text;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.Api;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.Api;

/// <summary>Whatever happens to answers of the API, their readers give a model that holds together or a clear error, in bounded memory.</summary>
public class ApiFuzzTests
{
    private const int Usual = 4000;

    // What every reader allocates whatever it reads, and what a byte may cost: an entry of a list is two bytes and makes an object with lists of its own.
    private const long AtLeast = 256 << 10;
    private const long PerByte = 1024;

    private static readonly byte[] Headers = Encoding.UTF8.GetBytes(
        """{"headers":[{"build":"12","name":"n","started":"2021-07-28T13:10:18Z","extra":["a","b"],"hotlist_ids":"1,2"},{"build":"11","started":{"seconds":1627391418,"nanos":5},"extra":["c"]},{}]}""");

    private static readonly byte[] Rows = Encoding.UTF8.GetBytes(
        """
        {"rows":[{"name":"Overall","cells":[{"result":12,"message":"m","icon":"F","cell_id":"c"},{},{"result":"PASS"}],"issues":["1"],"alert":{"fail_count":3,"fail_build_id":"9",
        "fail_time":"2021-07-28T13:10:18Z","pass_time":"1970-01-01T00:00:00Z","properties":{"k":"v"},"hotlist_ids":["1"],"other":[1]}},{"name":"b","cells":[{"result":1},{"result":13,"icon":"1/2"},{"cellId":"x","result":4}]}]}
        """);

    private static readonly byte[] Summaries = Encoding.UTF8.GetBytes(
        """
        {"tab_summaries":[{"dashboard_name":"D","tab_name":"t","overall_status":"FAILING","detailed_status_message":"x","last_run_timestamp":"2021-07-28T13:10:18Z","last_update_timestamp":"2021-07-28T14:00:00.5Z",
        "latest_passing_build":"12","failures_summary":{"top_failing_tests":[{"display_name":"t","fail_count":3,"pass_timestamp":"1970-01-01T00:00:00Z","fail_timestamp":"2021-07-20T00:00:00Z"}],"failure_stats":{"num_failing_tests":9}},
        "healthiness_summary":{"top_flaky_tests":[{"display_name":"f","flakiness":1.5,"change":"UP"}],"healthiness_stats":{"start":"2021-07-20T00:00:00Z","average_flakiness":1.5,"num_flaky_tests":1}}},{"tabName":"u"}]}
        """);

    private static readonly byte[] List = Encoding.UTF8.GetBytes(
        """{"dashboards":[{"name":"a","link":"/dashboards/a","dashboard_group_name":"g"},{"name":"b","link":"/dashboards/b?scope=gs://x"}]}""");

    [Fact]
    public void ReadGrid_DamagedHeaders_GivesAGridOrAClearError() =>
        Run(1, Headers, input => CheckGrid(ApiGridReader.Read(input, Rows, ApiAnswers.Key, [])));

    [Fact]
    public void ReadGrid_DamagedRows_GivesAGridOrAClearError() =>
        Run(2, Rows, input => CheckGrid(ApiGridReader.Read(Headers, input, ApiAnswers.Key, [])));

    // What was read is also written, since a server gives it out again: texts that are kept as they are must not spoil the answer.
    [Fact]
    public void ReadSummaries_Damaged_GivesASummaryOrAClearError() =>
        Run(3, Summaries, input => ApiSummaryReader.Read(ApiAnswerWriter.TabSummaries(ApiSummaryReader.Read(input, "d", [])), "d", []));

    [Fact]
    public void ReadDashboards_Damaged_GivesAListOrAClearError() =>
        Run(4, List, input => ApiListReader.ReadDashboards(input, []).ShouldAllBe(r => r.Name.Length > 0));

    private static void CheckGrid(JobGrid grid)
    {
        foreach (TestRow row in grid.Tests)
        {
            row.Messages.Count.ShouldBeLessThanOrEqualTo(grid.Runs.Count);
            row.CellIds.Count.ShouldBeLessThanOrEqualTo(grid.Runs.Count);
        }

        if (grid.Statuses.IndexOfAnyInRange((byte)CellStatuses.Count, byte.MaxValue) >= 0)
        {
            Assert.Fail("a status is no code");
        }
    }

    // A quarter of the inputs for each of the four kinds of answers.
    private static void Run(int seed, byte[] valid, Action<byte[]> read)
    {
        Random random = Fuzzing.Seeded(20211121 + seed);
        int inputs = (Fuzzing.Inputs(Usual) + 3) / 4;
        int good = 0;
        for (int i = 0; i < inputs; i++)
        {
            byte[] input = Fuzzing.Mutate(valid, random);
            Fuzzing.OnlyKnownErrors(input, AtLeast + (PerByte * input.Length), () =>
            {
                read(input);
                good++;
            });
        }

        // Both ways out are taken, or the inputs say nothing.
        good.ShouldBeInRange(1, inputs - 1);
    }
}
