using BenchmarkDotNet.Running;
using CiFeatures.Benchmarks;

if (args is ["throughput", ..])
{
    return Throughput.Run(args[1..], Console.Out, Console.Error);
}

BenchmarkSwitcher.FromAssembly(typeof(Throughput).Assembly).Run(args);
return 0;
