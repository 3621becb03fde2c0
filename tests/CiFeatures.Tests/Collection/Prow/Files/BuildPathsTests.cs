using CiFeatures.Collection.Prow.Files;
using CiFeatures.Collection.Store;
using CiFeatures.Core.Builds;

namespace CiFeatures.Tests.Collection.Prow.Files;

public class BuildPathsTests
{
    private static readonly BuildKey Key = new("j", "1");
    private readonly BuildPaths _paths = new(["j", "J"]);

    [Fact]
    public void Files_OrdinaryNames_LieWhereTheyDoInTheBucket() =>
        _paths.Files(Key, ["artifacts/junit_01.xml", "a b%"]).Select(p => (p.Key, p.Value?.Path.Split('/', 4)[3])).ShouldBe([("artifacts/junit_01.xml", "artifacts/junit_01.xml.gz"), ("a b%", "a b%25.gz")]);

    [Fact]
    public void Files_NamesThatDifferInCaseOnly_GetDifferentPlaces()
    {
        string[] places = [.. _paths.Files(Key, ["x/A", "x/a", "X/a"]).Values.Select(b => b!.Path)];

        places.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(3);
        places.ShouldAllBe(p => SnapshotPaths.IsSafe(p));
    }

    [Fact]
    public void Files_WhatCannotLieBesideOthers_HasNoPlace()
    {
        IReadOnlyDictionary<string, NewBody?> places = _paths.Files(Key, ["x", "x.gz/y", "listing.json/z", string.Join('/', Enumerable.Repeat("abcdefghi", 120))]);

        places.Where(p => p.Value is not null).Select(p => p.Key).ShouldBe(["x.gz/y"]);
    }
}
