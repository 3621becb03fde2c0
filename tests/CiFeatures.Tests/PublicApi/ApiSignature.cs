using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CiFeatures.Tests.PublicApi;

/// <summary>Signatures of types and members in the manner of C#.</summary>
internal static class ApiSignature
{
    public static string Of(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly " : "") + (type.IsByRefLike ? "ref struct" : "struct"),
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };

        // What a base already promises is not said twice.
        IEnumerable<Type> inherited = type.GetInterfaces().SelectMany(i => i.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        IEnumerable<string> bases = type.GetInterfaces().Except(inherited).Where(i => i.IsPublic || i.IsNestedPublic)
            .Select(ApiTypeName.Of).Order(StringComparer.Ordinal);
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object) && !typeof(Delegate).IsAssignableFrom(type))
        {
            bases = bases.Prepend(ApiTypeName.Of(parent));
        }

        string list = type.IsEnum ? ApiTypeName.Of(Enum.GetUnderlyingType(type)) : string.Join(", ", bases);
        return $"{kind} {ApiTypeName.Of(type)}{(list.Length == 0 ? "" : " : " + list)}";
    }

    public static string Of(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } f => $"const {ApiTypeName.Of(f.FieldType)} {f.Name} = {Value(f.GetRawConstantValue())}",
        FieldInfo f => $"{Prefix(f.IsStatic, f.IsFamily)}{(f.IsInitOnly ? "readonly " : "")}{ApiTypeName.Of(f)} {f.Name}",
        EventInfo e => $"event {ApiTypeName.Of(e.EventHandlerType!)} {e.Name}",
        PropertyInfo p => Property(p),
        ConstructorInfo c => $"{Prefix(false, c.IsFamily || c.IsFamilyOrAssembly)}new({Parameters(c)})",
        MethodInfo m => $"{Modifiers(m)}{ApiTypeName.Of(m.ReturnParameter)} {m.Name}{Generic(m)}({Parameters(m)})",
        _ => throw new ArgumentOutOfRangeException(nameof(member), member.MemberType, "Not a member that has a signature."),
    };

    private static string Property(PropertyInfo property)
    {
        MethodInfo first = property.GetAccessors(true)[0];
        string required = property.IsDefined(typeof(RequiredMemberAttribute), false) ? "required " : "";
        string index = string.Join(", ", property.GetIndexParameters().Select(Parameter));
        string get = property.GetMethod is { } g && IsSeen(g) ? "get; " : "";
        string set = property.SetMethod is { } s && IsSeen(s)
            ? s.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; "
            : "";
        return $"{required}{Modifiers(first)}{ApiTypeName.Of(property)} {property.Name}{(index.Length == 0 ? "" : $"[{index}]")} {{ {get}{set}}}";
    }

    private static string Modifiers(MethodInfo method)
    {
        string prefix = Prefix(method.IsStatic, method.IsFamily || method.IsFamilyOrAssembly);
        bool isNew = method.GetBaseDefinition() == method;
        return prefix + method switch
        {
            { DeclaringType.IsInterface: true } => "",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true } when !isNew => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
    }

    private static string Prefix(bool isStatic, bool isProtected) => (isProtected ? "protected " : "") + (isStatic ? "static " : "");

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Parameters(MethodBase method)
    {
        string list = string.Join(", ", method.GetParameters().Select(Parameter));
        return method.IsDefined(typeof(ExtensionAttribute), false) ? "this " + list : list;
    }

    private static string Parameter(ParameterInfo parameter)
    {
        string way = parameter switch
        {
            { IsOut: true } => "out ",
            { ParameterType.IsByRef: true, IsIn: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute), false) || parameter.IsDefined(typeof(ParamCollectionAttribute), false) => "params ",
            _ => "",
        };
        return $"{way}{ApiTypeName.Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Value(parameter.RawDefaultValue) : "")}";
    }

    private static bool IsSeen(MethodInfo accessor) => accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly;

    private static string Value(object? value) => value switch
    {
        null => "default",
        string s => $"\"{s.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}\"",
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
