namespace CiFeatures.Tests.Collection;

/// <summary>Hands progress over at once, on the same thread.</summary>
internal sealed class SyncProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
