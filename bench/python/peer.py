#!/usr/bin/python3
"""A peer of the benchmarks: NumPy or PyTorch. It takes commands from standard input, one a line, and answers with one line each.

load FOLDER WIDTHS HIDDEN OUTPUT OPTIMIZER PRECISION KIND BATCH ROWS   the network and its data
outputs ROWS            the outputs of the first rows; answers the name of a file of doubles
train STEPS RATE        the parameters after some steps from the start; answers the name of a file of doubles
time OPERATIONS RATE    does the work again and again; answers the nanoseconds
"""
import sys
import time

import numpy as np


class Setup:
    def __init__(self, folder, widths, hidden, output, optimizer, precision, kind, batch, rows):
        self.folder, self.hidden, self.output, self.kind = folder, hidden, output, kind
        self.widths = [int(w) for w in widths.split(",")]
        self.adam, self.batch, self.rows = optimizer == "adam", int(batch), int(rows)
        self.type = np.float64 if precision == "double" else np.float32
        self.batches = self.rows // self.batch
        self.inputs = self.read("inputs").reshape(self.rows, self.widths[0])
        self.targets = self.read("targets").reshape(self.rows, self.widths[-1])

    def read(self, name):
        return np.fromfile(f"{self.folder}/{name}", np.float32).astype(self.type)

    def layers(self):
        flat, at, layers = self.read("parameters"), 0, []
        for i, o in zip(self.widths, self.widths[1:]):
            layers.append((flat[at:at + i * o].reshape(i, o).copy(), flat[at + i * o:at + (i + 1) * o].copy()))
            at += (i + 1) * o
        return layers


class NumPyNetwork:
    def __init__(self, setup):
        self.setup, self.step = setup, 0
        self.layers = setup.layers()
        self.means = [[np.zeros_like(p) for p in layer] for layer in self.layers]
        self.squares = [[np.zeros_like(p) for p in layer] for layer in self.layers]

    def activate(self, name, z):
        if name == "tanh":
            return np.tanh(z, out=z)
        if name == "relu":
            return np.maximum(z, 0, out=z)
        if name == "sigmoid":
            return 1 / (1 + np.exp(-z))
        if name == "softmax":
            z -= z.max(-1, keepdims=True)
            np.exp(z, out=z)
            z /= z.sum(-1, keepdims=True)
        return z

    def forward(self, x):
        self.activations = [x]
        for k, (w, b) in enumerate(self.layers):
            z = x @ w
            z += b
            x = self.activate(self.setup.output if k == len(self.layers) - 1 else self.setup.hidden, z)
            self.activations.append(x)
        return x

    def train(self, x, y, rate):
        d = self.forward(x) - y
        d *= 2 / d.size if self.setup.output == "linear" else 1 / len(x)
        self.step += 1
        for k in range(len(self.layers) - 1, -1, -1):
            w, b = self.layers[k]
            a = self.activations[k]
            gradients = (a.T @ d, d.sum(0))
            if k > 0:
                d = d @ w.T
                d *= (1 - a * a) if self.setup.hidden == "tanh" else (a > 0)
            for j, g in enumerate(gradients):
                self.update(k, j, g, rate)

    def update(self, k, j, g, rate):
        if self.setup.adam:
            m, v = self.means[k][j], self.squares[k][j]
            m *= self.setup.type(0.9)
            m += self.setup.type(0.1) * g
            v *= self.setup.type(0.999)
            v += self.setup.type(0.001) * (g * g)
            s = self.setup.type(1 / np.sqrt(1 - 0.999 ** self.step))
            m_rate = self.setup.type(rate / (1 - 0.9 ** self.step))
            self.layers[k][j][...] -= m_rate * m / (np.sqrt(v) * s + self.setup.type(1e-8))
        else:
            g *= self.setup.type(rate)
            self.layers[k][j][...] -= g

    def row(self, i):
        return self.setup.inputs[i:i + 1]

    def rows(self, i):
        return self.setup.inputs[i * self.setup.batch:(i + 1) * self.setup.batch]

    def target_rows(self, i):
        return self.setup.targets[i * self.setup.batch:(i + 1) * self.setup.batch]

    def array(self, x):
        return x

    def parameters(self):
        return np.concatenate([p.ravel() for layer in self.layers for p in layer])


