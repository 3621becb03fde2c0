using CiFeatures.Cli.Hosting;
using CiFeatures.Core.Errors;

namespace CiFeatures.Cli.Pipeline;

/// <summary>The sample answers that come with the program, beside its assembly.</summary>
internal static class SampleData
{
    public static string Folder()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "sample");
        return Directory.Exists(folder)
            ? folder
            : throw new CiFeaturesException(CliErrors.OptionalPackage, ErrorKind.BadInput, "This build of the program has no sample data", folder, "Give --data DIR with recorded answers, or make some: cifeatures simulate --seed 1 --tree DIR");
    }
}
