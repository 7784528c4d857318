namespace XorGen.Generator.Tests.Diagnostics;

/// <summary>XG0005, XG0006 and XG0015: names and what fits together.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = [|\"thanh\"|])] partial class Net { }", "activation called 'thanh'; the nearest names are 'tanh'")]
    [InlineData("[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = [|\"\"|])] partial class Net { }", "the nearest names are")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, OutputActivation = [|\"Sigmoid\"|])] partial class Net { }", "the nearest names are 'sigmoid'")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, OutputActivation = [|\"sofmax\"|], Loss = \"cross_entropy\")] partial class Net { }", "the nearest names are 'softmax'")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Loss = [|\"BinaryCrossentropy\"|])] partial class Net { }", "loss called 'BinaryCrossentropy'; the nearest names are 'binary_cross_entropy'")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Optimizer = [|\"adamm\"|])] partial class Net { }", "the nearest names are 'adam'")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Initializer = [|\"glorot\"|])] partial class Net { }", "the nearest names are 'glorot_normal', 'glorot_uniform'")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(2, Activation = [|\"rellu\"|])] partial class Net { }", "the nearest names are 'relu'")]
    public void An_unknown_name_is_reported_with_the_nearest_ones(string source, string advice) =>
        DiagnosticVerifier.VerifyError("XG0005", source, advice);

    [Theory]
    [InlineData("[Network(Inputs = 2, Outputs = 1, OutputActivation = [|\"softmax\"|])] partial class Net { }", "give it two or more outputs, or write OutputActivation = \"sigmoid\"")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, OutputActivation = \"linear\", Loss = [|\"binary_cross_entropy\"|])] partial class Net { }", "write OutputActivation = \"sigmoid\", or leave Loss out")]
    [InlineData("[Network(Inputs = 2, Outputs = 3, Loss = [|\"cross_entropy\"|])] partial class Net { }", "write OutputActivation = \"softmax\", or leave Loss out")]
    [InlineData("[Network(Inputs = 2, Outputs = 3, OutputActivation = \"softmax\", Loss = [|Losses.BinaryCrossEntropy|])] partial class Net { }", "write OutputActivation = \"sigmoid\", or leave Loss out")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, OutputActivation = [|\"log_softmax\"|])] partial class Net { }", "give it two or more outputs, or write OutputActivation = \"sigmoid\"")]
    [InlineData("[Network(Inputs = 2, Outputs = 2, OutputActivation = \"mean_variance\", Loss = [|\"mse\"|])] partial class Net { }", "write Loss = \"gaussian_nll\", or leave Loss out")]
    [InlineData("[Network(Inputs = 2, Outputs = 2, OutputActivation = \"linear\", Loss = [|\"gaussian_nll\"|])] partial class Net { }", "write OutputActivation = \"mean_variance\", or leave Loss out")]
    public void A_loss_that_does_not_fit_is_reported(string source, string advice) =>
        DiagnosticVerifier.VerifyError("XG0006", source, advice);

    [Theory]
    [InlineData("[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = [|\"softmax\"|])] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1)] [Dense(2, Activation = [|\"softmax\"|])] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Outputs = 1, Activation = [|\"softmax\"|])] [Dense(2)] [Dense(3)] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = [|\"log_softmax\"|])] partial class Net { }")]
    [InlineData("[Network(Inputs = 2, Hidden = 2, Outputs = 1, Activation = [|\"mean_variance\"|])] partial class Net { }")]
    public void A_softmax_in_a_hidden_layer_is_reported(string source) =>
        DiagnosticVerifier.VerifyError("XG0015", source, "for the output layer only");

    [Theory]
    [InlineData("[Network(Inputs = 2, Outputs = [|3|], Loss = \"gaussian_nll\")] partial class Net { }", "Outputs is 3, but the loss 'gaussian_nll' takes two outputs for each target, a mean and a variance: write an even number, such as 4")]
    [InlineData("[Network(Inputs = 2, Outputs = [|1|], OutputActivation = \"mean_variance\")] partial class Net { }", "such as 2")]
    public void An_odd_number_of_means_and_variances_is_reported(string source, string advice) =>
        DiagnosticVerifier.VerifyError("XG0022", source, advice);
}
