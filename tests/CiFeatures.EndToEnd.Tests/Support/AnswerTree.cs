using System.IO.Compression;
using System.Text;

namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>Makes folders of answers by hand, good ones and bad ones, as <c>import testgrid</c> takes them.</summary>
internal sealed class AnswerTree(string root)
{
    public const string Dashboard = "board";
    public const string GoodJob = "good-job";
    public const string BadJob = "bad-job";

    public string Root { get; } = root;

    public string BadFile => PathOf($"table/{BadJob}.json");

    /// <summary>A table answer of two tests and three runs.</summary>
    public static string Table(string job, string secondRow = """{"name":"second","statuses":[{"count":3,"value":12}]}""") =>
        $$"""
        {"test-group-name":"{{job}}","query":"origin/logs/{{job}}","timestamps":[1624000200000,1624000100000,1624000000000],"changelists":["3","2","1"],
         "tests":[{"name":"first","statuses":[{"count":1,"value":12},{"count":2,"value":1}]},{{secondRow}}]}
        """;

    public static string Summary(params string[] jobs) =>
        "{" + string.Join(',', jobs.Select(j => $$"""{{j}}:{"overall_status":"PASSING","status":"1 of 3 (33.3%) recent columns passed (4 of 6 or 66.7% cells)","tests":[]}""")) + "}";

    /// <summary>A tree with a summary of both jobs and a sound table of one of them.</summary>
    public static AnswerTree WithOneGoodJob(string root)
    {
        var tree = new AnswerTree(root);
        tree.Write("summary.json", Summary($"\"{GoodJob}\"", $"\"{BadJob}\""));
        tree.Write($"table/{GoodJob}.json", Table(GoodJob));
        return tree;
    }

    public string PathOf(string path) => Path.Combine([Root, Dashboard, .. path.Split('/')]);

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllBytes(PathOf(path), bytes);
    }

    public static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
