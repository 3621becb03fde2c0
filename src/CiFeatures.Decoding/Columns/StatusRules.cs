using System.Text.RegularExpressions;
using CiFeatures.Core.Builds;
using CiFeatures.Core.Grids;

namespace CiFeatures.Decoding.Columns;

/// <summary>Applies rules to cases; patterns are compiled once.</summary>
internal sealed class StatusRules
{
    private readonly IReadOnlyList<StatusRule> _rules;
    private readonly Dictionary<string, Regex> _patterns = new(StringComparer.Ordinal);

    /// <summary>Compiles the patterns of the rules.</summary>
    /// <param name="rules">The rules; the first that fits holds.</param>
    /// <exception cref="Core.Errors.CiFeaturesException">A pattern cannot be read.</exception>
    public StatusRules(IReadOnlyList<StatusRule> rules)
    {
        _rules = rules;
        foreach (string pattern in rules.SelectMany(r => r.Comparisons).Where(c => c.Operator == StatusOperator.Matches).Select(c => c.Text))
        {
            _patterns[pattern] = Compile(pattern);
        }
    }

    /// <summary>The status that the rules give a case.</summary>
    /// <param name="test">The case.</param>
    /// <returns>Null when no rule fits.</returns>
    public CellStatus? Apply(JUnitCase test)
    {
        foreach (StatusRule rule in _rules)
        {
            if (rule.Comparisons.All(c => Fits(c, test)))
            {
                return rule.Status;
            }
        }

        return null;
    }

    private bool Fits(StatusComparison comparison, JUnitCase test) => comparison.Subject switch
    {
        StatusSubject.Property => test.Properties.Any(p => p.Key == comparison.Property && Fits(comparison, p.Value)),
        StatusSubject.Name => Fits(comparison, test.TestName),
        StatusSubject.Errors => Fits(comparison, test.Status == JUnitStatus.Error ? 1 : 0),
        StatusSubject.Failures => Fits(comparison, test.Status == JUnitStatus.Failed ? 1 : 0),
        _ => test.Status is JUnitStatus.Error or JUnitStatus.Failed && Fits(comparison, test.Message),
    };

    private bool Fits(StatusComparison comparison, string text) => comparison.Operator switch
    {
        StatusOperator.Equal => text == comparison.Text,
        StatusOperator.NotEqual => text != comparison.Text,
        StatusOperator.Contains => text.Contains(comparison.Text, StringComparison.Ordinal),
        StatusOperator.StartsWith => comparison.Text.StartsWith(text, StringComparison.Ordinal),
        _ => _patterns[comparison.Text].IsMatch(text),
    };

    private static bool Fits(StatusComparison comparison, int count) => comparison.Operator switch
    {
        StatusOperator.Equal => comparison.Number.Equals(count),
        StatusOperator.NotEqual => !comparison.Number.Equals(count),
        _ => false,
    };

    // Linear in the text, so that no pattern and no message together can hang a reader.
    private static Regex Compile(string pattern)
    {
        try
        {
            return new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            ColumnErrors.BadPattern(pattern, e);
            throw;
        }
    }
}
