using System.Reflection;
using System.Text;

namespace CiFeatures.Tests.PublicApi;

/// <summary>Writes what an assembly offers to others as sorted text, so that a change of it shows in a review.</summary>
internal static class ApiText
{
    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (IGrouping<string, Type> group in assembly.GetExportedTypes().GroupBy(t => t.Namespace ?? "").OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(group.Key).Append('\n');
            foreach (Type type in group.OrderBy(t => t.FullName, StringComparer.Ordinal))
            {
                text.Append("    ").Append(ApiSignature.Of(type)).Append('\n');
                foreach (string member in VisibleMembers.Of(type).Select(ApiSignature.Of).Order(StringComparer.Ordinal))
                {
                    text.Append("        ").Append(member).Append('\n');
                }
            }
        }

        return text.ToString();
    }
}
