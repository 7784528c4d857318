// XOR 2-2-1 by hand: the four rows in the lanes of one vector. Parameters stay in registers from step to step, and no loss is
// computed: a rival that has it easier than a library can.
#pragma once
#include <immintrin.h>
#include "peer.h"

struct FourDoubles {
    using Number = double;
    using V = __m256d;
    static V all(double x) { return _mm256_set1_pd(x); }
    static V fma(V a, V b, V c) { return _mm256_fmadd_pd(a, b, c); }

    // 2^y by Taylor's polynomial of degree 12 in Estrin's form.
    static V exp2(V y) {
        V f = _mm256_reduce_pd(y, 0), n = y - f;
        constexpr double l = 0.693147180559945309417;
        constexpr double c2 = l * l / 2, c3 = c2 * l / 3, c4 = c3 * l / 4, c5 = c4 * l / 5, c6 = c5 * l / 6, c7 = c6 * l / 7, c8 = c7 * l / 8,
                         c9 = c8 * l / 9, c10 = c9 * l / 10, c11 = c10 * l / 11, c12 = c11 * l / 12;
        V f2 = f * f, f4 = f2 * f2, f8 = f4 * f4;
        V p0 = fma(f, all(l), all(1)), p2 = fma(f, all(c3), all(c2)), p4 = fma(f, all(c5), all(c4)), p6 = fma(f, all(c7), all(c6));
        V p8 = fma(f, all(c9), all(c8)), p10 = fma(f2, all(c12), fma(f, all(c11), all(c10)));
        V low = fma(fma(p6, f2, p4), f4, fma(p2, f2, p0)), high = fma(p10, f2, p8);
        return _mm256_scalef_pd(fma(high, f8, low), n);
    }

    static constexpr double log2e = 1.4426950408889634074;
    static V tanh(V x) { return _mm256_fnmadd_pd(all(2), all(1) / (exp2(x * all(2 * log2e)) + all(1)), all(1)); }
    static V sigmoid(V x) { return all(1) / (all(1) + exp2(x * all(-log2e))); }
    static V sum(V v) { v = v + _mm256_permute4x64_pd(v, 0x4e); return v + _mm256_permute_pd(v, 5); }
    static V four(double a, double b, double c, double d) { return _mm256_setr_pd(a, b, c, d); }
    static V column(const double* p, int stride) { return _mm256_setr_pd(p[0], p[stride], p[2 * stride], p[3 * stride]); }
    static double first(V v) { return _mm256_cvtsd_f64(v); }
};

struct FourFloats {
    using Number = float;
    using V = __m128;
    static V all(float x) { return _mm_set1_ps(x); }
    static V fma(V a, V b, V c) { return _mm_fmadd_ps(a, b, c); }

    // A rational function of degree 13 over 6 (the coefficients are Eigen's), in Estrin's form.
    static V tanh(V x) {
        x = _mm_max_ps(_mm_min_ps(x, all(7.90531f)), all(-7.90531f));
        V t = x * x, t2 = t * t, t4 = t2 * t2;
        V p0 = fma(t, all(6.37261928875436e-04f), all(4.89352455891786e-03f)), p2 = fma(t, all(5.12229709037114e-08f), all(1.48572235717979e-05f));
        V p4 = fma(t, all(2.00018790482477e-13f), all(-8.60467152213735e-11f));
        V p = fma(fma(t2, all(-2.76076847742355e-16f), p4), t4, fma(p2, t2, p0));
        V q = fma(fma(t, all(1.19825839466702e-06f), all(1.18534705686654e-04f)), t2, fma(t, all(2.26843463243900e-03f), all(4.89352518554385e-03f)));
        return x * p / q;
    }

    static V sigmoid(V x) { return fma(all(.5f), tanh(x * all(.5f)), all(.5f)); }
    static V sum(V v) { v = v + _mm_permute_ps(v, 0x4e); return v + _mm_permute_ps(v, 0xb1); }
    static V four(float a, float b, float c, float d) { return _mm_setr_ps(a, b, c, d); }
    static V column(const float* p, int stride) { return _mm_setr_ps(p[0], p[stride], p[2 * stride], p[3 * stride]); }
    static float first(V v) { return _mm_cvtss_f32(v); }
};

template <class M> struct Xor {
    using V = typename M::V;
    using Number = typename M::Number;
    static constexpr int Inputs = 2, Outputs = 1, Batch = 4;
    Number p[9];

    void load(const Number* from) { std::memcpy(p, from, sizeof p); }
    void store(Number* to) const { std::memcpy(to, p, sizeof p); }

    NOINLINE void forward(const Number* x, Number* y) { y[0] = forward(x[0], x[1]); }

    NOINLINE Number forward(Number x0, Number x1) {
        V h = M::tanh(M::four(p[0] * x0 + p[2] * x1 + p[4], p[1] * x0 + p[3] * x1 + p[5], 0, 0));
        return M::first(M::sigmoid(M::all(p[6] * h[0] + p[7] * h[1] + p[8])));
    }

    void predict(const Number* x, Number* y) {
        for (int i = 0; i < Batch; i++) forward(x + 2 * i, y + i);
    }

    NOINLINE double train(const Number* x, const Number* y, double rate, long steps) {
        const V x0 = M::column(x, 2), x1 = M::column(x + 1, 2), target = M::column(y, 1), r = M::all(Number(-rate / 4)), one = M::all(1);
        V w00 = M::all(p[0]), w01 = M::all(p[1]), w10 = M::all(p[2]), w11 = M::all(p[3]), b0 = M::all(p[4]), b1 = M::all(p[5]);
        V v0 = M::all(p[6]), v1 = M::all(p[7]), c = M::all(p[8]);
        for (long i = 0; i < steps; i++) {
            V h0 = M::tanh(M::fma(w00, x0, M::fma(w10, x1, b0))), h1 = M::tanh(M::fma(w01, x0, M::fma(w11, x1, b1)));
            V k0 = v0 * (one - h0 * h0), k1 = v1 * (one - h1 * h1);
            V d = M::sigmoid(M::fma(v0, h0, M::fma(v1, h1, c))) - target, d0 = d * k0, d1 = d * k1;
            v0 = M::fma(r, M::sum(d * h0), v0), v1 = M::fma(r, M::sum(d * h1), v1), c = M::fma(r, M::sum(d), c);
            w00 = M::fma(r, M::sum(d0 * x0), w00), w10 = M::fma(r, M::sum(d0 * x1), w10), b0 = M::fma(r, M::sum(d0), b0);
            w01 = M::fma(r, M::sum(d1 * x0), w01), w11 = M::fma(r, M::sum(d1 * x1), w11), b1 = M::fma(r, M::sum(d1), b1);
        }
        const V parameters[9] = {w00, w01, w10, w11, b0, b1, v0, v1, c};
        for (int i = 0; i < 9; i++) p[i] = M::first(parameters[i]);
        return p[0];
    }
};

// Forward(x0, x1) takes and returns numbers, so these loops do, too.
template <class M> struct XorLoops final : Loops<Xor<M>> {
    using Loops<Xor<M>>::Loops;
    using Number = typename M::Number;

    double forward(const void*, long, long operations) override {
        Number sum = 0;
        for (long i = 0; i < operations; i++) sum += this->network.forward(Number(i & 1), Number((i >> 1) & 1));
        return sum;
    }

    double chain(const void*, long operations) override {
        Number x = 0;
        for (long i = 0; i < operations; i++) x = this->network.forward(x, Number(1));
        return x;
    }
};
