namespace XorGen.Numerics.Elementary;

public class ExactFunctionsTests
{
    // From mpmath at 400 bits: the nearest double, and the nearest double to the rest.
    [Theory]
    [InlineData("Exp", 1, 2.718281828459045, 1.4456468917292502e-16)]
    [InlineData("Exp", 0.1, 1.1051709180756477, -8.149523913327619e-17)]
    [InlineData("Exp", -0.3, 0.7408182206817179, -1.805530505953e-18)]
    [InlineData("Exp", 10.5, 36315.502674246636, 1.577797006387782e-12)]
    [InlineData("Exp", -25.25, 1.0815941557285693e-11, -7.717646284430122e-28)]
    [InlineData("Exp", 709.5, 1.3549863193146328e+308, -1.950359478583155e+290)]
    [InlineData("Log", 2, 0.6931471805599453, 2.3190468138462996e-17)]
    [InlineData("Log", 10, 2.302585092994046, -2.1707562233822494e-16)]
    [InlineData("Log", 0.7, -0.35667494393873245, 4.82556379937662e-18)]
    [InlineData("Log", 1.0000001, 9.999999505838704e-08, 1.5249709528441489e-24)]
    [InlineData("Log", 1e+300, 690.7755278982137, 2.3747660028800243e-14)]
    [InlineData("Log", 5e-324, -744.4400719213812, -4.422444340918698e-14)]
    [InlineData("Log", 0.1, -2.3025850929940455, -1.7150243628057985e-16)]
    [InlineData("Log1p", 1, 0.6931471805599453, 2.3190468138462996e-17)]
    [InlineData("Log1p", 0.1, 0.09531017980432487, -3.808451650416249e-19)]
    [InlineData("Log1p", -0.2, -0.22314355131420976, -4.7865172104896585e-18)]
    [InlineData("Log1p", 1e-10, 9.999999999500001e-11, -3.389513322121794e-27)]
    [InlineData("Log1p", -0.999, -6.907755278982136, -2.369515526854508e-16)]
    [InlineData("Log1p", 0.41, 0.3435897043900769, -1.81427225919764e-17)]
    [InlineData("Log1p", 10000000000.0, 23.025850930040455, 1.3736784183183428e-15)]
    [InlineData("Tanh", 0.1, 0.09966799462495582, 3.542433877641546e-18)]
    [InlineData("Tanh", 0.5, 0.46211715726000974, 2.1916603238260928e-17)]
    [InlineData("Tanh", 1e-05, 9.999999999666668e-06, -4.5758701526937e-22)]
    [InlineData("Tanh", 3, 0.9950547536867305, -1.2991892863562624e-17)]
    [InlineData("Tanh", -0.2, -0.197375320224904, -6.334792292201447e-18)]
    [InlineData("Tanh", 10, 0.9999999958776927, 3.693278996616596e-17)]
    [InlineData("Sigmoid", 0.1, 0.52497918747894, -2.5084310194303448e-17)]
    [InlineData("Sigmoid", -5, 0.0066928509242848554, 1.2155506224878793e-19)]
    [InlineData("Sigmoid", -50, 1.9287498479639178e-22, -3.7546473078837696e-39)]
    [InlineData("Sigmoid", -99, 1.0112214926104486e-43, -3.2560006250196795e-60)]
    [InlineData("Sigmoid", -650.5, 3.1005555878346677e-283, 1.1934860708013095e-299)]
    [InlineData("Sigmoid", 20, 0.9999999979388464, -3.704475624817485e-17)]
    [InlineData("Sigmoid", 36.5, 0.9999999999999999, -2.9663868782099e-17)]
    [InlineData("Softplus", 0.1, 0.7443966600735709, 3.832711658753494e-17)]
    [InlineData("Softplus", 1, 1.3132616875182228, 2.515869523777819e-17)]
    [InlineData("Softplus", -1, 0.3132616875182228, 2.515869523777819e-17)]
    [InlineData("Softplus", -0.5, 0.4740769841801067, -5.522109052790765e-18)]
    [InlineData("Softplus", -30, 9.357622968839737e-14, -6.166501881941325e-31)]
    [InlineData("Softplus", -600.25, 2.0641309109295095e-261, -2.1403995749322006e-280)]
    [InlineData("Softplus", 20, 20.000000002061153, 5.942804456825612e-16)]
    [InlineData("Softplus", 100, 100.0, 3.720075976020836e-44)]
    [InlineData("Expm1", 0.1, 0.10517091807564763, 1.77148771361055e-18)]
    [InlineData("Expm1", -0.3, -0.2591817793182821, -1.805530505953e-18)]
    [InlineData("Expm1", 1e-10, 1.00000000005e-10, 3.3900133221217734e-27)]
    [InlineData("Expm1", -25.25, -0.9999999999891841, 3.7829084954775364e-17)]
    [InlineData("Expm1", 10.5, 36314.502674246636, 1.577797006387782e-12)]
    [InlineData("Expm1", 50, 5.184705528587072e+21, 419030.45332293346)]
    [InlineData("Erf", 0.1, 0.1124629160182849, 9.255497413884101e-19)]
    [InlineData("Erf", 1e-8, 1.1283791670955126e-08, -5.879607832080608e-25)]
    [InlineData("Erf", 0.9, 0.7969082124228322, -2.3193178035628794e-17)]
    [InlineData("Erf", -1.5, -0.9661051464753108, 3.3867031441680696e-17)]
    [InlineData("Erf", 2.9, 0.9999589021219005, 1.310480248450443e-17)]
    [InlineData("Erf", 3.1, 0.9999883513426328, 4.7372455611367474e-17)]
    [InlineData("Erf", 5, 0.9999999999984626, -2.294992711807301e-17)]
    [InlineData("Sin", 0.1, 0.09983341664682815, 3.08001512929492e-18)]
    [InlineData("Sin", 3, 0.1411200080598672, 8.577269787017502e-18)]
    [InlineData("Sin", -1000.5, -0.9952739571052135, -5.1293231726011145e-17)]
    [InlineData("Sin", 3.141592653589793, 1.2246467991473532e-16, -2.99476980971834e-33)]
    [InlineData("Sin", 123456789, 0.9901147518020355, -8.980618906983069e-18)]
    [InlineData("Cos", 0.1, 0.9950041652780258, -5.50210156918377e-17)]
    [InlineData("Cos", 1.5707963267948966, 6.123233995736766e-17, -1.4973849048591698e-33)]
    [InlineData("Cos", -1000.5, 0.09710690144438526, 3.9534046844460945e-18)]
    [InlineData("Cos", 123456789, 0.14025968153390964, -5.935903437627408e-18)]
    [InlineData("Atan", 0.1, 0.09966865249116204, -5.190520336352787e-18)]
    [InlineData("Atan", 1, 0.7853981633974483, 3.061616997868383e-17)]
    [InlineData("Atan", -3, -1.2490457723982544, 2.196203799612311e-18)]
    [InlineData("Atan", 1e-5, 9.999999999666668e-06, -4.575803486027043e-22)]
    [InlineData("Atan", 1e10, 1.5707963266948965, 6.950637705727703e-17)]
    public void The_reference_has_far_more_bits_than_a_double(string name, double x, double high, double low)
    {
        ExactResult exact = ExactFunctions.Named(name)(x);
        DoubleDouble value = exact.Value.ScaleB(exact.Exponent);

        Assert.InRange(Math.Abs(value.High - high + (value.Low - low)), 0, Math.Abs(high) * Math.Pow(2, -92));
    }

    [Fact]
    public void Errors_are_in_units_of_the_last_place_of_the_exact_result()
    {
        ExactResult justAbove1 = new DoubleDouble(1, 1e-20);
        ExactResult justBelow1 = new DoubleDouble(1, -1e-20);
        var smallestNormal = new ExactResult(1, -1022);

        Assert.Equal(1, justAbove1.ErrorOf(1 + Math.Pow(2, -52)), 1e-3);
        Assert.Equal(2, justBelow1.ErrorOf(1 + Math.Pow(2, -52)), 1e-3);
        Assert.Equal(1, justBelow1.ErrorOf(1 - Math.Pow(2, -53)), 1e-3);
        Assert.Equal(3, smallestNormal.ErrorOf(Math.ScaleB(1, -1022) - (3 * double.Epsilon)));
    }
}
