namespace CiFeatures.Tests.Support;

/// <summary>Tests that measure the whole process, such as its memory, and so run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuresTheProcess
{
    public const string Name = "measures the process";
}
