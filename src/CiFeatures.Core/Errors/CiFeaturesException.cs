namespace CiFeatures.Core.Errors;

/// <summary>An error that a person can act on: what happened, where, why, and what to do next.</summary>
/// <remarks>The command line prints it without a stack trace and ends with the exit code of <see cref="Kind"/>.</remarks>
public class CiFeaturesException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">Stable code, such as <c>CIF1203</c>; <c>docs/errors.md</c> has a section for each.</param>
    /// <param name="kind">What sort of failure it is; decides the exit code.</param>
    /// <param name="message">What happened and why, in one sentence.</param>
    /// <param name="place">Where: a file, a dashboard, a job, a test, a byte position. Empty when there is no place.</param>
    /// <param name="remedy">What to do next. Empty when nothing can be advised.</param>
    /// <param name="innerException">The cause, where there is one.</param>
    public CiFeaturesException(string code, ErrorKind kind, string message, string place = "", string remedy = "", Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Kind = kind;
        Place = place;
        Remedy = remedy;
    }

    /// <summary>Stable code, such as <c>CIF1203</c>.</summary>
    public string Code { get; }

    /// <summary>What sort of failure it is.</summary>
    public ErrorKind Kind { get; }

    /// <summary>Where it happened; empty when there is no place.</summary>
    public string Place { get; }

    /// <summary>What to do next; empty when nothing can be advised.</summary>
    public string Remedy { get; }
}
