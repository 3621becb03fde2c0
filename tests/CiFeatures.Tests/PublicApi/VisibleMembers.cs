using System.Reflection;
using System.Runtime.CompilerServices;

namespace CiFeatures.Tests.PublicApi;

/// <summary>The members that code of others can see, without those that the compiler adds by itself.</summary>
internal static class VisibleMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<MemberInfo> Of(Type type)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [type.GetMethod("Invoke")!];
        }

        return type.GetMembers(Declared).Where(m => IsVisible(m, type));
    }

    private static bool IsVisible(MemberInfo member, Type owner) => member switch
    {
        FieldInfo f => IsVisible(f.Attributes, owner) && !f.IsSpecialName,
        PropertyInfo p => p.GetAccessors(true).Any(a => IsVisible(a, owner)) && p.Name != "EqualityContract",
        EventInfo e => IsVisible(e.AddMethod!, owner),
        ConstructorInfo c => !c.IsStatic && IsVisible((MethodBase)c, owner) && !IsAdded(c),
        MethodInfo m => IsVisible((MethodBase)m, owner) && !IsAdded(m) && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal)),
        _ => false,
    };

    private static bool IsVisible(MethodBase method, Type owner) => method.IsPublic || (!owner.IsSealed && (method.IsFamily || method.IsFamilyOrAssembly));

    private static bool IsVisible(FieldAttributes field, Type owner) => (field & FieldAttributes.FieldAccessMask) switch
    {
        FieldAttributes.Public => true,
        FieldAttributes.Family or FieldAttributes.FamORAssem => !owner.IsSealed,
        _ => false,
    };

    private static bool IsAdded(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute), false) || method.Name.StartsWith('<');
}
