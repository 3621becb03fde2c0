namespace CiFeatures.Features.Logs.Templates;

/// <summary>Takes whole logs and says which line has which template: learning from all of them, line by line, or not at all.</summary>
public interface ITemplateReader
{
    /// <summary>Takes a log to its end. Where that fails, its lines are forgotten and the error goes on.</summary>
    /// <param name="name">What to call it in the counts.</param>
    /// <param name="log">Its lines, ended by <c>\n</c> or <c>\r\n</c>.</param>
    /// <returns>How many lines it has.</returns>
    long Read(string name, Stream log);

    /// <summary>Gives the templates of what was taken. More can be taken afterwards, for another result.</summary>
    TemplateMining Finish();
}
