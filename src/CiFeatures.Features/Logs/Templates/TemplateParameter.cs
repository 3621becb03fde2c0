namespace CiFeatures.Features.Logs.Templates;

/// <summary>A value of a line.</summary>
/// <param name="Position">Which <c>&lt;*&gt;</c> of the template, from 1.</param>
/// <param name="Name">What it is: the name of the mask that found it, or one of <c>number</c>, <c>quantity</c>, <c>hex</c>, <c>uuid</c>, <c>ip</c>,
/// <c>host</c>, <c>url</c>, <c>path</c>, <c>time</c>, <c>list</c> (several values), <c>empty</c> (nothing between brackets) and <c>text</c>.</param>
/// <param name="Value">Its text as in the line.</param>
public sealed record TemplateParameter(int Position, string Name, string Value);
