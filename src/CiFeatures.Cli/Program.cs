using CiFeatures.Cli.Hosting;

using var interruption = new Interruption();
return await CommandLine.RunAsync(args, AppEnvironment.ForProcess(), interruption.Token).ConfigureAwait(false);
