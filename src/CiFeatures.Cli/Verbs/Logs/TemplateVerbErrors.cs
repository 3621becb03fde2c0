using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Verbs.Logs;

/// <summary>The errors of <c>logs templates</c>, codes CIF1725 to CIF1729.</summary>
internal static class TemplateVerbErrors
{
    public const string OtherMasks = "CIF1725";
    public const string OptionsClash = "CIF1726";
    public const string ModelMissing = "CIF1727";
    public const string MasksUnreadable = "CIF1728";

    public static CiFeaturesException MasksOfModel(string model, string option) =>
        new(OtherMasks, ErrorKind.Usage, $"The model decides how lines are read, and {option} says otherwise", model, $"Leave {option} out, or learn another model with it.");

    public static CiFeaturesException Together(string option, string other, string why) =>
        new(OptionsClash, ErrorKind.Usage, $"{option} does not go with {other}: {why}", option, $"Leave one of them out.");

    public static CiFeaturesException SameFile(string path) =>
        new(OptionsClash, ErrorKind.Usage, "Two options name the same file", path, "Give each output a file of its own.");

    public static CiFeaturesException NeedsModel(string option) =>
        new(OptionsClash, ErrorKind.Usage, $"{option} needs a model", option, "Give --model M.json, written by the same command without it.");

    public static CiFeaturesException NoModel(string path, Exception cause) =>
        new(ModelMissing, ErrorKind.BadInput, $"The template model cannot be opened: {cause.Message}", path, "Learn one first: cifeatures logs templates FILE --model M.json.", cause);

    public static CiFeaturesException NoMasks(string path, Exception cause) =>
        new(MasksUnreadable, ErrorKind.BadInput, $"The file of masks cannot be read: {cause.Message}", path, "Check the path and the rights.", cause);
}
