namespace CiFeatures.Features.Logs.Failures;

/// <summary>A line of a failing build's log that helps to explain the failure, or one near such a line.</summary>
/// <param name="Line">Its number, from 1; lines end with <c>\n</c>, <c>\r\n</c> or a lone <c>\r</c>.</param>
/// <param name="Text">Its text without terminal escapes; cut when it is very long.</param>
/// <param name="Score">How sure the model is that the line explains the failure, 0 to 1.</param>
public sealed record FailingLine(long Line, string Text, double Score);
