using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CiFeatures.Core.Errors;

namespace CiFeatures.Features.Logs.Templates;

/// <summary>Errors of template mining, codes CIF1345 to CIF1349; <c>docs/errors/features.md</c> explains them.</summary>
internal static class TemplateErrors
{
    public const string BadMask = "CIF1345";
    public const string DamagedModel = "CIF1346";
    public const string NewerModel = "CIF1347";
    public const string OptionOutOfRange = "CIF1348";
    public const string TooManyLines = "CIF1349";

    [DoesNotReturn]
    public static void ThrowBadMask(string mask, string problem, Exception? cause = null) =>
        throw new CiFeaturesException(BadMask, ErrorKind.Usage, $"The mask is not valid: {problem}", mask, "Write NAME=REGEX, with a name of letters, digits and _, and an expression without back-references and look-around.", cause);

    [DoesNotReturn]
    public static void ThrowDamagedModel(string place, string problem, Exception? cause = null) =>
        throw new CiFeaturesException(DamagedModel, ErrorKind.BadInput, $"The template model cannot be read: {problem}", place, "Learn the model again from its logs.", cause);

    [DoesNotReturn]
    public static void ThrowNewerModel(string place, string schema) =>
        throw new CiFeaturesException(NewerModel, ErrorKind.BadInput, $"The template model is of the form {schema}, which this version does not know", place, "Use the version that wrote it or a newer one, or learn the model again.");

    public static void ThrowIfOutside(string option, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw new CiFeaturesException(OptionOutOfRange, ErrorKind.Usage, string.Create(CultureInfo.InvariantCulture, $"{option} is {value}, expected {least} to {most}"), option, "Give a value in that range, or leave the option out for its default.");
        }
    }

    [DoesNotReturn]
    public static void ThrowTooManyLines(long limit) =>
        throw new CiFeaturesException(TooManyLines, ErrorKind.BadInput, string.Create(CultureInfo.InvariantCulture, $"There are more than {limit} lines to mine at once"), "", "Learn a model from some of the logs, then match the others with the model frozen.");
}
