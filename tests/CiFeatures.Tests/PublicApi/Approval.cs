using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.PublicApi;

/// <summary>Compares a text with the approved one beside the tests. With the environment variable <c>ACCEPT=1</c> the text is approved.</summary>
internal static class Approval
{
    public static void Check(string text, params string[] folderAndName)
    {
        string approved = Repository.PathOf([.. folderAndName[..^1], folderAndName[^1] + ".approved.txt"]);
        string received = Repository.PathOf([.. folderAndName[..^1], folderAndName[^1] + ".received.txt"]);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(approved, text);
            File.Delete(received);
            return;
        }

        string expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        string[] before = expected.Split('\n');
        string[] after = text.Split('\n');
        string[] gone = [.. before.Except(after).Select(l => "- " + l.Trim())];
        string[] come = [.. after.Except(before).Select(l => "+ " + l.Trim())];
        throw new Xunit.Sdk.XunitException(
            $"{Path.GetFileName(approved)} differs from what is there now ({Path.GetFileName(received)}):\n"
            + string.Join('\n', gone.Concat(come).Take(40))
            + "\nIf the change is meant, approve it with: ACCEPT=1 dotnet test --filter PublicApi");
    }
}
