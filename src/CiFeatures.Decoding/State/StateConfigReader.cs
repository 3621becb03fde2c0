using CiFeatures.Core.Errors;
using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State;

/// <summary>Reads the configuration object of a TestGrid bucket (<c>config</c>), protobuf that is not compressed.</summary>
public static class StateConfigReader
{
    /// <summary>Reads a configuration.</summary>
    /// <param name="body">The object as stored; no bytes at all are an empty configuration.</param>
    /// <param name="issues">Gets what was repaired or left out; at most <see cref="DecodeLimits.MaxIssues"/> entries and one that counts the rest.</param>
    /// <param name="limits">What the object may have; <see cref="DecodeLimits.Default"/> when null.</param>
    /// <exception cref="CiFeaturesException">CIF1150: the bytes are not a whole protobuf configuration. CIF1103: it is larger than the limits allow.</exception>
    public static StateConfig Read(ReadOnlySpan<byte> body, ICollection<DecodeIssue> issues, DecodeLimits? limits = null)
    {
        limits ??= DecodeLimits.Default;
        const string Place = "config";
        IssueLog log = new(issues, new(Place, ""), limits.MaxIssues);
        PlainObject.Check(body, Place, limits);
        ConfigurationMessage message = ConfigurationMessage.Shape.Read(body, new WireContext(log, limits, new AsciiPool()));
        log.Complete();
        return ConfigConversion.FromMessage(message);
    }
}
