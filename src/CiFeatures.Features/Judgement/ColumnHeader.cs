namespace CiFeatures.Features.Judgement;

/// <summary>What a custom column header shows (<c>TestGroup.column_header</c>).</summary>
/// <param name="Label">Its label; empty when none is set.</param>
/// <param name="Property">The result property it shows; empty when none is set.</param>
/// <param name="ConfigurationValue">The configuration value it shows; empty when none is set.</param>
public sealed record ColumnHeader(string Label = "", string Property = "", string ConfigurationValue = "")
{
    /// <summary>The name under which its values are kept: label, else property, else configuration value.</summary>
    public string Key => Label.Length > 0 ? Label : Property.Length > 0 ? Property : ConfigurationValue;
}
