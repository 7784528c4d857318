using XorGen.Generator.Expressions;

namespace XorGen.Generator.Catalogue.Optimizers;

/// <summary>One step of an optimizer, with the hyper-parameters filled in.</summary>
internal sealed record OptimizerStep
{
    /// <summary>The parameter.</summary>
    public static readonly Variable Parameter = new("parameter");

    /// <summary>Its gradient.</summary>
    public static readonly Variable Gradient = new("gradient");

    /// <summary>The learning rate, in double precision.</summary>
    public static readonly Variable LearningRate = new("learningRate");

    /// <summary>The step of an optimizer that has no formulas.</summary>
    public static readonly OptimizerStep None = new() { Scalars = [], Assignments = [] };

    /// <summary>Gets what is kept of each parameter between steps; it starts at zero.</summary>
    public IReadOnlyList<StateVariable> States { get; init; } = [];

    /// <summary>Gets the numbers, in double precision, that change once a step.</summary>
    public IReadOnlyList<Counter> Counters { get; init; } = [];

    /// <summary>Gets the numbers that are computed once a step, in double precision, then rounded.</summary>
    public IReadOnlyList<StepScalar> Scalars { get; init; } = [];

    /// <summary>Gets what is computed for each parameter, in this order.</summary>
    public IReadOnlyList<Assignment> Assignments { get; init; } = [];
}

/// <summary>A number kept of each parameter.</summary>
internal sealed record StateVariable(Variable Variable, string Summary);

/// <summary>A number that changes once a step, before anything else; counters change one after the other.</summary>
internal sealed record Counter(Variable Variable, Expression Next, string Summary)
{
    /// <summary>Gets what it starts at, as C#: where that is not zero, it follows from the seed.</summary>
    public string Start { get; init; } = "0";
}

/// <summary>A number computed once a step.</summary>
internal sealed record StepScalar(string Name, Expression Value)
{
    /// <summary>Gets whether it is zero for biases.</summary>
    public bool IsZeroForBiases { get; init; }

    /// <summary>The number as it occurs in assignments.</summary>
    public Broadcast Reference => new(Name);

    public bool DependsOnLearningRate => Value.Mentions(OptimizerStep.LearningRate);
}

/// <summary>The parameter, its gradient or a state takes a value.</summary>
internal sealed record Assignment(Variable Target, Expression Value);
