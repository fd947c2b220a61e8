namespace Temporalio.Worker.Tuning;

/// <summary>How many calls of a worker wait for tasks. In the process of the engine one is always enough, so it has no effect.</summary>
public abstract class PollerBehavior
{
    private PollerBehavior()
    {
    }

    /// <summary>As many as are of use.</summary>
    public sealed class Autoscaling : PollerBehavior
    {
        /// <summary>Initializes a new instance of the <see cref="Autoscaling"/> class.</summary>
        /// <param name="minimum">The smallest number.</param>
        /// <param name="maximum">The greatest number.</param>
        /// <param name="initial">The first number.</param>
        public Autoscaling(int minimum = 1, int maximum = 100, int initial = 5)
        {
            Minimum = minimum;
            Maximum = maximum;
            Initial = initial;
        }

        /// <summary>Gets the first number.</summary>
        public int Initial { get; }

        /// <summary>Gets the greatest number.</summary>
        public int Maximum { get; }

        /// <summary>Gets the smallest number.</summary>
        public int Minimum { get; }
    }

    /// <summary>Up to a number.</summary>
    public sealed class SimpleMaximum : PollerBehavior
    {
        /// <summary>Initializes a new instance of the <see cref="SimpleMaximum"/> class.</summary>
        /// <param name="maximum">The number.</param>
        public SimpleMaximum(int maximum) => Maximum = maximum;

        /// <summary>Gets the number.</summary>
        public int Maximum { get; }
    }
}
