namespace CiFeatures.Collection.TestGrid;

/// <summary>The order in which bodies are asked for: what names others comes before what only holds cells, and what was begun is finished first.</summary>
internal static class Stages
{
    public const int Directory = 0;
    public const int Dashboard = 1;
    public const int JobRest = 2;
    public const int Job = 3;
}
