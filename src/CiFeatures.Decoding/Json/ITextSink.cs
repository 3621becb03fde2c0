namespace CiFeatures.Decoding.Json;

/// <summary>Takes the entries of a list of texts one by one.</summary>
internal interface ITextSink
{
    /// <summary>Takes an empty text.</summary>
    void AddEmpty();

    /// <summary>Takes a text.</summary>
    /// <param name="text">The text.</param>
    void Add(string text);
}
