// Dense networks by hand: AVX-512 intrinsics, every size a template argument, lanes over output neurons.
#pragma once
#include <immintrin.h>
#include <cmath>
#include <cstring>
#include "peer.h"

#define INLINE inline __attribute__((always_inline))
#define UNROLL _Pragma("GCC unroll 16")

using V = __m512;
using Mask = __mmask16;

static INLINE V all(float x) { return _mm512_set1_ps(x); }
static INLINE V fma(V a, V b, V c) { return _mm512_fmadd_ps(a, b, c); }
static INLINE V load(const float* p) { return _mm512_load_ps(p); }
static INLINE void store(float* p, V v) { _mm512_store_ps(p, v); }
constexpr int padded(int n) { return (n + 15) / 16 * 16; }

// A rational function of degree 13 over 6 (the coefficients are Eigen's), in Estrin's form.
static INLINE V tanh16(V x) {
    x = _mm512_max_ps(_mm512_min_ps(x, all(7.90531f)), all(-7.90531f));
    V t = x * x, t2 = t * t, t4 = t2 * t2;
    V p0 = fma(t, all(6.37261928875436e-04f), all(4.89352455891786e-03f)), p2 = fma(t, all(5.12229709037114e-08f), all(1.48572235717979e-05f));
    V p4 = fma(t, all(2.00018790482477e-13f), all(-8.60467152213735e-11f));
    V p = fma(fma(t2, all(-2.76076847742355e-16f), p4), t4, fma(p2, t2, p0));
    V q = fma(fma(t, all(1.19825839466702e-06f), all(1.18534705686654e-04f)), t2, fma(t, all(2.26843463243900e-03f), all(4.89352518554385e-03f)));
    return x * p / q;
}

// 2^(x log2 e), the fraction by a polynomial of degree 6.
static INLINE V exp16(V x) {
    V y = x * all(1.44269504f), n = _mm512_roundscale_ps(y, 8), f = y - n;
    V p = fma(all(1.54035304e-4f), f, all(1.33335581e-3f));
    p = fma(p, f, all(9.61812911e-3f)), p = fma(p, f, all(5.55041087e-2f)), p = fma(p, f, all(2.40226507e-1f));
    p = fma(p, f, all(6.93147181e-1f)), p = fma(p, f, all(1.f));
    return _mm512_scalef_ps(p, n);
}

enum Activation { Tanh, Relu, Linear, Softmax };

template <int A> static INLINE V activate(V z, Mask lanes) {
    if constexpr (A == Tanh) return tanh16(z);
    if constexpr (A == Relu) return _mm512_max_ps(z, all(0));
    if constexpr (A == Linear) return z;
    V e = _mm512_maskz_mov_ps(lanes, exp16(z - all(_mm512_mask_reduce_max_ps(lanes, z))));
    return e / all(_mm512_reduce_add_ps(e));
}

// One row times a matrix: as many partial sums as it takes to hide the latency of the additions.
template <int I, int O, int A> static INLINE void rowTimes(const float* x, const float* w, const float* b, float* y) {
    constexpr int P = padded(O), Vectors = P / 16, Width = Vectors > 4 ? 4 : Vectors;
    constexpr int Chains = Width >= 4 ? 2 : Width == 2 ? 4 : I >= 16 ? 8 : 4;
    constexpr Mask lanes = O % 16 ? (1 << O % 16) - 1 : 0xffff;
    for (int n = 0; n < Vectors; n += Width) {
        V sum[Chains][Width];
        UNROLL for (int c = 0; c < Chains; c++) UNROLL for (int j = 0; j < Width; j++) sum[c][j] = c ? all(0) : load(b + (n + j) * 16);
        int k = 0;
#pragma GCC unroll 4
        for (; k + Chains <= I; k += Chains) {
            UNROLL for (int c = 0; c < Chains; c++) {
                V value = all(x[k + c]);
                UNROLL for (int j = 0; j < Width; j++) sum[c][j] = fma(value, load(w + (k + c) * P + (n + j) * 16), sum[c][j]);
            }
        }
        if constexpr (I % Chains > 0) for (; k < I; k++) UNROLL for (int j = 0; j < Width; j++) sum[0][j] = fma(all(x[k]), load(w + k * P + (n + j) * 16), sum[0][j]);
        UNROLL for (int c = 1; c < Chains; c++) UNROLL for (int j = 0; j < Width; j++) sum[0][j] += sum[c][j];
        UNROLL for (int j = 0; j < Width; j++) store(y + (n + j) * 16, activate<A>(sum[0][j], lanes));
    }
}

