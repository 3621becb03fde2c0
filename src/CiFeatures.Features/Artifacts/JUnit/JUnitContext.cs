using CiFeatures.Core.Builds;
using CiFeatures.Features.Artifacts.Builds;

namespace CiFeatures.Features.Artifacts.JUnit;

/// <summary>The context of a row of <c>junit</c>.</summary>
internal readonly record struct JUnitContext(BuildContext Build, string File, int Index, JUnitCase Case);
