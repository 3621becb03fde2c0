namespace CiFeatures.Simulation.Answers;

/// <summary>Takes simulated answers: a snapshot store or a folder.</summary>
/// <remarks>Calls come one at a time: <see cref="BeginSnapshot"/>, <see cref="Write"/> for each answer, <see cref="EndSnapshot"/>, oldest snapshot first.</remarks>
public interface IAnswerSink
{
    /// <summary>Starts a snapshot.</summary>
    /// <param name="takenAt">When it is taken, UTC.</param>
    void BeginSnapshot(DateTimeOffset takenAt);

    /// <summary>Takes one answer.</summary>
    /// <param name="answer">Which answer it is.</param>
    /// <param name="body">The JSON text in UTF-8, not compressed; valid only during the call.</param>
    void Write(SimulatedAnswer answer, ReadOnlySpan<byte> body);

    /// <summary>Ends the snapshot: all its answers were written.</summary>
    void EndSnapshot();
}
