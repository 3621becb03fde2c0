namespace CiFeatures.Collection.TestGrid.Choice;

/// <summary>Which names are taken: those that match one of the patterns and none of those that leave out.</summary>
internal sealed class NameChoice
{
    private readonly NamePattern[] _taken;
    private readonly NamePattern[] _leftOut;

    /// <summary>Reads the patterns.</summary>
    /// <param name="taken">Patterns; none = all names.</param>
    /// <param name="leftOut">Patterns of what is left out.</param>
    /// <param name="setting">The setting's name, for errors.</param>
    public NameChoice(IEnumerable<string> taken, IEnumerable<string> leftOut, string setting)
    {
        _taken = [.. taken.Distinct(StringComparer.Ordinal).Select(text => new NamePattern(text, setting))];
        _leftOut = [.. leftOut.Distinct(StringComparer.Ordinal).Select(text => new NamePattern(text, $"exclude-{setting}"))];
    }

    /// <summary>Gets the names where they are known without asking; null where somebody has to be asked.</summary>
    public IReadOnlyList<string>? KnownNames =>
        _taken.Length > 0 && _taken.All(p => p.IsName) ? [.. _taken.Select(p => p.ToString()).Where(name => !_leftOut.Any(p => p.Matches(name)))] : null;

    /// <summary>Gets the names that were asked for to the letter.</summary>
    public IEnumerable<string> Named => _taken.Where(p => p.IsName).Select(p => p.ToString());

    /// <summary>Whether a name is taken.</summary>
    public bool Takes(string name) => (_taken.Length == 0 || _taken.Any(p => p.Matches(name))) && !_leftOut.Any(p => p.Matches(name));

    public override string ToString() => (_taken.Length == 0 ? "everything" : string.Join(" or ", _taken.Select(p => p.ToString())))
        + (_leftOut.Length == 0 ? "" : " without " + string.Join(" and ", _leftOut.Select(p => p.ToString())));
}
