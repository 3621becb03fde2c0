using BenchmarkDotNet.Running;
using CiFeatures.Benchmarks;
using CiFeatures.Benchmarks.FailingLines;

if (args is ["throughput", ..])
{
    return Throughput.Run(args[1..], Console.Out, Console.Error);
}

if (args is ["failing-lines", ..])
{
    return FailingLinesCommand.Run(args[1..], Console.Out, Console.Error);
}

BenchmarkSwitcher.FromAssembly(typeof(Throughput).Assembly).Run(args);
return 0;
