using XorGen.Training.Schedules;

namespace XorGen;

/// <summary>
/// How the learning rate changes in the course of a training. The rate it starts from is that of
/// <see cref="TrainingOptions.LearningRate"/>, or the network's default; in double precision, rounded once a step.
/// </summary>
/// <remarks>
/// <para>The formulas are those of PyTorch's documentation (https://docs.pytorch.org/docs/stable/optim.html, "How to
/// adjust learning rate"), in closed form: the rate is a function of the position, so a training that is resumed goes on
/// where it was. What a schedule has to remember, it keeps in numbers that the training loop holds for it, and
/// checkpoints save. The schedule itself never changes and may serve several trainings at once.</para>
/// <para>A restart (<see cref="TrainingOptions.MaxRestarts"/>) and a further call of <c>Fit</c> begin the schedule
/// anew.</para>
/// <para>Derive a class for a schedule of your own.</para>
/// </remarks>
public abstract class LearningRateSchedule
{
    /// <summary>Gets how many numbers the schedule has to remember; 0 by default.</summary>
    public virtual int StateLength => 0;

    /// <summary>The rate does not change.</summary>
    public static LearningRateSchedule Constant() => new ConstantSchedule();

    /// <summary>The rate is multiplied by a factor at regular intervals: PyTorch's StepLR, base * factor^floor(t / every).</summary>
    /// <param name="every">The length of an interval, at least 1.</param>
    /// <param name="factor">A positive number, 0.1 by default.</param>
    /// <param name="unit">The unit of <paramref name="every"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule Step(int every, double factor = 0.1, ScheduleUnit unit = ScheduleUnit.Epoch) =>
        new StepSchedule(every, factor, unit);

    /// <summary>The rate is multiplied by a factor at each milestone: PyTorch's MultiStepLR, base * factor^(milestones up to t).</summary>
    /// <param name="milestones">Times, in ascending order.</param>
    /// <param name="factor">A positive number, 0.1 by default.</param>
    /// <param name="unit">The unit of <paramref name="milestones"/>.</param>
    /// <exception cref="ArgumentException">The milestones are not in ascending order, or the factor is out of range.</exception>
    public static LearningRateSchedule Milestones(
        IReadOnlyList<int> milestones, double factor = 0.1, ScheduleUnit unit = ScheduleUnit.Epoch) =>
        new MilestoneSchedule(milestones, factor, unit);

    /// <summary>The rate is multiplied by a factor each time: PyTorch's ExponentialLR, base * factor^t.</summary>
    /// <param name="factor">A positive number.</param>
    /// <param name="unit">How often.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule Exponential(double factor, ScheduleUnit unit = ScheduleUnit.Epoch) =>
        new StepSchedule(1, factor, unit);

    /// <summary>The rate falls to zero: PyTorch's PolynomialLR, base * (1 - min(t, length) / length)^power.</summary>
    /// <param name="length">When it is zero; null means at the end of the training.</param>
    /// <param name="power">A positive number; 1, a straight line, by default.</param>
    /// <param name="unit">The unit of <paramref name="length"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule Polynomial(int? length = null, double power = 1, ScheduleUnit unit = ScheduleUnit.Epoch) =>
        new PolynomialSchedule(length, power, unit);

    /// <summary>
    /// The rate falls along half a cosine: PyTorch's CosineAnnealingLR, minimum + (base - minimum) (1 + cos(π t / length)) / 2;
    /// as there, it rises again after <paramref name="length"/>.
    /// </summary>
    /// <remarks>I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017.</remarks>
    /// <param name="length">When the rate is at its minimum; null means at the end of the training.</param>
    /// <param name="minimum">The smallest rate.</param>
    /// <param name="unit">The unit of <paramref name="length"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule Cosine(int? length = null, double minimum = 0, ScheduleUnit unit = ScheduleUnit.Epoch) =>
        new CosineSchedule(length, minimum, unit);

