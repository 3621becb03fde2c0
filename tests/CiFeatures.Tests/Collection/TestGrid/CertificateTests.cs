using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CiFeatures.Core.Errors;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Collection.TestGrid;

/// <summary>A service that cannot prove who it is gets no request.</summary>
public class CertificateTests
{
    [Theory]
    [InlineData("elsewhere.example", 1)]
    [InlineData("127.0.0.1", 1)]
    [InlineData("127.0.0.1", -1)]
    public async Task RunAsync_CertificateOfAnotherNameSelfMadeOrExpired_IsRefusedAtOnce(string name, int validForDays)
    {
        await using var scene = new CollectScene();
        using X509Certificate2 certificate = Make(name, validForDays);
        await using var server = new LoopbackServer(_ => new ServerAnswer { Body = "{}"u8.ToArray() }, certificate);

        CiFeaturesException error = await Should.ThrowAsync<CiFeaturesException>(scene.RunAsync(scene.Options() with { Site = new Uri(server.Url) }));

        (error.Code, error.Kind).ShouldBe(("CIF1230", ErrorKind.SourceUnavailable));
        error.Message.ShouldContain("certificate");
        error.Place.ShouldStartWith(server.Url);
        scene.Clock.Waits.ShouldBeEmpty("It will be the same in a minute.");
        server.Requests.ShouldBeEmpty();
        scene.NothingIsLeft();
    }

    private static X509Certificate2 Make(string name, int validForDays)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out IPAddress? address))
        {
            names.AddIpAddress(address);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-10), now.AddDays(validForDays));
    }
}
