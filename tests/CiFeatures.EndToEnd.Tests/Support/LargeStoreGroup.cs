namespace CiFeatures.EndToEnd.Tests.Support;

/// <summary>The classes that share one <see cref="LargeStore"/>; they run one after the other, so that they do not measure each other.</summary>
[CollectionDefinition(Name)]
public sealed class LargeStoreGroup : ICollectionFixture<LargeStore>
{
    internal const string Name = "large store";
}
