namespace CiFeatures.Decoding.Json;

/// <summary>A plain list of texts.</summary>
internal sealed class TextList : ITextSink
{
    public List<string> Items { get; } = [];

    public void AddEmpty() => Items.Add("");

    public void Add(string text) => Items.Add(text);
}
