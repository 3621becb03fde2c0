using System.Security.Cryptography;
using System.Text.Json;
using CiFeatures.Tests.Formats.Interop;

namespace CiFeatures.Tests.Collection.Replay.Prow;

/// <summary>Google's own client for another language reads what is replayed: it checks hashes, pages and parts by itself.</summary>
public class OtherClientTests
{
    [SkippableFact]
    public async Task NodeClient_OfTheService_ReadsEveryObject()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync(ProwStore.Write);
        string prefix = $"logs/{ProwStore.Job}/";
        JsonElement found = await Task.Run(() => Peers.Node("gcs-read.mjs", scene.Server.Url.AbsoluteUri.TrimEnd('/'), ProwStore.Bucket, prefix));

        found.GetProperty("missing").GetInt32().ShouldBe(404);
        found.GetProperty("prefixes").GetArrayLength().ShouldBe(3);
        found.GetProperty("pages").GetInt32().ShouldBeGreaterThan(5);
        int read = 0;
        foreach (JsonElement file in found.GetProperty("files").EnumerateArray())
        {
            string name = file.GetProperty("name").GetString()!;
            string path = Path.Combine(ProwStore.Tree, name);
            file.GetProperty("exists").GetBoolean().ShouldBe(!name.EndsWith("coredump.bin", StringComparison.Ordinal), name);
            if (!File.Exists(path))
            {
                continue;
            }

            byte[] expected = await File.ReadAllBytesAsync(path);
            file.GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(expected)), name);
            file.GetProperty("same").GetBoolean().ShouldBeTrue();
            if (file.GetProperty("part").GetString() is { } part)
            {
                Convert.FromBase64String(part).ShouldBe(expected[3..12]);
            }

            read++;
        }

        read.ShouldBe(Directory.GetFiles(Path.Combine(ProwStore.Tree, "logs", ProwStore.Job), "*", SearchOption.AllDirectories).Length);
    }
}
