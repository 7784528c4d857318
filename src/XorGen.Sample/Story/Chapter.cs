using XorGen.Sample.Output;

namespace XorGen.Sample.Story;

/// <summary>One network and what is to be said of it.</summary>
internal abstract class Chapter
{
    /// <summary>Gets the heading.</summary>
    protected abstract string Title { get; }

    /// <summary>Gets what is said before the training.</summary>
    protected abstract string Introduction { get; }

    /// <summary>Gets the source of the network.</summary>
    protected abstract string Source { get; }

    /// <summary>Trains the network before the reader's eyes.</summary>
    public Outcome Tell(IPresenter presenter)
    {
        presenter.Heading(Title);
        presenter.Paragraph(Introduction);
        presenter.Code(Source);
        Outcome outcome = Train(presenter);
        Show(outcome, presenter);
        presenter.Paragraph(Conclusion(outcome));
        return outcome;
    }

    /// <summary>Trains the network.</summary>
    protected abstract Outcome Train(IPresenter presenter);

    /// <summary>Shows what the network has learned, and how.</summary>
    protected virtual void Show(Outcome outcome, IPresenter presenter)
    {
        presenter.LossCurve(outcome.Curve);
        presenter.Show(Tables.Of(outcome.Predictions));
    }

    /// <summary>Returns what is to be said after the training.</summary>
    protected abstract string Conclusion(Outcome outcome);
}