// Tiles of R rows by W vectors over an M x N product: sum over k of a[m * rowStride + k * innerStride] * b[k * ldb + n].
template <int M, int Vectors, int K, int R, int W, class Epilogue>
static INLINE void tiles(const float* a, long rowStride, long innerStride, const float* b, long ldb, Epilogue epilogue) {
    for (int n = 0; n + W <= Vectors; n += W) {
        for (int m = 0; m + R <= M; m += R) {
            V c[R][W];
            UNROLL for (int r = 0; r < R; r++) UNROLL for (int j = 0; j < W; j++) c[r][j] = all(0);
            const float *left = a + m * rowStride, *right = b + n * 16;
            for (int k = 0; k < K; k++, left += innerStride, right += ldb) {
                V v[W];
                UNROLL for (int j = 0; j < W; j++) v[j] = load(right + j * 16);
                UNROLL for (int r = 0; r < R; r++) {
                    V value = all(left[r * rowStride]);
                    UNROLL for (int j = 0; j < W; j++) c[r][j] = fma(value, v[j], c[r][j]);
                }
            }
            UNROLL for (int r = 0; r < R; r++) UNROLL for (int j = 0; j < W; j++) epilogue(m + r, (n + j) * 16, c[r][j]);
        }
    }
}

// All rows of a product: whole tiles, and one tile for the rows that are left.
template <int M, int Vectors, int K, class Epilogue>
static INLINE void product(const float* a, long rowStride, long innerStride, const float* b, long ldb, Epilogue epilogue) {
    constexpr int W = Vectors % 4 == 0 ? 4 : Vectors % 2 == 0 ? 2 : 1, Most = W == 4 ? 6 : 8, R = M < Most ? M : Most, Rest = M % R;
    tiles<M - Rest, Vectors, K, R, W>(a, rowStride, innerStride, b, ldb, epilogue);
    if constexpr (Rest > 0) {
        constexpr int Done = M - Rest;
        tiles<Rest, Vectors, K, Rest, W>(a + Done * rowStride, rowStride, innerStride, b, ldb, [&](int m, int n, V v) { epilogue(m + Done, n, v); });
    }
}

struct Step {
    float rate, meanRate, squareScale;
};

template <int I, int O> struct alignas(64) Layer {
    static constexpr int P = padded(O), Q = padded(I);
    static constexpr Mask Lanes = O % 16 ? (1 << O % 16) - 1 : 0xffff;
    float w[I * P], b[P], transposed[O * Q], gradient[(I + 1) * P], mean[(I + 1) * P], square[(I + 1) * P];

    void read(const float*& from) {
        std::memset(this, 0, sizeof *this);
        for (int i = 0; i < I; i++) std::memcpy(w + i * P, from + i * O, O * sizeof(float));
        from += I * O;
        std::memcpy(b, from, O * sizeof(float));
        from += O;
        transpose();
    }

    void write(float*& to) const {
        for (int i = 0; i < I; i++) std::memcpy(to + i * O, w + i * P, O * sizeof(float));
        to += I * O;
        std::memcpy(to, b, O * sizeof(float));
        to += O;
    }

    void transpose() {
        for (int block = 0; block < I; block += 16)
            for (int o = 0; o < O; o++)
                for (int i = block; i < block + 16 && i < I; i++) transposed[o * Q + i] = w[i * P + o];
    }

    template <bool Adam> INLINE void update(int at, V g, Step s) {
        float* parameter = w + at;  // b lies behind w
        V value = load(parameter);
        if constexpr (Adam) {
            V m = fma(all(.9f), load(mean + at), all(.1f) * g), v = fma(all(.999f), load(square + at), all(.001f) * g * g);
            store(mean + at, m);
            store(square + at, v);
            value = value - all(s.meanRate) * m / fma(_mm512_sqrt_ps(v), all(s.squareScale), all(1e-8f));
        } else {
            value = value - all(s.rate) * g;
        }
        store(parameter, value);
    }

    template <int B, int A> INLINE void forward(const float* x, long stride, float* y) {
        if constexpr (I <= 256) {
            product<B, P / 16, I>(x, stride, 1, w, P, [&](int m, int n, V z) { store(y + m * P + n, activate<A>(z + load(b + n), Lanes)); });
        } else {
            // Blocks of the inner index, so that a tile's part of the weights stays in the first cache.
            constexpr int Block = 112;
            static_assert(I % Block == 0);
            for (int k = 0; k < I; k += Block) {
                const bool start = k == 0, end = k + Block == I;
                product<B, P / 16, Block>(x + k, stride, 1, w + k * P, P, [&](int m, int n, V z) {
                    z += load(start ? b + n : y + m * P + n);
                    store(y + m * P + n, end ? activate<A>(z, Lanes) : z);
                });
            }
        }
    }

    // The error of the layer below, whose outputs are `below`.
    template <int B, int A> INLINE void backward(const float* error, const float* below, float* to) {
        product<B, Q / 16, O>(error, P, 1, transposed, Q, [&](int m, int n, V d) {
            V h = load(below + m * Q + n);
            if constexpr (A == Tanh) d = d * (all(1) - h * h);
            else d = _mm512_maskz_mov_ps(_mm512_cmp_ps_mask(h, all(0), _CMP_GT_OQ), d);
            store(to + m * Q + n, d);
        });
    }

    // The gradient goes to the optimizer from the registers, or, where a batch has several blocks, into memory.
    template <int B, bool Adam, bool Collect> INLINE void learn(const float* x, long stride, const float* error, Step s) {
        auto take = [&](int at, V g) {
            if constexpr (Collect) store(gradient + at, load(gradient + at) + g);
            else update<Adam>(at, g, s);
        };
        product<I, P / 16, B>(x, 1, stride, error, P, [&](int m, int n, V g) { take(m * P + n, g); });
        for (int n = 0; n < P; n += 16) {
            V even = all(0), odd = all(0);
            for (int r = 0; r < B; r += 2) even += load(error + r * P + n), odd += load(error + (r + 1) * P + n);
            take(I * P + n, even + odd);
        }
    }

    template <bool Adam> void updateCollected(Step s) {
        for (int at = 0; at < (I + 1) * P; at += 16) {
            update<Adam>(at, load(gradient + at), s);
            store(gradient + at, all(0));
        }
    }
};

