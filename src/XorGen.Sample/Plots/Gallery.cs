using XorGen.Sample.Output;
using XorGen.Sample.Story;

namespace XorGen.Sample.Plots;

/// <summary>Draws pictures and writes them.</summary>
internal static class Gallery
{
    /// <summary>Returns all pictures of the story.</summary>
    public static IReadOnlyList<Picture> Draw(IReadOnlyList<Outcome> outcomes) => [LearningCurves.Of(outcomes), DecisionBoundary.Of(outcomes)];

    /// <summary>Draws pictures, writes them, says where they are, and returns whether they could be written.</summary>
    public static bool Save(Func<IReadOnlyList<Picture>> draw, DirectoryInfo directory, IPresenter presenter)
    {
        EmbeddedFont.Use();
        try
        {
            directory.Create();
            presenter.Files("Pictures:", [.. draw().SelectMany(picture => picture.Save(directory))]);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The pictures could not be written to {directory.FullName}: {e.Message}");
            return false;
        }
    }
}
