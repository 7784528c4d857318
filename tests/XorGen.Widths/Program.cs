using System.Diagnostics;
using System.Globalization;
using XorGen;
using XorGen.Widths;

// Prints the time of Forward for 16 -> w tanh -> 4, w from 1 to 70, single precision: independent calls, and calls of which
// each waits for the last; the least of many short runs, all networks by turns.
INetwork<float>[] networks =
[
    new Width1(), new Width2(), new Width3(), new Width4(), new Width5(), new Width6(), new Width7(),
    new Width8(), new Width9(), new Width10(), new Width11(), new Width12(), new Width13(), new Width14(),
    new Width15(), new Width16(), new Width17(), new Width18(), new Width19(), new Width20(), new Width21(),
    new Width22(), new Width23(), new Width24(), new Width25(), new Width26(), new Width27(), new Width28(),
    new Width29(), new Width30(), new Width31(), new Width32(), new Width33(), new Width34(), new Width35(),
    new Width36(), new Width37(), new Width38(), new Width39(), new Width40(), new Width41(), new Width42(),
    new Width43(), new Width44(), new Width45(), new Width46(), new Width47(), new Width48(), new Width49(),
    new Width50(), new Width51(), new Width52(), new Width53(), new Width54(), new Width55(), new Width56(),
    new Width57(), new Width58(), new Width59(), new Width60(), new Width61(), new Width62(), new Width63(),
    new Width64(), new Width65(), new Width66(), new Width67(), new Width68(), new Width69(), new Width70(),
];
const int Rounds = 300;
const int WarmUps = 60;
const int Calls = 500;
var independent = new double[networks.Length];
var dependent = new double[networks.Length];
Array.Fill(independent, double.PositiveInfinity);
Array.Fill(dependent, double.PositiveInfinity);
float[] inputs = [.. Enumerable.Range(0, 64 * 16).Select(i => MathF.Sqrt(i % 37) - 3)];
for (int round = 0; round < Rounds; round++)
{
    for (int i = 0; i < networks.Length; i++)
    {
        independent[i] = Math.Min(independent[i], Independent(networks[i], inputs));
        dependent[i] = Math.Min(dependent[i], Dependent(networks[i], inputs[..16]));
    }

    if (round < WarmUps)
    {
        // The JIT compiles the callers anew in the background.
        Thread.Sleep(10);
        Array.Fill(independent, double.PositiveInfinity);
        Array.Fill(dependent, double.PositiveInfinity);
    }
}

Console.WriteLine("neurons  independent ns  dependent ns");
for (int i = 0; i < networks.Length; i++)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{i + 1,7}  {independent[i],14:F1}  {dependent[i],12:F1}  {new string('#', (int)independent[i])}"));
}

static double Independent(INetwork<float> network, float[] inputs)
{
    Span<float> output = stackalloc float[4];
    long start = Stopwatch.GetTimestamp();
    for (int call = 0; call < Calls; call++)
    {
        network.Forward(inputs.AsSpan(call % 64 * 16, 16), output);
    }

    return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
}

static double Dependent(INetwork<float> network, float[] input)
{
    Span<float> output = stackalloc float[4];
    long start = Stopwatch.GetTimestamp();
    for (int call = 0; call < Calls; call++)
    {
        network.Forward(input, output);
        input[0] = output[0];
    }

    return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
}
