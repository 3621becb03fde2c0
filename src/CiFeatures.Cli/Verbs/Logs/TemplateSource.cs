using CiFeatures.Cli.Hosting;
using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>Makes what reads the logs: a miner of whole logs, one that learns line by line, or a frozen model.</summary>
internal static class TemplateSource
{
    public static ITemplateReader Open(VerbContext context, TemplateArguments arguments)
    {
        string? path = context.Get(arguments.Model) is null ? null : context.PathOf(arguments.Model);
        if (context.Get(arguments.Freeze))
        {
            return new FrozenTemplateReader(Read(context, arguments, path!));
        }

        if (!context.Get(arguments.Online))
        {
            return new TemplateMiner(Options(context, arguments));
        }

        return new OnlineTemplateReader(path is not null && File.Exists(path) ? new OnlineTemplateMiner(Read(context, arguments, path)) : new OnlineTemplateMiner(Options(context, arguments)));
    }

    private static TemplateModel Read(VerbContext context, TemplateArguments arguments, string path)
    {
        string? option = context.Get(arguments.NoMasks) ? arguments.NoMasks.Name
            : context.Get(arguments.Mask) is { Length: > 0 } ? arguments.Mask.Name
            : context.Get(arguments.Masks) is not null ? arguments.Masks.Name
            : context.Get(arguments.MaxTemplates) is not null ? arguments.MaxTemplates.Name : null;
        if (option is not null)
        {
            throw TemplateVerbErrors.MasksOfModel(context.Shown(path), option);
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            return TemplateModelFile.Read(file, context.Shown(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TemplateVerbErrors.NoModel(context.Shown(path), error);
        }
    }

    private static TemplateOptions Options(VerbContext context, TemplateArguments arguments)
    {
        var options = new TemplateOptions
        {
            BuiltInMasks = !context.Get(arguments.NoMasks),
            Masks = [.. (context.Get(arguments.Mask) ?? []).Select(TemplateMask.Parse), .. FileMasks(context, arguments)],
        };
        return context.Get(arguments.MaxTemplates) is { } most ? options with { MaxTemplates = most } : options;
    }

    private static IReadOnlyList<TemplateMask> FileMasks(VerbContext context, TemplateArguments arguments)
    {
        if (context.Get(arguments.Masks) is null)
        {
            return [];
        }

        string path = context.PathOf(arguments.Masks);
        try
        {
            return TemplateMask.ParseAll(File.ReadLines(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TemplateVerbErrors.NoMasks(context.Shown(path), error);
        }
    }
}
