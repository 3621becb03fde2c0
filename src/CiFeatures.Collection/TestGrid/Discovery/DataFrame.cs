namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>A list or object of a script that is open while the script is read.</summary>
internal sealed class DataFrame
{
    public required bool IsList { get; init; }

    public required string? Key { get; init; }

    public required DataRole Role { get; init; }

    /// <summary>Whether its name, or that of something around it, says that it holds no dashboards.</summary>
    public required bool IsOtherThing { get; init; }

    /// <summary>The object's own name, from its field "name".</summary>
    public string? Name { get; set; }

    /// <summary>The names of its entries, in order; null before the first.</summary>
    public List<string>? Names { get; set; }

    /// <summary>Whether it also holds what makes it something else: an entry without a name, a field that is no object.</summary>
    public bool IsMixed { get; set; }

    public void Add(string name) => (Names ??= []).Add(name);
}
