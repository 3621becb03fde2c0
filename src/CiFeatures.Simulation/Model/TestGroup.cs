namespace CiFeatures.Simulation.Model;

/// <summary>What part of a build a row comes from; decides when it is missing.</summary>
internal enum TestGroup
{
    Build,
    Pod,
    Import,
    Step,
    OperatorResult,
    Monitor,
    Upgrade,
    Symptom,
    Conformance,
    Suite,
}
