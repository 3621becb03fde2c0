using System.Globalization;
using System.Net;

namespace CiFeatures.Tests.Collection.Replay.Http;

public class ConditionalRequestTests
{
    private static readonly string Target = ReplayScene.TableTarget(ReplayScene.Blocking, ReplayScene.Job);

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    public async Task IfNoneMatch_TheTagOfTheForm_Gives304WithoutABody(string coding)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        string tag = (await scene.SendAsync(Target, null, ("Accept-Encoding", coding))).Headers.ETag!.ToString();

        foreach (string condition in new[] { tag, $"W/{tag}", $"\"x\", {tag}", "*" })
        {
            using HttpResponseMessage answer = await scene.SendAsync(Target, null, ("Accept-Encoding", coding), ("If-None-Match", condition));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotModified, condition);
            answer.Headers.ETag!.ToString().ShouldBe(tag);
            answer.Headers.Vary.ShouldBe(["Accept-Encoding"]);
            (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        }

        scene.Server.Counters.NotModified.ShouldBe(4);
        scene.Server.Requests[^1].Bytes.ShouldBe(0);
    }

    [Fact]
    public async Task IfNoneMatch_AnotherTag_GivesTheWholeAnswer()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        string plain = (await scene.SendAsync(Target)).Headers.ETag!.ToString();
        string gzip = (await scene.SendAsync(Target, null, ("Accept-Encoding", "gzip"))).Headers.ETag!.ToString();

        plain.ShouldNotBe(gzip);
        plain.ShouldStartWith("\"");
        (await scene.SendAsync(Target, null, ("If-None-Match", gzip))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await scene.SendAsync(Target, null, ("Accept-Encoding", "gzip"), ("If-None-Match", plain))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await scene.SendAsync(Target, null, ("If-None-Match", "no tag"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task EntityTag_OfEveryAnswer_IsItsOwn()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        List<string> tags = [];
        foreach ((string target, _) in scene.Stored())
        {
            tags.Add((await scene.SendAsync(target)).Headers.ETag!.ToString());
        }

        tags.ShouldBeUnique();
    }

    [Fact]
    public async Task IfModifiedSince_TheSnapshotsTimeAndLater_Gives304()
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        DateTimeOffset modified = (await scene.SendAsync(Target)).Content.Headers.LastModified!.Value;
        modified.ShouldBe(scene.Snapshot.Created);

        (await Since(modified)).ShouldBe(HttpStatusCode.NotModified);
        (await Since(modified.AddSeconds(1))).ShouldBe(HttpStatusCode.NotModified);
        (await Since(modified.AddSeconds(-1))).ShouldBe(HttpStatusCode.OK);
        (await scene.SendAsync(Target, null, ("If-Modified-Since", "yesterday"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        // A tag that is given decides alone.
        (await scene.SendAsync(Target, null, ("If-None-Match", "\"x\""), ("If-Modified-Since", Text(modified)))).StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task<HttpStatusCode> Since(DateTimeOffset time) => (await scene.SendAsync(Target, null, ("If-Modified-Since", Text(time)))).StatusCode;
        static string Text(DateTimeOffset time) => time.ToString("r", CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("GZIP", true)]
    [InlineData("*", true)]
    [InlineData("deflate, gzip;q=1.0, *;q=0.5", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("gzip;q=0.1, identity", false)]
    [InlineData("br", false)]
    [InlineData("identity", false)]
    [InlineData(",,;;", false)]
    public async Task AcceptEncoding_WhateverIsSent_DecidesTheForm(string accepted, bool isGzip)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        using HttpResponseMessage answer = await scene.SendAsync(Target, null, ("Accept-Encoding", accepted));

        answer.Content.Headers.ContentEncoding.Count.ShouldBe(isGzip ? 1 : 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    public async Task Head_OfAnAnswer_HasItsHeadersAndNoBody(string coding)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        using HttpResponseMessage get = await scene.SendAsync(Target, null, ("Accept-Encoding", coding));
        using HttpResponseMessage head = await scene.SendAsync(Target, HttpMethod.Head, ("Accept-Encoding", coding));

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Headers.ETag.ShouldBe(get.Headers.ETag);
        head.Content.Headers.ContentLength.ShouldBe(get.Content.Headers.ContentLength);
        head.Content.Headers.ContentEncoding.ShouldBe(get.Content.Headers.ContentEncoding);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    public async Task OtherMethods_AnyAddress_Are405(string method)
    {
        await using ReplayScene scene = await ReplayScene.StartAsync();
        using HttpResponseMessage answer = await scene.SendAsync("/", new HttpMethod(method));

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.ShouldBe(["GET", "HEAD"]);
    }
}
