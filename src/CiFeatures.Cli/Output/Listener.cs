namespace CiFeatures.Cli.Output;

/// <summary>Passes reports on at once; the framework's own <see cref="Progress{T}"/> reports on another thread, late and out of order.</summary>
internal sealed class Listener<T>(Action<T> action) : IProgress<T>
{
    public void Report(T value) => action(value);
}
