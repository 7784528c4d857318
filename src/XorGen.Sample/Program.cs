using System.CommandLine;
using System.Text;
using XorGen.Sample;

Console.OutputEncoding = Encoding.UTF8;

ParseResult arguments = SampleCommand.Create().Parse(args);
int exitCode = arguments.Invoke();
return arguments.Errors.Count > 0 ? ExitCode.Usage : exitCode;
