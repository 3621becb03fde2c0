using CiFeatures.Decoding.State.Messages;
using CiFeatures.Decoding.State.Wire;

namespace CiFeatures.Decoding.State;

/// <summary>Writes configuration objects as TestGrid's configurator does.</summary>
public static class StateConfigWriter
{
    /// <summary>Writes a configuration.</summary>
    /// <param name="config">The configuration; what <see cref="StateConfigReader"/> read beside its properties is written back.</param>
    /// <returns>The object: plain protobuf. The same configuration gives the same bytes.</returns>
    public static byte[] Write(StateConfig config)
    {
        WireWriter writer = new();
        ConfigurationMessage.Shape.Write(ConfigConversion.ToMessage(config), writer);
        return writer.Written.ToArray();
    }
}
