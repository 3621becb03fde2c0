using System.Text;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;
using CiFeatures.Decoding.TableAnswers;

namespace CiFeatures.Tests.Decoding.TableAnswers;

/// <summary>Whatever happens to an answer's bytes, the reader gives a grid that holds together or a clear error.</summary>
public class TableMutationTests
{
    private const string Whole = """
        {"test-group-name":"job12","query":"b/logs/job-1.2","cached":false,"changelists":["12","11","10"],"column_ids":["\ue00012","\ue00011","\ue00010"],
        "custom-columns":[["a","b","c"]],"column-header-names":["Date","Time","Build","Commit"],"groups":["","",""],"metrics":["m"],
        "tests":[{"name":"Overall","original-name":"Overall","target":"t","alert":{"fail-cl":"1","fail-count":2,"fail-time":1603131483000,"hotlist_ids":["1"],"properties":{"a":"b"}},
        "linked_bugs":["1"],"messages":["m",""],"short_texts":["F",""],"statuses":[{"count":1,"value":12},{"count":1,"value":0},{"count":1,"value":1}],"user_property":["a","b"],
        "graphs":[{"metric":["test-duration-minutes"],"values":[[1,2.5,null]]}]},{"name":"b","statuses":[1,3],"messages":["","",""]}],
        "row_ids":["r1","r2"],"timestamps":[1603835484000,1603735484000,1603635484000],"stale-test-threshold":10,"overall-status":3,
        "open-test-template":{"url":"u","name":"n","options":{"a":"b"}},"clusters":[{"x":[1,2]}],"alerts":"w"}
        """;

    private static readonly string[] Values = ["null", "true", "-1", "1e999", "0.5", "\"\"", "\"x\"", "[]", "[[]]", "{}", "{\"a\":[1]}", "[null]", "1000000000", "[1,2,3,4,5]", "\"\\ud800\""];

    [Fact]
    public void Read_WholeAnswer_HasNoIssues() => Answers.CleanTable(Whole).CellCount.ShouldBe(6);

    [Fact]
    public void Read_MutatedBytes_GiveAGridOrAClearError()
    {
        byte[] whole = Encoding.UTF8.GetBytes(Whole);
        Random random = new(20201028);
        int grids = 0;
        for (int round = 0; round < 3000; round++)
        {
            List<byte> bytes = [.. whole];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                Mutate(bytes, random);
            }

            grids += Survives([.. bytes]) ? 1 : 0;
        }

        grids.ShouldBeInRange(200, 2800);
    }

    /// <summary>Puts every kind of value in the place of every value of the answer.</summary>
    [Fact]
    public void Read_EveryValueReplaced_GivesAGridOrAClearError()
    {
        int tried = 0;
        foreach ((int start, int end) in ValuesOf(Whole))
        {
            foreach (string value in Values)
            {
                Survives(Encoding.UTF8.GetBytes(string.Concat(Whole.AsSpan(0, start), value, Whole.AsSpan(end))));
                tried++;
            }
        }

        tried.ShouldBeGreaterThan(1000);
    }

    private static bool Survives(byte[] bytes)
    {
        List<DecodeIssue> issues = [];
        try
        {
            JobGrid grid = TableAnswerReader.Read(bytes, Answers.Key, issues);
            foreach (TestRow row in grid.Tests)
            {
                row.Messages.Count.ShouldBeLessThanOrEqualTo(grid.Runs.Count);
                (row.DurationMinutes?.Length ?? grid.Runs.Count).ShouldBe(grid.Runs.Count);
            }

            grid.Statuses.ToArray().ShouldAllBe(s => s < 16);
            return true;
        }
        catch (CiFeaturesException e)
        {
            e.Code.ShouldStartWith("CIF11");
            e.Place.ShouldStartWith("dash / job-1.2");
            return false;
        }
    }

    private static void Mutate(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count);
        switch (random.Next(5))
        {
            case 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                break;
            case 3:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Values[random.Next(Values.Length)]));
                break;
            default:
                bytes[at] = "0123456789[]{},:\"-e. "u8[random.Next(21)];
                break;
        }

        if (bytes.Count == 0)
        {
            bytes.Add(0);
        }
    }

    private static List<(int Start, int End)> ValuesOf(string json)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(json);
        System.Text.Json.Utf8JsonReader reader = new(utf8);
        List<(int, int)> found = [];
        while (reader.Read())
        {
            if (reader.TokenType is System.Text.Json.JsonTokenType.PropertyName or System.Text.Json.JsonTokenType.EndArray or System.Text.Json.JsonTokenType.EndObject)
            {
                continue;
            }

            System.Text.Json.Utf8JsonReader copy = reader;
            copy.Skip();
            found.Add(((int)reader.TokenStartIndex, (int)copy.BytesConsumed));
        }

        return found;
    }
}
