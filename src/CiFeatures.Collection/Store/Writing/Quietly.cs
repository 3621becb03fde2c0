namespace CiFeatures.Collection.Store.Writing;

/// <summary>Tidying up: what cannot be done stays to be done, and an earlier error must not be hidden.</summary>
internal static class Quietly
{
    /// <summary>Does something with the file system, or not.</summary>
    /// <param name="action">What to do.</param>
    public static void Do(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // See above.
        }
    }
}
