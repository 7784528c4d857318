// What a native peer exports: networks by name, and loops over them, so that the clock sees no call from managed code.
#pragma once
#include <cstring>

#define NOINLINE __attribute__((noinline))

struct Network {
    virtual ~Network() = default;
    virtual void store(void* parameters) const = 0;
    virtual void outputs(const void* inputs, void* outputs, long rows, bool batched) = 0;
    virtual double forward(const void* inputs, long rows, long operations) = 0;
    virtual double chain(const void* row, long operations) = 0;
    virtual double predict(const void* inputs, long batches, long operations) = 0;
    virtual double train(const void* inputs, const void* targets, long batches, double rate, long operations) = 0;
};

// The loops over a network N, which has: Number, Inputs, Outputs, Batch (the rows of a step or of a prediction), load, store,
// forward(row, output), predict(Batch rows, outputs), train(Batch rows, targets, rate, steps) -> loss.
template <class N> struct Loops : Network {
    using T = typename N::Number;
    N network;
    alignas(64) T output[N::Outputs + 16];
    long position = 0;

    explicit Loops(const void* parameters) { network.load(static_cast<const T*>(parameters)); }

    void store(void* parameters) const override { network.store(static_cast<T*>(parameters)); }

    void outputs(const void* from, void* to, long rows, bool batched) override {
        auto x = static_cast<const T*>(from);
        auto y = static_cast<T*>(to);
        const long width = batched ? N::Batch : 1;
        for (long row = 0; row + width <= rows; row += width) {
            if (batched) {
                network.predict(x + row * N::Inputs, y + row * N::Outputs);
            } else {
                network.forward(x + row * N::Inputs, output);
                std::memcpy(y + row * N::Outputs, output, sizeof(T) * N::Outputs);
            }
        }
    }

    double forward(const void* inputs, long rows, long operations) override {
        auto x = static_cast<const T*>(inputs);
        T sum = 0;
        for (long i = 0; i < operations; i++) {
            position = position + 1 < rows ? position + 1 : 0;
            network.forward(x + position * N::Inputs, output);
            sum += output[0];
        }
        return sum;
    }

    double chain(const void* row, long operations) override {
        alignas(64) T x[N::Inputs + 16];
        std::memcpy(x, row, sizeof(T) * N::Inputs);
        for (long i = 0; i < operations; i++) {
            network.forward(x, output);
            x[0] = output[0];
        }
        return x[0];
    }

    double predict(const void* inputs, long batches, long operations) override {
        auto x = static_cast<const T*>(inputs);
        static thread_local T y[N::Batch * N::Outputs];
        for (long i = 0; i < operations; i++) {
            position = position + 1 < batches ? position + 1 : 0;
            network.predict(x + position * N::Batch * N::Inputs, y);
        }
        return y[0];
    }

    double train(const void* inputs, const void* targets, long batches, double rate, long operations) override {
        auto x = static_cast<const T*>(inputs);
        auto y = static_cast<const T*>(targets);
        if (batches == 1) {
            return network.train(x, y, rate, operations);
        }
        double loss = 0;
        position = position < batches ? position : 0;
        for (long i = 0; i < operations; i++) {
            loss += network.train(x + position * N::Batch * N::Inputs, y + position * N::Batch * N::Outputs, rate, 1);
            position = position + 1 < batches ? position + 1 : 0;
        }
        return loss;
    }
};

// Returns the network of that name, or null where the peer has none.
Network* create(const char* name, const void* parameters);

extern "C" {
Network* peer_create(const char* name, const void* parameters) { return create(name, parameters); }
void peer_destroy(Network* network) { delete network; }
void peer_store(Network* network, void* parameters) { network->store(parameters); }
void peer_outputs(Network* network, const void* inputs, void* outputs, long rows, int batched) { network->outputs(inputs, outputs, rows, batched != 0); }
double peer_forward(Network* network, const void* inputs, long rows, long operations) { return network->forward(inputs, rows, operations); }
double peer_chain(Network* network, const void* row, long operations) { return network->chain(row, operations); }
double peer_predict(Network* network, const void* inputs, long batches, long operations) { return network->predict(inputs, batches, operations); }
double peer_train(Network* network, const void* inputs, const void* targets, long batches, double rate, long operations) {
    return network->train(inputs, targets, batches, rate, operations);
}
}
