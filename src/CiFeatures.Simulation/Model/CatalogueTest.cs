namespace CiFeatures.Simulation.Model;

/// <summary>A test that several jobs of a release run.</summary>
/// <param name="Name">The name without the suite prefix.</param>
/// <param name="Group">Where it comes from.</param>
/// <param name="Frailty">Factor on a job's share of flaky tests; 1 on average.</param>
/// <param name="RatePlace">Where its rate lies in the distribution of rates, in [0, 1): the same test is about equally flaky everywhere.</param>
internal sealed record CatalogueTest(string Name, TestGroup Group, double Frailty, double RatePlace);
