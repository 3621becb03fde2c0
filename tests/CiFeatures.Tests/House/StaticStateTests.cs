using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CiFeatures.Tests.House;

/// <summary>Same input, same bytes out: no static field can change after its type is made.</summary>
public class StaticStateTests
{
    public static TheoryData<string> Assemblies() => [.. ProjectFile.Sources().Where(p => !p.IsOptional).Select(p => p.AssemblyName)];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Fields_Static_AreReadOnly(string assembly)
    {
        IEnumerable<string> changeable = Assembly.Load(assembly).GetTypes()
            .Where(IsHandWritten)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(IsChangeable)
            .Select(f => $"{f.DeclaringType!.FullName}.{f.Name}");

        changeable.ShouldBeEmpty("Make the field readonly, or pass the state on.");
    }

    [Fact]
    public void IsChangeable_KindsOfFields_AreToldApart()
    {
        FieldInfo[] fields = typeof(Sample).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);

        fields.Where(IsChangeable).Select(f => f.Name).Order(StringComparer.Ordinal).ShouldBe(["<Settable>k__BackingField", "Field"]);
    }

    private static bool IsChangeable(FieldInfo field) =>
        !field.IsInitOnly && !field.IsLiteral && !field.Name.StartsWith("<>", StringComparison.Ordinal) && !field.Name.StartsWith("CS$", StringComparison.Ordinal);

    private static bool IsHandWritten(Type type)
    {
        for (Type? t = type; t is not null; t = t.DeclaringType)
        {
            if (t.IsDefined(typeof(CompilerGeneratedAttribute), false) || t.IsDefined(typeof(GeneratedCodeAttribute), false)
                || t.Name.StartsWith('<') || t.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
            {
                return false;
            }
        }

        return true;
    }

#pragma warning disable CA2211, CS0649, CA1802, IDE0044 // The fields are what the test looks at.
    private static class Sample
    {
        public const int Constant = 1;
        public static readonly int ReadOnly = 2;
        public static int Field;

        public static int Settable { get; set; }

        public static int Fixed { get; } = 3;
    }
#pragma warning restore CA2211, CS0649, CA1802, IDE0044
}
