using CiFeatures.Collection.Artifacts.Hashing;

namespace CiFeatures.Tests.Collection.Artifacts.Hashing;

public class HashTextsTests
{
    [Fact]
    public void Crc32C_FourBytesInBase64_AreReadWithTheMostSignificantFirst() => HashTexts.Crc32C("4waSgw==").ShouldBe(0xE3069283u);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4waSgw")]
    [InlineData("!!!!!!==")]
    [InlineData("AAAAAAAA")]
    public void Crc32C_AnythingElse_IsNone(string? text) => HashTexts.Crc32C(text).ShouldBeNull();

    [Fact]
    public void Find_SeveralHeadersAndSeveralInOne_FindsEach()
    {
        HashTexts.Find(["crc32c=4waSgw==,md5=1B2M2Y8AsgTpgAmY7PhCfg=="], "md5").ShouldBe("1B2M2Y8AsgTpgAmY7PhCfg==");
        HashTexts.Find(["crc32c=4waSgw==", "md5=1B2M2Y8AsgTpgAmY7PhCfg=="], "md5").ShouldBe("1B2M2Y8AsgTpgAmY7PhCfg==");
        HashTexts.Find(["crc32c=4waSgw=="], "md5").ShouldBeNull();
        HashTexts.Md5("1B2M2Y8AsgTpgAmY7PhCfg==").ShouldBe("d41d8cd98f00b204e9800998ecf8427e");
    }
}
