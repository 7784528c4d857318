using XorGen.Generator.Emission.Scalar;
using XorGen.Generator.Emission.Tiled;
using XorGen.Generator.Planning;

namespace XorGen.Generator.Emission;

/// <summary>Writes the parts of a network that depend on its tier.</summary>
internal abstract class TierEmitter(Vocabulary words)
{
    /// <summary>Gets the network's words.</summary>
    protected Vocabulary Words { get; } = words;

    /// <summary>Gets the names of the private members that it writes, but for those of <see cref="UpdateNames"/>.</summary>
    public abstract IEnumerable<string> PrivateNames { get; }

    /// <summary>Gets the names of the private members that it writes for Update.</summary>
    public abstract IEnumerable<string> UpdateNames { get; }

    /// <summary>Gets what follows the network's interface in the declaration of the type: ", IMore", or empty.</summary>
    public virtual string FurtherInterfaces => string.Empty;

    public static TierEmitter Of(NetworkPlan plan)
    {
        var words = new Vocabulary(plan);
        return plan.Tier == Tier.Scalar ? new ScalarEmitter(words) : new TiledEmitter(words);
    }

    /// <summary>Writes the fields and the types that only they need.</summary>
    public abstract void WriteStorage(SourceWriter writer);

    /// <summary>Writes the statements of the constructor that come before Initialize.</summary>
    public abstract void WriteConstruction(SourceWriter writer);

    /// <summary>Writes the statements that set all parameters from "random" and clear all state of training.</summary>
    public abstract void WriteInitialization(SourceWriter writer);

    /// <summary>Writes the statements that copy the parameters to "destination".</summary>
    public abstract void WriteGetParameters(SourceWriter writer);

    /// <summary>Writes the statements that copy the parameters from "source".</summary>
    public abstract void WriteSetParameters(SourceWriter writer);

    /// <summary>Writes the statements that copy the gradients to "destination".</summary>
    public abstract void WriteGetGradients(SourceWriter writer);

    /// <summary>Writes the statements that copy the parameters and the optimizer's states to "state", one after the other in flat order.</summary>
    public abstract void WriteGetState(SourceWriter writer);

    /// <summary>Writes the statements that copy them from "state".</summary>
    public abstract void WriteSetState(SourceWriter writer);

    /// <summary>Writes Forward, Predict and what they need.</summary>
    public abstract void WriteForward(SourceWriter writer);

    /// <summary>
    /// Writes "ComputeLoss(inputs, targets, labels, rowWeights, rows)" and "ComputeGradient" of the same, and what they need. One of
    /// targets and labels is empty, and so are the weights where all rows count alike.
    /// </summary>
    public abstract void WriteBackward(SourceWriter writer);

    /// <summary>Writes what the further interfaces ask for.</summary>
    public virtual void WriteThreads(SourceWriter writer)
    {
    }

    /// <summary>Writes the statements of Train, whose rows are "inputs" and "targets" or "labels".</summary>
    public virtual void WriteTrain(SourceWriter writer, string targets) =>
        writer.Write(
            $$"""
            {{Words.T}} loss = Backward(inputs, {{targets}});
            Update(learningRate);
            return loss;
            """);

    /// <summary>
    /// Writes the statements of Train on rows that do not count alike: checked "rows" of them, "inputs" with "targets" or
    /// "labels" and "rowWeights".
    /// </summary>
    public virtual void WriteWeightedTrain(SourceWriter writer, string targets) =>
        writer.Write(
            $$"""
            {{Words.T}} loss = ComputeGradient(inputs, {{BackwardEmitter.Arguments(targets)}}, rowWeights, rows);
            Update(learningRate);
            return loss;
            """);

    /// <summary>Writes Update and what it needs.</summary>
    public abstract void WriteUpdate(SourceWriter writer);

    /// <summary>Writes what only Train needs.</summary>
    public virtual void WriteTrainKernels(SourceWriter writer)
    {
    }

    /// <summary>Writes the statements that count, in "correct", the rows of "inputs" whose largest output is that of "labels".</summary>
    public abstract void WriteCountCorrect(SourceWriter writer);
}
