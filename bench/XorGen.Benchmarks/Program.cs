using System.CommandLine;
using System.Text;
using XorGen.Benchmarks;

Console.OutputEncoding = Encoding.UTF8;
return BenchmarkCommand.Create().Parse(args).Invoke();
