namespace XorGen.Training;

/// <summary>Compares losses by a share of their distance from a reference, which is right for losses of either sign.</summary>
internal static class LossComparison
{
    /// <summary>
    /// Returns the loss that is below another one by a share of that loss's distance from a reference: (1 - share) loss where the reference is 0
    /// and the loss is positive, (1 + share) loss where it is negative.
    /// </summary>
    /// <remarks>
    /// The share is always taken away. PyTorch's ReduceLROnPlateau multiplies by (1 - threshold) whatever the sign, which raises a negative
    /// loss, so that a loss that stands still counts as an improvement. Infinity stays infinity, whatever the share.
    /// </remarks>
    /// <param name="loss">The loss.</param>
    /// <param name="share">Of its distance, not negative.</param>
    /// <param name="reference">What the distance is measured from.</param>
    public static double Below(double loss, double share, double reference = 0)
    {
        double distance = loss - reference;
        return double.IsInfinity(distance) ? loss : reference + (distance * (distance < 0 ? 1 + share : 1 - share));
    }
}
