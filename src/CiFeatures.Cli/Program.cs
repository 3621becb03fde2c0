using CiFeatures.Cli.Hosting;

return await CommandLine.RunAsync(args, AppEnvironment.ForProcess()).ConfigureAwait(false);
