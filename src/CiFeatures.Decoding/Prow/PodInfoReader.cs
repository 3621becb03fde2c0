using System.Text.Json;
using CiFeatures.Core.Errors;
using CiFeatures.Decoding.Json;

namespace CiFeatures.Decoding.Prow;

/// <summary>Reads <c>podinfo.json</c>, which Prow's reporter writes: the pod of a build, as core/v1 has it, beside its events, which are not read here.</summary>
public static class PodInfoReader
{
    /// <summary>Reads the file. Nothing in it fails the reading.</summary>
    /// <param name="json">The file's bytes, plain.</param>
    /// <param name="issues">Gets what was repaired or left out, with places and without dashboard and job.</param>
    /// <param name="limits">What it may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <returns>Null when the file cannot be used at all, which is reported as CIF1180 or CIF1184, or has no pod, which is reported as CIF1181.</returns>
    public static PodInfo? Read(ReadOnlySpan<byte> json, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        PodInfo? info = null;
        bool good = BuildJson.TryRead(json, "podinfo.json", issues, limits ?? DecodeLimits.Default, ReadField, () => info is null ? "It has no \"pod\"." : "");
        return good ? info : null;

        void ReadField(ref AnswerReader answer, string name)
        {
            if (name != "pod")
            {
                answer.Skip();
                return;
            }

            PodInfo pod = new();
            bool isObject = BuildJson.ReadFields(ref answer, name, (ref AnswerReader a, string field) =>
            {
                if (field == "status")
                {
                    BuildJson.ReadFields(ref a, field, (ref AnswerReader s, string part) => pod = Status(ref s, part, pod));
                }
                else
                {
                    a.Skip();
                }
            });
            info = isObject ? pod : null;
        }
    }

    private static PodInfo Status(ref AnswerReader answer, string field, PodInfo pod)
    {
        switch (field)
        {
            case "phase":
                return pod with { Phase = BuildJson.Text(ref answer, field) };
            case "conditions":
                List<PodCondition> conditions = [];
                Each(ref answer, field, (ref AnswerReader a, string _) => conditions.Add(Condition(ref a)));
                return pod with { Conditions = conditions };
            case "initContainerStatuses" or "containerStatuses":
                List<PodContainer> containers = [];
                Each(ref answer, field, (ref AnswerReader a, string _) => containers.Add(Container(ref a)));
                return field == "containerStatuses" ? pod with { Containers = containers } : pod with { InitContainers = containers };
            default:
                answer.Skip();
                return pod;
        }
    }

    private static PodCondition Condition(ref AnswerReader answer)
    {
        PodCondition condition = new("", "", "");
        BuildJson.ReadFields(ref answer, "conditions", (ref AnswerReader a, string field) =>
        {
            switch (field)
            {
                case "type":
                    condition = condition with { Type = BuildJson.Text(ref a, field) };
                    break;
                case "status":
                    condition = condition with { Status = BuildJson.Text(ref a, field) };
                    break;
                case "message":
                    condition = condition with { Message = BuildJson.Text(ref a, field) };
                    break;
                default:
                    a.Skip();
                    break;
            }
        });
        return condition;
    }

    private static PodContainer Container(ref AnswerReader answer)
    {
        PodContainer container = new();
        BuildJson.ReadFields(ref answer, "containerStatuses", (ref AnswerReader a, string field) =>
        {
            switch (field)
            {
                case "name":
                    container = container with { Name = BuildJson.Text(ref a, field) };
                    break;
                case "state":
                    BuildJson.ReadFields(ref a, field, (ref AnswerReader s, string state) => container = State(ref s, state, container));
                    break;
                default:
                    a.Skip();
                    break;
            }
        });
        return container;
    }

    private static PodContainer State(ref AnswerReader answer, string state, PodContainer container)
    {
        int? exitCode = null;
        string message = "";
        bool isObject = BuildJson.ReadFields(ref answer, state, (ref AnswerReader a, string field) =>
        {
            switch (field)
            {
                case "exitCode":
                    exitCode = a.OptionalWhole(field) is { HasValue: true } code ? code.ValueOrDefault() : null;
                    break;
                case "message":
                    message = BuildJson.Text(ref a, field);
                    break;
                default:
                    a.Skip();
                    break;
            }
        });
        return (isObject, state) switch
        {
            (true, "waiting") => container with { IsWaiting = true, Message = message },
            (true, "running") => container with { IsRunning = true },
            (true, "terminated") => container with { ExitCode = exitCode ?? 0, Message = message },
            _ => container,
        };
    }

    private static void Each(ref AnswerReader answer, string field, BuildJson.Field read)
    {
        if (answer.Token != JsonTokenType.StartArray)
        {
            if (answer.Token != JsonTokenType.Null)
            {
                answer.IgnoreWrongType(field);
            }

            return;
        }

        while (answer.Read() && answer.Token != JsonTokenType.EndArray)
        {
            read(ref answer, field);
        }
    }
}
