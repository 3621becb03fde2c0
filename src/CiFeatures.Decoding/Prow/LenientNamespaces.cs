using System.Xml;

namespace CiFeatures.Decoding.Prow;

/// <summary>Takes any prefix for declared: JUnit files have no namespaces, and what writes a stray one does not declare it.</summary>
internal sealed class LenientNamespaces(XmlNameTable names) : XmlNamespaceManager(names)
{
    /// <inheritdoc/>
    public override string? LookupNamespace(string prefix) => base.LookupNamespace(prefix) ?? "undeclared:" + prefix;
}
