using CiFeatures.Collection.Store;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Collection.Store;

public class AnswerPathsTests
{
    [Fact]
    public void Table_NamesThatDifferInCase_GetPathsThatDoNot()
    {
        AnswerPaths paths = new(["Board", "empty"], [new JobKey("Board", "e2e"), new JobKey("board", "E2E"), new JobKey("board", "e2e")]);
        paths.Summary("empty").ShouldBe(new NewBody("testgrid/empty/summary.json.gz") { Dashboard = "empty" });
        paths.Table(new JobKey("Board", "e2e")).ShouldBe(new NewBody("testgrid/%42oard/table/e2e.json.gz") { Dashboard = "Board", Job = "e2e" });
        paths.Table(new JobKey("board", "E2E")).Path.ShouldBe("testgrid/board/table/%452%45.json.gz");
        paths.Table(new JobKey("board", "e2e")).Path.ShouldBe("testgrid/board/table/e2e.json.gz");
    }

    [Fact]
    public void Table_UnknownJob_Throws() =>
        Should.Throw<KeyNotFoundException>(() => new AnswerPaths(["d"], [new JobKey("d", "j")]).Table(new JobKey("d", "k")));
}
