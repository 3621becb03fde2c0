using System.Reflection;

namespace CiFeatures.Tests.PublicApi;

/// <summary>Type names in the manner of C#, with question marks where null is allowed.</summary>
internal static class ApiTypeName
{
    private static readonly IReadOnlyDictionary<Type, string> Words = new Dictionary<Type, string>
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(ParameterInfo parameter) => Name(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    public static string Of(PropertyInfo property) => Name(property.PropertyType, new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field) => Name(field.FieldType, new NullabilityInfoContext().Create(field));

    public static string Of(Type type) => Name(type, null);

    private static string Name(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!, nullability?.ElementType ?? nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Name(inner, null) + "?";
        }

        string mark = !type.IsValueType && !type.IsGenericParameter
            && (nullability?.ReadState == NullabilityState.Nullable || nullability?.WriteState == NullabilityState.Nullable) ? "?" : "";
        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!, nullability?.ElementType)}[{new string(',', type.GetArrayRank() - 1)}]{mark}";
        }

        if (type.IsPointer)
        {
            return Name(type.GetElementType()!, null) + "*";
        }

        return Plain(type, nullability) + mark;
    }

    private static string Plain(Type type, NullabilityInfo? nullability)
    {
        if (Words.TryGetValue(type, out string? word))
        {
            return word;
        }

        Type[] arguments = type.GetGenericArguments();
        string name = type.Name.Contains('`', StringComparison.Ordinal) ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;
        string owner = type.IsNested && !type.IsGenericParameter ? Plain(type.DeclaringType!, null) + "." : "";
        if (arguments.Length == 0 || type.IsGenericParameter)
        {
            return owner + name;
        }

        NullabilityInfo[] inner = nullability?.GenericTypeArguments is { } known && known.Length == arguments.Length ? known : [];
        return $"{owner}{name}<{string.Join(", ", arguments.Select((a, i) => Name(a, inner.Length == 0 ? null : inner[i])))}>";
    }
}
