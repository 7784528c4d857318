// Eigen with sizes known at compile time: fixed-size matrices where they are small, dynamic ones beyond.
// A row of data is a column of Eigen's; so the weights [input][output] row-major are its matrix of outputs x inputs.
#include <Eigen/Dense>
#include <cmath>
#include <string>
#include <type_traits>
#include "peer.h"

enum Activation { Tanh, Relu, Linear, Sigmoid, Softmax };

template <class T, int R, int C> using Matrix =
    std::conditional_t<(R * C <= 1024), Eigen::Matrix<T, R, C>, Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>>;

template <int A, class Z> static void activate(Z& z) {
    if constexpr (A == Tanh) z = z.array().tanh().matrix();
    if constexpr (A == Relu) z = z.array().max(0).matrix();
    if constexpr (A == Sigmoid) z = (1 + (-z.array()).exp()).inverse().matrix();
    if constexpr (A == Softmax) {
        for (int c = 0; c < z.cols(); c++) {
            auto column = z.col(c).array();
            column = (column - column.maxCoeff()).exp();
            column /= column.sum();
        }
    }
}

template <class T, int I, int O, int B> struct Layer {
    Matrix<T, O, I> w{O, I}, dw{O, I}, mw{O, I}, vw{O, I};
    Eigen::Matrix<T, O, 1> b, db, mb, vb;
    Matrix<T, O, B> a{O, B}, d{O, B};

    void read(const T*& from) {
        w = Eigen::Map<const Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>>(from, O, I);
        b = Eigen::Map<const Eigen::Matrix<T, O, 1>>(from + O * I);
        from += O * (I + 1);
        mw.setZero(), vw.setZero(), mb.setZero(), vb.setZero();
    }

    void write(T*& to) const {
        Eigen::Map<Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>>(to, O, I) = w;
        Eigen::Map<Eigen::Matrix<T, O, 1>>(to + O * I) = b;
        to += O * (I + 1);
    }

    template <int A, class X> void forward(const X& x) {
        a.noalias() = w * x;
        a.colwise() += b;
        activate<A>(a);
    }

    template <bool Adam, class X> void learn(const X& x, T rate, T meanRate, T squareScale) {
        if constexpr (Adam) {
            dw.noalias() = d * x.transpose();
            db = d.rowwise().sum();
            adam(w, dw, mw, vw, meanRate, squareScale);
            adam(b, db, mb, vb, meanRate, squareScale);
        } else {
            w.noalias() -= (rate * d) * x.transpose();
            b -= rate * d.rowwise().sum();
        }
    }

    template <class M> static void adam(M& p, const M& g, M& m, M& v, T meanRate, T squareScale) {
        m.array() = T(.9) * m.array() + T(.1) * g.array();
        v.array() = T(.999) * v.array() + T(.001) * g.array().square();
        p.array() -= meanRate * m.array() / (v.array().sqrt() * squareScale + T(1e-8));
    }
};

template <int A, class D, class H> static void derive(D& d, const H& h) {
    if constexpr (A == Tanh) d.array() *= 1 - h.array().square();
    else d.array() = (h.array() > 0).select(d.array(), 0);
}

