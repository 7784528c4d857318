using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementaryDouble
{
    // With a = |x|: up to 1, erf a = a + a P(a^2), P of degree 12, minimax for the relative error, 2^-62.7. Beyond,
    // erf a = 1 - e^-Q(a), Q of degree 17, minimax for the absolute error of that, 2^-57.0; Q is so well behaved because
    // -log(1 - erf a) is nearly a parabola. From 5.95 on the result rounds to 1. (The idea of Q is N. Juffa's.)
    // Largest error: 1.77 ulp, found by the search of the tests, at -1.0586518854340923.

    /// <summary>Returns the error function, 2 / sqrt(pi) times the integral of e^-t^2 from 0 to x: odd to the bit, never beyond 1 in magnitude.</summary>
    /// <remarks>Largest error found: 1.77 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Erf<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, double>
    {
        TVector a = TLanes.Abs(x);
        TVector y = TLanes.Multiply(a, a);
        TVector p0To1 = Linear<TVector, TLanes>(y, 0.1283791670955126, -0.3761263890318375);
        TVector p2To3 = Linear<TVector, TLanes>(y, 0.11283791670954857, -0.026866170645072893);
        TVector p4To5 = Linear<TVector, TLanes>(y, 0.005223977624780862, -0.000854832697874194);
        TVector p6To7 = Linear<TVector, TLanes>(y, 0.0001205533103689036, -1.4925593506671345e-05);
        TVector p8To9 = Linear<TVector, TLanes>(y, 1.646097281353705e-06, -1.6350025185895177e-07);
        TVector p10To11 = Linear<TVector, TLanes>(y, 1.4657879597306717e-08, -1.136566502864451e-09);
        TVector y2 = TLanes.Multiply(y, y);
        TVector p0To3 = TLanes.FusedMultiplyAdd(y2, p2To3, p0To1);
        TVector p4To7 = TLanes.FusedMultiplyAdd(y2, p6To7, p4To5);
        TVector p8To11 = TLanes.FusedMultiplyAdd(y2, p10To11, p8To9);
        TVector y4 = TLanes.Multiply(y2, y2);
        TVector p0To7 = TLanes.FusedMultiplyAdd(y4, p4To7, p0To3);
        TVector p8To12 = TLanes.FusedMultiplyAdd(y4, TLanes.Create(5.945260200617797e-11), p8To11);
        TVector y8 = TLanes.Multiply(y4, y4);
        TVector p0To12 = TLanes.FusedMultiplyAdd(y8, p8To12, p0To7);
        TVector small = TLanes.FusedMultiplyAdd(a, p0To12, a);

        // In this order a NaN stays one.
        TVector b = TLanes.Min(TLanes.Create(5.95), a);
        TVector q0To1 = Linear<TVector, TLanes>(b, 5.028019734055068e-07, 1.1283740899438772);
        TVector q2To3 = Linear<TVector, TLanes>(b, 0.6366436259653602, 0.10270344544835362);
        TVector q4To5 = Linear<TVector, TLanes>(b, -0.018990190263776272, -0.0004106118906163898);
        TVector q6To7 = Linear<TVector, TLanes>(b, 0.001915926402341743, -0.0007706294304927324);
        TVector q8To9 = Linear<TVector, TLanes>(b, 0.00013504163176929418, 2.0271013234626028e-05);
        TVector q10To11 = Linear<TVector, TLanes>(b, -2.282420984171949e-05, 8.667688674357604e-06);
        TVector q12To13 = Linear<TVector, TLanes>(b, -2.135801925201504e-06, 3.7332517279515e-07);
        TVector q14To15 = Linear<TVector, TLanes>(b, -4.6425796249399954e-08, 3.934521428303219e-09);
        TVector q16To17 = Linear<TVector, TLanes>(b, -2.0451080663428828e-10, 4.928998174942124e-12);
        TVector b2 = TLanes.Multiply(b, b);
        TVector q0To3 = TLanes.FusedMultiplyAdd(b2, q2To3, q0To1);
        TVector q4To7 = TLanes.FusedMultiplyAdd(b2, q6To7, q4To5);
        TVector q8To11 = TLanes.FusedMultiplyAdd(b2, q10To11, q8To9);
        TVector q12To15 = TLanes.FusedMultiplyAdd(b2, q14To15, q12To13);
        TVector b4 = TLanes.Multiply(b2, b2);
        TVector q0To7 = TLanes.FusedMultiplyAdd(b4, q4To7, q0To3);
        TVector q8To15 = TLanes.FusedMultiplyAdd(b4, q12To15, q8To11);
        TVector b8 = TLanes.Multiply(b4, b4);
        TVector q0To15 = TLanes.FusedMultiplyAdd(b8, q8To15, q0To7);
        TVector b16 = TLanes.Multiply(b8, b8);
        TVector q0To17 = TLanes.FusedMultiplyAdd(b16, q16To17, q0To15);
        TVector large = TLanes.Subtract(TLanes.Create(1), Exp<TVector, TLanes>(TLanes.Negate(q0To17)));
        return TLanes.CopySign(TLanes.Select(TLanes.LessThan(a, TLanes.Create(1)), small, large), x);
    }

    /// <summary>Returns the error function of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error found: 1.77 ulp.</remarks>
    public static double Erf(double x) =>
        Erf<Vector128<double>, Lanes128Double>(Vector128.CreateScalar(x)).ToScalar();
}
