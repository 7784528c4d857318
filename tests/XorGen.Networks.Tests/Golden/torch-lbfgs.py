"""Makes torch-lbfgs.json: trajectories of torch.optim.LBFGS in float64 (run with PyTorch 1.13.1).

python3 torch-lbfgs.py > torch-lbfgs.json
"""
import json

import torch

torch.set_default_dtype(torch.float64)
ACTIVATIONS = {"tanh": torch.tanh, "sigmoid": torch.sigmoid, "linear": lambda z: z}


def case(name, seed, sizes, activation, output, loss, batch, steps, line_search, rate):
    torch.manual_seed(seed)
    parameters = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        parameters.append((torch.randn(inputs, outputs) / inputs**0.5).requires_grad_())
        parameters.append((torch.randn(outputs) * 0.1).requires_grad_())
    x = torch.rand(batch, sizes[0]) * 2 - 1
    y = torch.rand(batch, sizes[-1]) * 2 - 1
    if loss == "binary_cross_entropy":
        y = (y > 0).double()
    if loss == "cross_entropy":
        y = torch.nn.functional.one_hot(y.argmax(1), sizes[-1]).double()

    def value():
        a = x
        for layer in range(len(sizes) - 1):
            z = a @ parameters[2 * layer] + parameters[2 * layer + 1]
            a = z if layer == len(sizes) - 2 else ACTIVATIONS[activation](z)
        if loss == "mse":
            return ((ACTIVATIONS[output](a) - y) ** 2).mean()
        if loss == "cross_entropy":
            return torch.nn.functional.cross_entropy(a, y)
        return torch.nn.functional.binary_cross_entropy_with_logits(a, y)

    def flat():
        return torch.cat([p.detach().reshape(-1) for p in parameters]).tolist()

    optimizer = torch.optim.LBFGS(
        parameters, lr=rate, max_iter=1, max_eval=100, history_size=10, line_search_fn="strong_wolfe" if line_search else None)

    def closure():
        optimizer.zero_grad()
        current = value()
        current.backward()
        return current

    initial, losses, points = flat(), [], []
    for _ in range(steps):
        losses.append(float(optimizer.step(closure)))
        points.append(flat())
    return {
        "name": name, "sizes": sizes, "activation": activation, "outputActivation": output, "loss": loss,
        "learningRate": rate, "lineSearch": line_search, "batch": batch, "inputs": x.reshape(-1).tolist(),
        "targets": y.reshape(-1).tolist(), "initialParameters": initial, "losses": losses, "parameters": points[-1],
    }


cases = [
    case("mse", 1, [3, 5, 2], "tanh", "linear", "mse", 9, 20, True, 1.0),
    case("mse-sigmoid-output", 2, [2, 3, 1], "sigmoid", "sigmoid", "mse", 8, 10, True, 1.0),
    case("cross-entropy", 3, [4, 6, 3], "tanh", "softmax", "cross_entropy", 12, 20, True, 1.0),
    case("binary-cross-entropy", 4, [2, 4, 1], "tanh", "sigmoid", "binary_cross_entropy", 10, 20, True, 1.0),
    case("long-first-step", 5, [3, 5, 2], "tanh", "linear", "mse", 9, 20, True, 25.0),
    case("short-first-step", 6, [3, 5, 2], "tanh", "linear", "mse", 9, 20, True, 0.01),
    case("linear-model", 7, [3, 2], "tanh", "linear", "mse", 9, 6, True, 1.0),
    case("no-line-search", 8, [3, 5, 2], "tanh", "linear", "mse", 9, 25, False, 0.3),
    case("no-line-search-cross-entropy", 9, [4, 6, 3], "tanh", "softmax", "cross_entropy", 12, 25, False, 0.1),
]
print(json.dumps({"format": __doc__.splitlines()[0], "cases": cases}))
