using System.Reflection;

namespace CiFeatures.Cli.Hosting;

/// <summary>The version of this program, as <c>--version</c> prints it and manifests carry it.</summary>
internal static class ToolVersion
{
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
