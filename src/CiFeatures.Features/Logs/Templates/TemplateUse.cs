namespace CiFeatures.Features.Logs.Templates;

/// <summary>How often some logs have a template.</summary>
/// <param name="Template">The template.</param>
/// <param name="Count">How many of the lines have it; from 1.</param>
/// <param name="Share">Count over all lines of the logs, those without a template among them.</param>
/// <param name="FirstLine">Number of the first of them, from 1 over all logs in order.</param>
public sealed record TemplateUse(LogTemplate Template, long Count, double Share, long FirstLine);
