using System.Reflection;

namespace CiFeatures.Tests.House;

/// <summary>The names under which the compiler writes documentation comments (C# specification, annex on documentation comments).</summary>
internal static class DocumentationId
{
    public static string Of(MemberInfo member) => member switch
    {
        Type t => "T:" + TypeName(t),
        FieldInfo f => $"F:{TypeName(f.DeclaringType!)}.{f.Name}",
        EventInfo e => $"E:{TypeName(e.DeclaringType!)}.{e.Name}",
        PropertyInfo p => $"P:{TypeName(p.DeclaringType!)}.{p.Name}{Parameters(p.GetIndexParameters())}",
        ConstructorInfo c => $"M:{TypeName(c.DeclaringType!)}.#ctor{Parameters(c.GetParameters())}",
        MethodInfo m => $"M:{TypeName(m.DeclaringType!)}.{m.Name}{Arity(m)}{Parameters(m.GetParameters())}{Conversion(m)}",
        _ => throw new ArgumentOutOfRangeException(nameof(member), member.MemberType, "Not a member that is documented."),
    };

    private static string TypeName(Type type) => (type.FullName ?? type.Name).Replace('+', '.');

    private static string Arity(MethodInfo method) => method.IsGenericMethod ? "``" + method.GetGenericArguments().Length : "";

    private static string Conversion(MethodInfo method) => method.Name is "op_Implicit" or "op_Explicit" ? "~" + Used(method.ReturnType) : "";

    private static string Parameters(ParameterInfo[] parameters) =>
        parameters.Length == 0 ? "" : $"({string.Join(',', parameters.Select(p => Used(p.ParameterType)))})";

    /// <summary>A type as it is used in a signature: arguments in braces, parameters of types and methods by position.</summary>
    private static string Used(Type type)
    {
        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        if (type.HasElementType)
        {
            string element = Used(type.GetElementType()!);
            return type switch
            {
                { IsByRef: true } => element + "@",
                { IsPointer: true } => element + "*",
                _ when type.GetArrayRank() == 1 => element + "[]",
                _ => $"{element}[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()))}]",
            };
        }

        if (!type.IsGenericType)
        {
            return TypeName(type);
        }

        // The arguments of a nested type are written where they belong: Outer{A}.Inner{B}.
        Type[] arguments = type.GetGenericArguments();
        int used = 0;
        var parts = new List<string>();
        foreach (string part in TypeName(type.GetGenericTypeDefinition()).Split('.'))
        {
            int tick = part.IndexOf('`', StringComparison.Ordinal);
            if (tick < 0)
            {
                parts.Add(part);
                continue;
            }

            int count = int.Parse(part[(tick + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            parts.Add($"{part[..tick]}{{{string.Join(',', arguments.Skip(used).Take(count).Select(Used))}}}");
            used += count;
        }

        return string.Join('.', parts);
    }
}
