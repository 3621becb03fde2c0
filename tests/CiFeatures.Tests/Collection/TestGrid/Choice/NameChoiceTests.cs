using CiFeatures.Collection.TestGrid.Choice;

namespace CiFeatures.Tests.Collection.TestGrid.Choice;

public class NameChoiceTests
{
    [Fact]
    public void Takes_NoPatterns_EverythingButWhatIsLeftOut()
    {
        var choice = new NameChoice([], ["*-informing", "re:^x"], "dashboard");

        new[] { "a", "b-informing", "xy" }.Where(choice.Takes).ShouldBe(["a"]);
        choice.KnownNames.ShouldBeNull();
        choice.ToString().ShouldBe("everything without *-informing and re:^x");
    }

    [Fact]
    public void KnownNames_NamesOnly_OnceEachInTheirOrderWithoutWhatIsLeftOut()
    {
        var choice = new NameChoice(["b", "a", "b", "c"], ["c*"], "dashboard");

        choice.KnownNames.ShouldBe(["b", "a"]);
    }

    [Fact]
    public void KnownNames_OnePattern_SomebodyHasToBeAsked()
    {
        var choice = new NameChoice(["b", "a*"], [], "dashboard");

        choice.KnownNames.ShouldBeNull();
        choice.Named.ShouldBe(["b"]);
        new[] { "a", "ab", "b", "c" }.Where(choice.Takes).ShouldBe(["a", "ab", "b"]);
    }
}
