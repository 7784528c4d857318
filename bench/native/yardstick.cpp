// The hardest rival: AVX-512 intrinsics written by hand for exactly these sizes. For the loss it gives the sum of squares, which costs
// next to nothing, also where the cross-entropy is minimised.
#include <cstdlib>
#include <new>
#include <string>
#include "yardstick_dense.h"
#include "yardstick_xor.h"

template <class N> static Network* make(const void* parameters) { return new Loops<N>(parameters); }

Network* create(const char* name, const void* parameters) {
    const std::string wanted = name;
    if (wanted == "xor-double") return new XorLoops<FourDoubles>(parameters);
    if (wanted == "xor-float") return new XorLoops<FourFloats>(parameters);
    if (wanted == "4-16-16-3") return make<Dense<4, 16, 16, 3, Tanh, Softmax, 32, 32, true>>(parameters);
    if (wanted == "4-32-16-4") return make<Dense<4, 32, 16, 4, Tanh, Linear, 10000, 80, true>>(parameters);
    if (wanted == "64-32-10") return make<Dense<64, 32, 0, 10, Relu, Softmax, 32, 32, true>>(parameters);
    if (wanted == "17-64-64-6") return make<Dense<17, 64, 64, 6, Tanh, Linear, 64, 64, true>>(parameters);
    if (wanted == "784-128-10-sgd") return make<Dense<784, 128, 0, 10, Relu, Softmax, 64, 64, false>>(parameters);
    if (wanted == "784-128-10-adam") return make<Dense<784, 128, 0, 10, Relu, Softmax, 64, 64, true>>(parameters);
    return nullptr;
}
