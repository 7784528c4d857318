using System.CommandLine;
using System.Text;
using XorGen.Sample;

Console.OutputEncoding = Encoding.UTF8;

ParseResult arguments = SampleCommand.Create().Parse(args);
return arguments.Errors.Count > 0 ? SampleCommand.Refuse(arguments.Errors) : arguments.Invoke();