// Up to three layers; H2 = 0 means two. A step has Batch rows, which go through in blocks of B.
template <int I, int H1, int H2, int O, int Hidden, int Last, int Rows, int B, bool Adam> struct alignas(64) Dense {
    using Number = float;
    static constexpr int Inputs = I, Outputs = O, Batch = Rows, P = padded(O), H = H2 ? H2 : H1;
    static constexpr bool Deep = H2 > 0, Collect = Rows > B;
    Layer<I, H1> first;
    Layer<H1, H2 ? H2 : 1> second;
    Layer<H, O> last;
    float h1[B * padded(H1)], h2[B * padded(H)], out[B * P], d1[B * padded(H1)], d2[B * padded(H)], d3[B * P];
    double beta1 = 1, beta2 = 1;

    void load(const float* from) {
        first.read(from);
        if constexpr (Deep) second.read(from);
        last.read(from);
    }

    void store(float* to) const {
        first.write(to);
        if constexpr (Deep) second.write(to);
        last.write(to);
    }

    NOINLINE void forward(const float* x, float* y) {
        alignas(64) float a[padded(H1)], c[padded(H)], z[P];
        rowTimes<I, H1, Hidden>(x, first.w, first.b, a);
        if constexpr (Deep) rowTimes<H1, H2, Hidden>(a, second.w, second.b, c);
        rowTimes<H, O, Last>(Deep ? c : a, last.w, last.b, z);
        std::memcpy(y, z, O * sizeof(float));
    }

    INLINE void forwardBlock(const float* x) {
        first.template forward<B, Hidden>(x, I, h1);
        if constexpr (Deep) second.template forward<B, Hidden>(h1, padded(H1), h2);
        last.template forward<B, Last>(Deep ? h2 : h1, padded(H), out);
    }

    NOINLINE void predict(const float* x, float* y) {
        for (int block = 0; block < Rows; block += B) {
            forwardBlock(x + block * I);
            for (int r = 0; r < B; r++) _mm512_mask_storeu_ps(y + (block + r) * O, Layer<H, O>::Lanes, ::load(out + r * P));
        }
    }

    double train(const float* x, const float* y, double rate, long steps) {
        double loss = 0;
        for (long i = 0; i < steps; i++) loss += step(x, y, rate);
        return loss;
    }

    NOINLINE double step(const float* x, const float* y, double rate) {
        beta1 *= .9, beta2 *= .999;
        const Step s{float(rate), float(rate / (1 - beta1)), float(1 / std::sqrt(1 - beta2))};
        double loss = 0;
        for (int block = 0; block < Rows; block += B) loss += stepBlock(x + block * I, y + block * O, s);
        if constexpr (Collect) {
            first.template updateCollected<Adam>(s);
            if constexpr (Deep) second.template updateCollected<Adam>(s);
            last.template updateCollected<Adam>(s);
        }
        if constexpr (Deep) second.transpose();
        last.transpose();
        return loss / Rows;
    }

    INLINE double stepBlock(const float* x, const float* y, Step s) {
        static_assert(O <= 16 && Rows % B == 0 && B % 2 == 0);
        forwardBlock(x);
        V squares = all(0);
        for (int r = 0; r < B; r++) {
            V d = ::load(out + r * P) - _mm512_maskz_loadu_ps(Layer<H, O>::Lanes, y + r * O);
            squares += d * d;
            ::store(d3 + r * P, d * all(Last == Linear ? 2.f / (Rows * O) : 1.f / Rows));
        }
        last.template backward<B, Hidden>(d3, Deep ? h2 : h1, Deep ? d2 : d1);
        if constexpr (Deep) second.template backward<B, Hidden>(d2, h1, d1);
        last.template learn<B, Adam, Collect>(Deep ? h2 : h1, padded(H), d3, s);
        if constexpr (Deep) second.template learn<B, Adam, Collect>(h1, padded(H1), d2, s);
        first.template learn<B, Adam, Collect>(x, I, d1, s);
        return _mm512_reduce_add_ps(squares);
    }
};
