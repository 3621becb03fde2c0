namespace CiFeatures.Features.Logs.Templates;

/// <summary>What a line did to the templates of an <see cref="OnlineTemplateMiner"/>.</summary>
public enum TemplateChange
{
    /// <summary>Nothing: the line has a template that was there.</summary>
    None,

    /// <summary>The line is the first of a new template.</summary>
    Created,

    /// <summary>A template became more general, and took in others that differed from it in the same place.</summary>
    Changed,
}
