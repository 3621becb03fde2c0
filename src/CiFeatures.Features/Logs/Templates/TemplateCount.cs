namespace CiFeatures.Features.Logs.Templates;

/// <summary>How often a log has a template: the terms of the log, as words are those of a text.</summary>
/// <param name="Log">Name of the log.</param>
/// <param name="TemplateId">Id of the template.</param>
/// <param name="Count">In how many of the log's lines; from 1.</param>
public sealed record TemplateCount(string Log, string TemplateId, long Count);
