using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using CiFeatures.Core.Grids;

namespace CiFeatures.Tests.Decoding.TableAnswers;

/// <summary>Everything in a grid as text, so that two can be compared whole and a difference can be seen.</summary>
internal static class GridText
{
    public static string Of(JobGrid grid)
    {
        StringBuilder text = new();
        Append(text, "key", grid.Key.ToString());
        Append(text, "info", grid.Info);
        Append(text, "builds", grid.Runs.Builds);
        Append(text, "times", grid.Runs.TimesMs.ToArray());
        Append(text, "header names", grid.Runs.HeaderNames);
        Append(text, "headers", grid.Runs.Headers);
        Append(text, "tests", grid.Tests);
        Append(text, "statuses", Convert.ToHexString(grid.Statuses));
        return text.ToString();
    }

    public static string OfAny(object value)
    {
        StringBuilder text = new();
        Append(text, "value", value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string name, object? value)
    {
        switch (value)
        {
            case null:
                text.Append(CultureInfo.InvariantCulture, $"{name}=null\n");
                break;
            case string or ValueType when value is string || value.GetType().IsPrimitive:
                text.Append(CultureInfo.InvariantCulture, $"{name}={value}\n");
                break;
            case IEnumerable list:
                int count = 0;
                foreach (object? item in list)
                {
                    Append(text, $"{name}[{count++}]", item);
                }

                text.Append(CultureInfo.InvariantCulture, $"{name}.count={count}\n");
                break;
            case Enum:
                text.Append(CultureInfo.InvariantCulture, $"{name}={value}\n");
                break;
            default:
                AppendProperties(text, name, value);
                break;
        }
    }

    private static void AppendProperties(StringBuilder text, string name, object value)
    {
        foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetIndexParameters().Length == 0)
            {
                Append(text, $"{name}.{property.Name}", property.GetValue(value));
            }
        }

        // Published<T> gives its value by a method.
        if (value.GetType().GetMethod("ValueOrDefault") is { } method)
        {
            Append(text, $"{name}.value", method.Invoke(value, []));
        }
    }
}
