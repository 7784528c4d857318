using XorGen.Sample.Output;
using XorGen.Sample.Story;

namespace XorGen.Sample.Problems;

/// <summary>Something to be learned, by one command.</summary>
internal abstract class Problem
{
    /// <summary>Gets the command.</summary>
    public abstract string Name { get; }

    /// <summary>Gets what is learned, in a line.</summary>
    public abstract string Summary { get; }

    /// <summary>Gets the type of the network.</summary>
    protected abstract Type Network { get; }

    /// <summary>Gets what the reader should know before the training.</summary>
    protected abstract string Introduction { get; }

    /// <summary>Tells what the problem is, trains the network, and shows how well it does.</summary>
    public Solution Tell(IPresenter presenter)
    {
        presenter.Title(Summary);
        presenter.Paragraph(Introduction);
        presenter.Code(SourceExcerpt.Declaration(Network));
        return Solve(presenter);
    }

    /// <summary>Trains the network and shows how well it does.</summary>
    protected abstract Solution Solve(IPresenter presenter);
}
