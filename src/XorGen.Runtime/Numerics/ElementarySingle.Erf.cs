using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace XorGen.Numerics;

public static partial class ElementarySingle
{
    // With a = |x|: up to 1, erf a = a + a P(a^2), P of degree 6, minimax for the relative error, 2^-29.6. Beyond,
    // erf a = 1 - e^-Q(a), Q of degree 6, minimax for the absolute error of that, 2^-29.8; Q is so well behaved because
    // -log(1 - erf a) is nearly a parabola. From 3.95 on the result rounds to 1. (The idea of Q is N. Juffa's.)
    // Largest error: 1.41 ulp, at 1.0739954f.

    /// <summary>Returns the error function, 2 / sqrt(pi) times the integral of e^-t^2 from 0 to x: odd to the bit, never beyond 1 in magnitude.</summary>
    /// <remarks>Largest error: 1.41 ulp.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Erf<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector, float>
    {
        TVector a = TLanes.Abs(x);
        TVector y = TLanes.Multiply(a, a);
        TVector p0To1 = Linear<TVector, TLanes>(y, 0.12837917f, -0.37612626f);
        TVector p2To3 = Linear<TVector, TLanes>(y, 0.112835854f, -0.026853811f);
        TVector p4To5 = Linear<TVector, TLanes>(y, 0.0051883277f, -0.00080101937f);
        TVector y2 = TLanes.Multiply(y, y);
        TVector p0To3 = TLanes.FusedMultiplyAdd(y2, p2To3, p0To1);
        TVector p4To6 = TLanes.FusedMultiplyAdd(y2, TLanes.Create(7.853861e-05f), p4To5);
        TVector y4 = TLanes.Multiply(y2, y2);
        TVector p0To6 = TLanes.FusedMultiplyAdd(y4, p4To6, p0To3);
        TVector small = TLanes.FusedMultiplyAdd(a, p0To6, a);

        // In this order a NaN stays one.
        TVector b = TLanes.Min(TLanes.Create(3.95f), a);
        TVector q0To1 = Linear<TVector, TLanes>(b, 0.00034152583f, 1.1270891f);
        TVector q2To3 = Linear<TVector, TLanes>(b, 0.63814485f, 0.10310674f);
        TVector q4To5 = Linear<TVector, TLanes>(b, -0.021838054f, 0.0029476557f);
        TVector b2 = TLanes.Multiply(b, b);
        TVector q0To3 = TLanes.FusedMultiplyAdd(b2, q2To3, q0To1);
        TVector q4To6 = TLanes.FusedMultiplyAdd(b2, TLanes.Create(-0.00018637892f), q4To5);
        TVector b4 = TLanes.Multiply(b2, b2);
        TVector q0To6 = TLanes.FusedMultiplyAdd(b4, q4To6, q0To3);
        TVector large = TLanes.Subtract(TLanes.Create(1), Exp<TVector, TLanes>(TLanes.Negate(q0To6)));
        return TLanes.CopySign(TLanes.Select(TLanes.LessThan(a, TLanes.Create(1)), small, large), x);
    }

    /// <summary>Returns the error function of x: lane 0 of the vector form, hence the same bits.</summary>
    /// <remarks>Largest error: 1.41 ulp.</remarks>
    public static float Erf(float x) =>
        Erf<Vector128<float>, Lanes128Single>(Vector128.CreateScalar(x)).ToScalar();
}
