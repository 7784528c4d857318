using XorGen.Sample.Output;
using XorGen.Sample.Story;

namespace XorGen.Sample.Plots;

/// <summary>All pictures of the story.</summary>
internal static class Gallery
{
    /// <summary>Draws the pictures, says where they are, and returns whether they could be written.</summary>
    public static bool Draw(IReadOnlyList<Outcome> outcomes, DirectoryInfo directory, IPresenter presenter)
    {
        EmbeddedFont.Use();
        try
        {
            directory.Create();
            Picture[] pictures = [LearningCurves.Of(outcomes), DecisionBoundary.Of(outcomes)];
            presenter.Files("Pictures:", [.. pictures.SelectMany(picture => picture.Save(directory))]);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The pictures could not be written to {directory.FullName}: {e.Message}");
            return false;
        }
    }
}
