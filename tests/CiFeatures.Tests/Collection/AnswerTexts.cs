using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CiFeatures.Tests.Collection;

/// <summary>Answers written by hand, and folders of them.</summary>
internal static class AnswerTexts
{
    public static string Table(params string[] tests) => TableOf("group", tests);

    /// <summary>A table answer that says which job it is of.</summary>
    public static string TableOf(string job, params string[] tests)
    {
        string rows = string.Join(',', tests.Select(name => $$"""
            {"name":{{Quoted(name)}},"original-name":{{Quoted(name)}},"alert":null,"linked_bugs":[],"messages":["",""],"short_texts":["",""],
             "statuses":[{"count":2,"value":1},{"count":1,"value":0}],"target":{{Quoted(name)}},"user_property":null}
            """));
        return $$"""
            {"test-group-name":"{{job.Replace("-", "", StringComparison.Ordinal)}}","query":"bucket/logs/{{job}}","status":"Served from cache in 0.08 seconds","cached":true,"summary":"",
             "changelists":["13","12","11"],"column_ids":["\ue00013","\ue00012","\ue00011"],"custom-columns":[["a","b","c"]],
             "column-header-names":["Date","Time","Build Number","Commit"],"groups":["","",""],"metrics":[],"tests":[{{rows}}],
             "timestamps":[1627478071000,1627477114000,1627476148000],"stale-test-threshold":10,"num-stale-tests":0,"overall-status":4}
            """;
    }

    public static string Summary(string dashboard, params string[] jobs) => "{" + string.Join(',', jobs.Select(job => $$"""
        {{Quoted(job)}}:{"alert":"","last_run_timestamp":1627444386000,"last_update_timestamp":1627478284,"latest_green":"no recent greens",
         "overall_status":"FLAKY","overall_status_icon":"remove_circle_outline","status":"1 of 2 (50.0%) recent columns passed (3 of 4 or 75.0% cells)",
         "tests":[],"dashboard_name":{{Quoted(dashboard)}}}
        """)) + "}";

    public static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    public static byte[] Zipped(string text)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }

    /// <summary>Writes a file below a folder; one that ends with .gz is compressed.</summary>
    public static string Put(string folder, string path, string text)
    {
        string file = Path.Combine([folder, .. path.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (file.EndsWith(".gz", StringComparison.Ordinal))
        {
            File.WriteAllBytes(file, Zipped(text));
        }
        else
        {
            File.WriteAllText(file, text);
        }

        return file;
    }

    /// <summary>Two dashboards with three tables, plain and compressed.</summary>
    public static string PutSmallTree(string folder)
    {
        Put(folder, "blocking/summary.json", Summary("blocking", "e2e-aws", "e2e-gcp"));
        Put(folder, "blocking/table/e2e-aws.json.gz", TableOf("e2e-aws", "Overall", "[sig-storage] mounts"));
        Put(folder, "blocking/table/e2e-gcp.json", TableOf("e2e-gcp", "Overall"));
        Put(folder, "informing/summary.json.gz", Summary("informing", "e2e-aws"));
        Put(folder, "informing/table/e2e-aws.json.gz", TableOf("e2e-aws", "Overall", "install", "Pod " + 3.ToString(CultureInfo.InvariantCulture)));
        return folder;
    }
}
