namespace CiFeatures.Tests.PublicApi;

/// <summary>The writer tells apart what callers have to tell apart.</summary>
public class ApiTextTests
{
    [Fact]
    public void Signature_Members_ShowTypesNullsAndDefaults()
    {
        string[] members = [.. VisibleMembers.Of(typeof(Sample<>)).Select(ApiSignature.Of).Order(StringComparer.Ordinal)];

        members.ShouldBe(
        [
            "Dictionary<string, int?[]>? Read(out string? text, in long at, params string[] rest)",
            "T Value { get; init; }",
            "const int Limit = 7",
            "event EventHandler Changed",
            "new(string name = \"x\", double? share = default)",
            "override string ToString()",
            "protected virtual void Close(bool now = true)",
            "required string Label { get; set; }",
            "static ApiTextTests.Sample<T> Of<U>(ReadOnlySpan<U> items)",
            "string Name { get; }",
            "string this_is_settable { get; set; }",
        ],
        Case.Sensitive);
    }

    [Fact]
    public void Signature_Types_ShowKindAndBases()
    {
        ApiSignature.Of(typeof(Sample<>)).ShouldBe("class ApiTextTests.Sample<T> : List<T>");
        ApiSignature.Of(typeof(DayOfWeek)).ShouldBe("enum DayOfWeek : int");
        ApiSignature.Of(typeof(TimeSpan)).ShouldStartWith("readonly struct TimeSpan : ");
        ApiSignature.Of(typeof(Math)).ShouldBe("static class Math");
        ApiSignature.Of(typeof(IReadOnlyList<>)).ShouldBe("interface IReadOnlyList<T> : IReadOnlyCollection<T>");
    }

#pragma warning disable CS0067, CA1852, CS9035, MA0046, CA1707, IDE1006, CA1805, CA1010 // The sample shows kinds of members.
    private class Sample<T>(string name = "x", double? share = null) : List<T>
    {
        public const int Limit = 7;

        public event EventHandler? Changed;

        public string Name => name + share;

        public required string Label { get; set; }

        public T? Value { get; init; }

        public string this_is_settable { get; set; } = "";

        public static Sample<T> Of<U>(ReadOnlySpan<U> items) => throw new NotSupportedException(items.Length.ToString());

        public Dictionary<string, int?[]>? Read(out string? text, in long at, params string[] rest)
        {
            text = rest.Length > at ? rest[0] : null;
            return null;
        }

        public override string ToString() => name;

        protected virtual void Close(bool now = true)
        {
        }

        private void Hidden() => Close();
    }
#pragma warning restore CS0067, CA1852, CS9035, MA0046, CA1707, IDE1006, CA1805, CA1010
}
