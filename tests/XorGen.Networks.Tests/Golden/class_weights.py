"""Writes torch-class-weights.json: cross-entropy with weights of the classes, label smoothing, labels and distributions, by PyTorch in float64.

For labels it is CrossEntropyLoss(weight=..., label_smoothing=...) as it is. For distributions PyTorch divides by the number of rows, and XorGen by
the sum of the weights of the (unsmoothed) targets, so that a label and its row with a 1 are the same: the script divides by that sum.
Run: python3 class_weights.py > torch-class-weights.json
"""
import json
import torch

torch.manual_seed(1)
torch.set_default_dtype(torch.float64)
x = torch.randn(7, 4)
labels = torch.tensor([0, 1, 2, 2, 1, 0, 1])
soft = torch.softmax(torch.randn(7, 3), 1)
w = torch.randn(4, 3)
b = torch.randn(3)
cases = []
for weights in ([1.0, 3.0, 0.5], [1.0, 0.0, 2.0], [1.0, 1.0, 1.0]):
    for smoothing in (0.0, 0.2):
        for kind in ("labels", "distributions"):
            weight, bias = w.clone().requires_grad_(), b.clone().requires_grad_()
            loss_of = torch.nn.CrossEntropyLoss(weight=torch.tensor(weights), label_smoothing=smoothing)
            logits = x @ weight + bias
            if kind == "labels":
                loss = loss_of(logits, labels)
            else:
                loss = loss_of(logits, soft) * len(x) / (soft * torch.tensor(weights)).sum()
            loss.backward()
            cases.append({
                "name": f"{kind} smoothing {smoothing} weights {weights}",
                "kind": kind, "smoothing": smoothing, "weights": weights, "loss": loss.item(),
                "gradient": weight.grad.flatten().tolist() + bias.grad.tolist()})
print(json.dumps({"format": "inputs 7x4, parameters weights [input][output] then biases; gradient in that order",
                  "inputs": x.flatten().tolist(), "labels": labels.tolist(), "distributions": soft.flatten().tolist(),
                  "parameters": w.flatten().tolist() + b.tolist(), "cases": cases}, indent=1))