    /// <summary>
    /// Half cosines one after the other, each from the base rate down: PyTorch's CosineAnnealingWarmRestarts. The first is
    /// <paramref name="first"/> long, each further one <paramref name="growth"/> times as long as the one before.
    /// </summary>
    /// <remarks>I. Loshchilov and F. Hutter, "SGDR: stochastic gradient descent with warm restarts", 2017.</remarks>
    /// <param name="first">The length of the first cosine, at least 1.</param>
    /// <param name="growth">At least 1.</param>
    /// <param name="minimum">The smallest rate.</param>
    /// <param name="unit">The unit of <paramref name="first"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule CosineWithRestarts(
        int first, int growth = 1, double minimum = 0, ScheduleUnit unit = ScheduleUnit.Epoch) =>
        new CosineRestartsSchedule(first, growth, minimum, unit);

    /// <summary>
    /// Up from base / startDivisor to the base rate, which is the largest, then down to
    /// base / (startDivisor * endDivisor): PyTorch's OneCycleLR, step by step over the whole training.
    /// </summary>
    /// <remarks>
    /// L. Smith and N. Topin, "Super-convergence: very fast training of neural networks using large learning rates", 2018.
    /// The momentum is a constant of the network and is not cycled.
    /// </remarks>
    /// <param name="warmUpShare">The part of the training in which the rate rises, between 0 and 1; 0.3 by default.</param>
    /// <param name="startDivisor">By how much the rate is smaller at the start, positive; 25 by default.</param>
    /// <param name="endDivisor">By how much it is smaller still at the end, positive; 10,000 by default.</param>
    /// <param name="linear">Straight lines instead of half cosines.</param>
    /// <param name="threePhases">A fall as long as the rise, back to the start, and then on to the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule OneCycle(
        double warmUpShare = 0.3, double startDivisor = 25, double endDivisor = 1e4, bool linear = false, bool threePhases = false) =>
        new OneCycleSchedule(warmUpShare, startDivisor, endDivisor, linear, threePhases);

    /// <summary>
    /// The rate rises along a straight line from base * <paramref name="startFactor"/>, then another schedule begins:
    /// PyTorch's LinearLR, base * (startFactor + (1 - startFactor) t / length), and SequentialLR.
    /// </summary>
    /// <remarks>
    /// For the schedule that follows, the training begins after the warm-up: its time and the length of the training are
    /// shorter by that much. After a warm-up in steps, epochs count from the start of the training.
    /// </remarks>
    /// <param name="length">How long the rate rises, at least 1.</param>
    /// <param name="then">What follows; null means the base rate.</param>
    /// <param name="startFactor">From 0 to 1; 1/3 by default.</param>
    /// <param name="unit">The unit of <paramref name="length"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule WarmUp(
        int length, LearningRateSchedule? then = null, double startFactor = 1 / 3.0, ScheduleUnit unit = ScheduleUnit.Epoch) =>
        new WarmUpSchedule(length, then ?? Constant(), startFactor, unit);

    /// <summary>
    /// The rate is multiplied by a factor when the loss has not fallen for more than <paramref name="patience"/> epochs:
    /// PyTorch's ReduceLROnPlateau with a relative threshold. The loss is that of the validation rows where there are any,
    /// else that of the epoch.
    /// </summary>
    /// <remarks>
    /// A negative loss (a log-likelihood may be one) has to fall by a share of its magnitude: below best - threshold * |best|. PyTorch
    /// multiplies a negative best by (1 - threshold) as well, which is above it, so that a loss that stands still never counts as a plateau.
    /// </remarks>
    /// <param name="factor">Between 0 and 1; 0.1 by default.</param>
    /// <param name="patience">How many epochs without a fall are borne, not negative; 10 by default.</param>
    /// <param name="threshold">A loss below best - threshold * |best| is a fall, best being the lowest so far; not negative, 1e-4 by default.</param>
    /// <param name="cooldown">For how many epochs after a reduction none are counted; 0 by default.</param>
    /// <param name="minimum">The smallest rate.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public static LearningRateSchedule ReduceOnPlateau(
        double factor = 0.1, int patience = 10, double threshold = 1e-4, int cooldown = 0, double minimum = 0) =>
        new PlateauSchedule(factor, patience, threshold, cooldown, minimum);

    /// <summary>Sets the numbers to remember as they are at the start of a training. They are zeros before.</summary>
    /// <param name="baseRate">The rate that the schedule starts from.</param>
    /// <param name="state">StateLength numbers.</param>
    public virtual void Start(double baseRate, Span<double> state)
    {
    }

    /// <summary>Returns the rate of the next step.</summary>
    /// <param name="baseRate">The rate that the schedule starts from.</param>
    /// <param name="position">Where the training is.</param>
    /// <param name="state">What the schedule remembers.</param>
    public abstract double Rate(double baseRate, TrainingPosition position, ReadOnlySpan<double> state);

    /// <summary>Is told the loss of an epoch when it is over.</summary>
    /// <param name="loss">The mean loss of the validation rows, or where there are none that of the epoch.</param>
    /// <param name="position">Where the training is: the epoch counts as completed.</param>
    /// <param name="state">What the schedule remembers, to be changed.</param>
    public virtual void EpochCompleted(double loss, TrainingPosition position, Span<double> state)
    {
    }
}
