namespace XorGen.Benchmarks.Networks;

// The same layer again and again: 32 inputs, 1 to 12 hidden layers of 32, 4 outputs.

[Network(Inputs = 32, HiddenLayers = [32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth1;

[Network(Inputs = 32, HiddenLayers = [32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth2;

[Network(Inputs = 32, HiddenLayers = [32, 32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth3;

[Network(Inputs = 32, HiddenLayers = [32, 32, 32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth4;

[Network(Inputs = 32, HiddenLayers = [32, 32, 32, 32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth5;

[Network(Inputs = 32, HiddenLayers = [32, 32, 32, 32, 32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth6;

[Network(Inputs = 32, HiddenLayers = [32, 32, 32, 32, 32, 32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth7;

[Network(Inputs = 32, HiddenLayers = [32, 32, 32, 32, 32, 32, 32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth8;

[Network(Inputs = 32, HiddenLayers = [32, 32, 32, 32, 32, 32, 32, 32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth9;

[Network(Inputs = 32, HiddenLayers = [32, 32, 32, 32, 32, 32, 32, 32, 32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth10;

[Network(Inputs = 32, HiddenLayers = [32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth11;

[Network(Inputs = 32, HiddenLayers = [32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32], Outputs = 4, OutputActivation = Activations.Linear)]
public sealed partial class Depth12;
