using System.Globalization;
using CiFeatures.Core.Errors;

namespace CiFeatures.Collection.Replay.Faults;

/// <summary>One kind of fault and how often it happens.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Share">The share of all requests, above 0 and at most 1.</param>
/// <param name="Status">The status, 400 to 599, of a <see cref="ReplayFaultKind.Status"/>; 0 for other kinds.</param>
public sealed record ReplayFault(ReplayFaultKind Kind, double Share, int Status = 0)
{
    private const string Example = "Write it like 503:0.05,reset:0.02,truncate:0.01,slow:0.01,429:0.05.";

    /// <summary>The fault as <see cref="Parse"/> reads it and the log names it: <c>503</c>, <c>reset</c>, <c>truncate</c>, <c>break</c>, <c>stall</c>, <c>slow</c>.</summary>
    public string Name => Kind switch
    {
        ReplayFaultKind.Reset => "reset",
        ReplayFaultKind.Truncate => "truncate",
        ReplayFaultKind.Break => "break",
        ReplayFaultKind.Stall => "stall",
        ReplayFaultKind.Slow => "slow",
        _ => Status.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a list of faults.</summary>
    /// <param name="text">Such as <c>503:0.05,reset:0.02</c>: a status from 400 to 599, or reset, truncate, break, stall or slow, and its share of the requests.</param>
    /// <exception cref="CiFeaturesException">It is not such a text (CIF1261).</exception>
    public static IReadOnlyList<ReplayFault> Parse(string text)
    {
        List<ReplayFault> faults = [];
        foreach (string part in text.Split(','))
        {
            string[] pair = part.Trim().Split(':');
            if (pair.Length != 2 || !double.TryParse(pair[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double share))
            {
                throw ReplayErrors.BadSetting("fail", $"'{part}' is not a fault and its share", Example);
            }

            faults.Add(pair[0] switch
            {
                "reset" => new ReplayFault(ReplayFaultKind.Reset, share),
                "truncate" => new ReplayFault(ReplayFaultKind.Truncate, share),
                "break" => new ReplayFault(ReplayFaultKind.Break, share),
                "stall" => new ReplayFault(ReplayFaultKind.Stall, share),
                "slow" => new ReplayFault(ReplayFaultKind.Slow, share),
                var number when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int status) => new ReplayFault(ReplayFaultKind.Status, share, status),
                _ => throw ReplayErrors.BadSetting("fail", $"'{pair[0]}' is not a fault", Example),
            });
        }

        CheckAll(faults);
        return faults;
    }

    internal static void CheckAll(IReadOnlyList<ReplayFault> faults)
    {
        foreach (ReplayFault fault in faults)
        {
            if (fault.Share is not (> 0 and <= 1))
            {
                throw ReplayErrors.BadSetting("fail", string.Create(CultureInfo.InvariantCulture, $"The share {fault.Share} of '{fault.Name}' is not above 0 and at most 1"), Example);
            }

            if (fault.Kind == ReplayFaultKind.Status && fault.Status is < 400 or > 599)
            {
                throw ReplayErrors.BadSetting("fail", $"{fault.Name} is not a status from 400 to 599", Example);
            }
        }

        if (faults.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count() != faults.Count)
        {
            throw ReplayErrors.BadSetting("fail", "A fault is named twice", Example);
        }

        // Shares such as 0.9 and 0.1 add up to a hair above 1 in binary.
        if (faults.Sum(f => f.Share) > 1 + 1e-9)
        {
            throw ReplayErrors.BadSetting("fail", "The shares add up to more than 1", Example);
        }
    }
}
