namespace CiFeatures.Decoding.Columns;

/// <summary>Compares something of a case with a value.</summary>
/// <param name="Subject">What is compared.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Text">The value, for texts.</param>
/// <param name="Number">The value, for counts.</param>
/// <param name="Property">The name of the property where <paramref name="Subject"/> is <see cref="StatusSubject.Property"/>; it is enough that one of its values fits.</param>
public sealed record StatusComparison(StatusSubject Subject, StatusOperator Operator, string Text = "", double Number = 0, string Property = "");