template <class T, int I, int H1, int H2, int O, int Hidden, int Last, int B, bool Adam> struct Dense {
    using Number = T;
    EIGEN_MAKE_ALIGNED_OPERATOR_NEW
    static constexpr int Inputs = I, Outputs = O, Batch = B, H = H2 ? H2 : H1;
    static constexpr bool Deep = H2 > 0;
    Layer<T, I, H1, B> first;
    Layer<T, H1, H2 ? H2 : 1, B> second;
    Layer<T, H, O, B> last;
    double beta1 = 1, beta2 = 1;

    void load(const T* from) {
        first.read(from);
        if constexpr (Deep) second.read(from);
        last.read(from);
    }

    void store(T* to) const {
        first.write(to);
        if constexpr (Deep) second.write(to);
        last.write(to);
    }

    NOINLINE void forward(const T* x, T* y) {
        Eigen::Map<const Eigen::Matrix<T, I, 1>> row(x);
        Eigen::Matrix<T, H1, 1> a = first.b;
        a.noalias() += first.w * row;
        activate<Hidden>(a);
        Eigen::Map<Eigen::Matrix<T, O, 1>> out(y);
        if constexpr (Deep) {
            Eigen::Matrix<T, H2, 1> c = second.b;
            c.noalias() += second.w * a;
            activate<Hidden>(c);
            out = last.b;
            out.noalias() += last.w * c;
        } else {
            out = last.b;
            out.noalias() += last.w * a;
        }
        activate<Last>(out);
    }

    template <class X> void forwardBatch(const X& x) {
        first.template forward<Hidden>(x);
        if constexpr (Deep) {
            second.template forward<Hidden>(first.a);
            last.template forward<Last>(second.a);
        } else {
            last.template forward<Last>(first.a);
        }
    }

    NOINLINE void predict(const T* x, T* y) {
        forwardBatch(Eigen::Map<const Matrix<T, I, B>>(x, I, B));
        Eigen::Map<Matrix<T, O, B>>(y, O, B) = last.a;
    }

    double train(const T* x, const T* y, double rate, long steps) {
        double loss = 0;
        for (long i = 0; i < steps; i++) loss += step(x, y, rate);
        return loss;
    }

    NOINLINE double step(const T* inputs, const T* targets, double rate) {
        Eigen::Map<const Matrix<T, I, B>> x(inputs, I, B);
        beta1 *= .9, beta2 *= .999;
        const T r = T(rate), meanRate = T(rate / (1 - beta1)), squareScale = T(1 / std::sqrt(1 - beta2));
        forwardBatch(x);
        last.d = last.a - Eigen::Map<const Matrix<T, O, B>>(targets, O, B);
        const double loss = last.d.squaredNorm();
        last.d *= Last == Linear ? T(2) / (B * O) : T(1) / B;
        if constexpr (Deep) {
            second.d.noalias() = last.w.transpose() * last.d;
            derive<Hidden>(second.d, second.a);
            first.d.noalias() = second.w.transpose() * second.d;
            derive<Hidden>(first.d, first.a);
            last.template learn<Adam>(second.a, r, meanRate, squareScale);
            second.template learn<Adam>(first.a, r, meanRate, squareScale);
        } else {
            first.d.noalias() = last.w.transpose() * last.d;
            derive<Hidden>(first.d, first.a);
            last.template learn<Adam>(first.a, r, meanRate, squareScale);
        }
        first.template learn<Adam>(x, r, meanRate, squareScale);
        return loss;
    }
};

template <class N> static Network* make(const void* parameters) { return new Loops<N>(parameters); }

Network* create(const char* name, const void* parameters) {
    const std::string wanted = name;
    if (wanted == "xor-double") return make<Dense<double, 2, 2, 0, 1, Tanh, Sigmoid, 4, false>>(parameters);
    if (wanted == "xor-float") return make<Dense<float, 2, 2, 0, 1, Tanh, Sigmoid, 4, false>>(parameters);
    if (wanted == "4-16-16-3") return make<Dense<float, 4, 16, 16, 3, Tanh, Softmax, 32, true>>(parameters);
    if (wanted == "4-32-16-4") return make<Dense<float, 4, 32, 16, 4, Tanh, Linear, 10000, true>>(parameters);
    if (wanted == "64-32-10") return make<Dense<float, 64, 32, 0, 10, Relu, Softmax, 32, true>>(parameters);
    if (wanted == "17-64-64-6") return make<Dense<float, 17, 64, 64, 6, Tanh, Linear, 64, true>>(parameters);
    if (wanted == "784-128-10-sgd") return make<Dense<float, 784, 128, 0, 10, Relu, Softmax, 64, false>>(parameters);
    if (wanted == "784-128-10-adam") return make<Dense<float, 784, 128, 0, 10, Relu, Softmax, 64, true>>(parameters);
    return nullptr;
}
