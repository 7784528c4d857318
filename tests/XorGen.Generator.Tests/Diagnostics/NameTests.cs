using XorGen.Generator.Catalogue;
using XorGen.Generator.Catalogue.Activations;
using XorGen.Generator.Catalogue.Initializers;
using XorGen.Generator.Catalogue.Losses;
using XorGen.Generator.Catalogue.Optimizers;

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
    [InlineData("tahn", "tanh")]
    [InlineData("tnah", "tanh")]
    [InlineData("tan", "tanh")]
    [InlineData("taanh", "tanh")]
    [InlineData("rleu", "relu")]
    [InlineData("realu", "relu")]
    [InlineData("sigmiod", "sigmoid")]
    [InlineData("sgmoid", "sigmoid")]
    [InlineData("softmxa", "softmax")]
    [InlineData("sofplus", "softplus")]
    [InlineData("leakyrelu", "leaky_relu")]
    [InlineData("gleu", "gelu")]
    public void A_slip_of_the_finger_suggests_what_was_meant(string written, string meant) =>
        Assert.Equal(meant, ActivationCatalogue.All.Nearest(written).First());

    /// <summary>The classes and functions of PyTorch 2 and Keras 3 that have a counterpart.</summary>
    [Theory]
    [InlineData("linear", "Identity", "linear", "Linear")]
    [InlineData("relu", "ReLU", "RELU", "relu_")]
    [InlineData("relu6", "ReLU6")]
    [InlineData("leaky_relu", "LeakyReLU", "RReLU")]
    [InlineData("prelu", "PReLU")]
    [InlineData("threshold", "Threshold")]
    [InlineData("hard_tanh", "Hardtanh", "hard_tanh", "HardTanh")]
    [InlineData("hard_sigmoid", "Hardsigmoid", "HardSigmoid")]
    [InlineData("hard_swish", "Hardswish", "HardSiLU", "hard_silu")]
    [InlineData("elu", "ELU")]
    [InlineData("selu", "SELU")]
    [InlineData("celu", "CELU")]
    [InlineData("gelu", "GELU")]
    [InlineData("silu", "SiLU", "Swish", "swish")]
    [InlineData("mish", "Mish")]
    [InlineData("softplus", "Softplus", "SoftPlus", "sparse_plus")]
    [InlineData("squareplus", "SquarePlus")]
    [InlineData("exponential", "Exponential", "Exp")]
    [InlineData("sigmoid", "Sigmoid", "sparse_sigmoid")]
    [InlineData("log_sigmoid", "LogSigmoid")]
    [InlineData("tanh", "Tanh", "TanH")]
    [InlineData("softsign", "Softsign")]
    [InlineData("arctan", "Atan", "ArcTan")]
    [InlineData("tanh_shrink", "Tanhshrink", "TanhShrink")]
    [InlineData("hard_shrink", "Hardshrink", "HardShrink")]
    [InlineData("soft_shrink", "Softshrink", "SoftShrink")]
    [InlineData("softmax", "Softmax", "SoftMax", "Softmax2d", "Softmin", "sparsemax")]
    [InlineData("log_softmax", "LogSoftmax", "LogSoftMax", "AdaptiveLogSoftmaxWithLoss")]
    public void A_name_of_an_activation_in_PyTorch_or_Keras_suggests_it(string name, params string[] elsewhere) =>
        AssertSuggests(ActivationCatalogue.All, name, elsewhere);

    [Theory]
    [InlineData("mse", "MSELoss", "MSE", "mse_loss", "MeanSquaredError", "L2Loss")]
    [InlineData("mae", "L1Loss", "MAE", "MeanAbsoluteError")]
    [InlineData("huber", "HuberLoss", "Huber", "SmoothL1Loss", "smooth_l1_loss")]
    [InlineData("log_cosh", "LogCosh", "log_cosh_loss")]
    [InlineData("binary_cross_entropy", "BCELoss", "BCEWithLogitsLoss", "BCE", "binary_crossentropy", "BinaryCrossentropy", "binary_cross_entropy_with_logits", "MultiLabelSoftMarginLoss", "log_loss")]
    [InlineData("cross_entropy", "CrossEntropyLoss", "NLLLoss", "categorical_crossentropy", "CategoricalCrossentropy", "sparse_categorical_crossentropy", "SparseCategoricalCrossentropy")]
    [InlineData("kl_divergence", "KLDivLoss", "KLDivergence", "kl_div", "KLD")]
    [InlineData("poisson_nll", "PoissonNLLLoss", "Poisson")]
    [InlineData("gaussian_nll", "GaussianNLLLoss")]
    [InlineData("hinge", "Hinge", "HingeLoss", "HingeEmbeddingLoss", "CategoricalHinge")]
    [InlineData("squared_hinge", "SquaredHinge")]
    public void A_name_of_a_loss_in_PyTorch_or_Keras_suggests_it(string name, params string[] elsewhere) =>
        AssertSuggests(LossCatalogue.All, name, elsewhere);

    [Theory]
    [InlineData("sgd", "SGD", "Sgd", "ASGD")]
    [InlineData("adam", "Adam", "ADAM", "Adamax", "SparseAdam", "RAdam")]
    [InlineData("adamw", "AdamW")]
    [InlineData("nadam", "NAdam", "Nadam")]
    [InlineData("amsgrad", "AMSGrad")]
    [InlineData("rmsprop", "RMSprop", "RMSProp")]
    [InlineData("adagrad", "Adagrad", "AdaGrad")]
    [InlineData("adadelta", "Adadelta", "AdaDelta")]
    [InlineData("lion", "Lion")]
    [InlineData("rprop", "Rprop", "RProp")]
    [InlineData("lbfgs", "LBFGS", "L-BFGS", "BFGS")]
    [InlineData("levenberg_marquardt", "LevenbergMarquardt", "trainlm", "LM")]
    public void A_name_of_an_optimizer_in_PyTorch_or_Keras_suggests_it(string name, params string[] elsewhere) =>
        AssertSuggests(OptimizerCatalogue.All, name, elsewhere);

    [Theory]
    [InlineData("zeros", "zeros_", "Zeros")]
    [InlineData("ones", "ones_", "Ones")]
    [InlineData("constant", "constant_", "Constant")]
    [InlineData("uniform", "uniform_", "RandomUniform", "random_uniform")]
    [InlineData("normal", "normal_", "RandomNormal", "random_normal")]
    [InlineData("truncated_normal", "trunc_normal_", "TruncatedNormal")]
    [InlineData("glorot_uniform", "xavier_uniform_", "GlorotUniform", "XavierUniform")]
    [InlineData("glorot_normal", "xavier_normal_", "GlorotNormal")]
    [InlineData("he_uniform", "kaiming_uniform_", "HeUniform")]
    [InlineData("he_normal", "kaiming_normal_", "HeNormal")]
    [InlineData("lecun_uniform", "LecunUniform", "LeCunUniform")]
    [InlineData("lecun_normal", "LecunNormal")]
    [InlineData("orthogonal", "orthogonal_", "Orthogonal", "OrthogonalInitializer")]
    public void A_name_of_an_initializer_in_PyTorch_or_Keras_suggests_it(string name, params string[] elsewhere) =>
        AssertSuggests(InitializerCatalogue.All, name, elsewhere);

    [Fact]
    public void A_suggestion_is_in_the_message() =>
        DiagnosticVerifier.VerifyError("XG0005", "[Network(Inputs = 2, Outputs = 1, OutputActivation = \"linear\", Loss = [|\"MSELoss\"|])] partial class Net { }", "There is no loss called 'MSELoss'; the nearest names are 'mse',");

    private static void AssertSuggests<TEntry>(Catalogue<TEntry> catalogue, string name, string[] elsewhere)
        where TEntry : CatalogueEntry => Assert.All(elsewhere, other => Assert.Equal(name, catalogue.Find(other)?.Name ?? catalogue.Nearest(other).First()));

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