class TorchNetwork(NumPyNetwork):
    def __init__(self, setup):
        import torch
        self.torch, self.setup = torch, setup
        torch.set_num_threads(1)
        names = {"tanh": torch.nn.Tanh, "relu": torch.nn.ReLU, "sigmoid": torch.nn.Sigmoid, "softmax": lambda: torch.nn.Softmax(-1)}
        modules = []
        layers = setup.layers()
        for k, (w, b) in enumerate(layers):
            linear = torch.nn.Linear(*w.shape).to(torch.from_numpy(w).dtype)
            with torch.no_grad():
                linear.weight.copy_(torch.from_numpy(w.T.copy()))
                linear.bias.copy_(torch.from_numpy(b))
            modules.append(linear)
            name = setup.output if k == len(layers) - 1 else setup.hidden
            if name != "linear" and (setup.kind != "Train" or k < len(layers) - 1):
                modules.append(names[name]())
        self.model = torch.nn.Sequential(*modules)
        self.inputs, self.targets = torch.from_numpy(setup.inputs), torch.from_numpy(setup.targets)
        self.loss = {"sigmoid": torch.nn.functional.binary_cross_entropy_with_logits, "softmax": torch.nn.functional.cross_entropy,
                     "linear": torch.nn.functional.mse_loss}[setup.output]
        self.optimizer = None
        if setup.kind != "Train":
            with torch.no_grad():
                traced = torch.jit.trace(self.model.eval(), self.rows(0))
                self.model = torch.jit.optimize_for_inference(torch.jit.freeze(traced))
            torch._C._set_grad_enabled(False)

    def forward(self, x):
        return self.model(x)

    def train(self, x, y, rate):
        if self.optimizer is None:
            kind = self.torch.optim.Adam if self.setup.adam else self.torch.optim.SGD
            self.optimizer = kind(self.model.parameters(), rate)
        self.optimizer.zero_grad(set_to_none=True)
        self.loss(self.model(x), y).backward()
        self.optimizer.step()

    def row(self, i):
        return self.inputs[i:i + 1]

    def rows(self, i):
        return self.inputs[i * self.setup.batch:(i + 1) * self.setup.batch]

    def target_rows(self, i):
        return self.targets[i * self.setup.batch:(i + 1) * self.setup.batch]

    def array(self, x):
        return x.numpy()

    def parameters(self):
        flat = []
        for m in self.model:
            if hasattr(m, "weight"):
                flat += [m.weight.detach().numpy().T.ravel(), m.bias.detach().numpy()]
        return np.concatenate(flat)


def answer_file(setup, values):
    name = f"{setup.folder}/answer"
    np.ascontiguousarray(values, np.float64).tofile(name)
    return name


def run(network, operations, rate):
    setup, position = network.setup, 0
    row = network.row(0) if not hasattr(network, "torch") else network.row(0).clone()
    if setup.kind == "ForwardChain":
        row = row.copy() if not hasattr(network, "torch") else row
    start = time.perf_counter_ns()
    for _ in range(operations):
        if setup.kind == "Train":
            network.train(network.rows(position), network.target_rows(position), rate)
        elif setup.kind == "ForwardChain":
            row[0, 0] = network.forward(row)[0, 0]
        else:
            network.forward(network.rows(position))
        position = position + 1 if position + 1 < setup.batches else 0
    return time.perf_counter_ns() - start


def main():
    kind = TorchNetwork if sys.argv[1] == "torch" else NumPyNetwork
    setup = timed = None
    for line in sys.stdin:
        command, *words = line.split()
        if command == "load":
            setup = Setup(*words)
            timed = kind(setup)
            answer = "ready"
        elif command == "outputs":
            rows, width = int(words[0]), setup.batch if setup.kind != "Train" else 1
            answer = answer_file(setup, np.concatenate([timed.array(timed.forward(timed.rows(i))) for i in range(rows // width)]))
        elif command == "train":
            network = kind(setup)
            for i in range(int(words[0])):
                network.train(network.rows(i % setup.batches), network.target_rows(i % setup.batches), float(words[1]))
            answer = answer_file(setup, network.parameters())
        else:
            answer = str(run(timed, int(words[0]), float(words[1])))
        print(answer, flush=True)


main()
