using System.Text;
using CiFeatures.Features.Logs.Statistics;

namespace CiFeatures.Tests.Features.Logs.Statistics;

public class LevelLettersTests
{
    [Theory]
    [InlineData("debug")]
    [InlineData("trace")]
    [InlineData("info")]
    [InlineData("warn")]
    [InlineData("error")]
    [InlineData("fatal")]
    [InlineData("panic")]
    [InlineData("critical")]
    public void MayBegin_NamesOfLevelsInAnyCase_Pass(string name)
    {
        for (int upper = 0; upper < 8; upper++)
        {
            byte[] letters = Encoding.ASCII.GetBytes(name);
            for (int i = 0; i < 3; i++)
            {
                letters[i] -= (upper >> i & 1) == 1 ? (byte)0x20 : (byte)0;
            }

            LevelLetters.MayBegin(letters[0], letters[1], letters[2]).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("the")]
    [InlineData("   ")]
    [InlineData("tes")]
    [InlineData("2021")]
    public void MayBegin_OtherLetters_DoNot(string text) => LevelLetters.MayBegin((byte)text[0], (byte)text[1], (byte)text[2]).ShouldBeFalse();
}
