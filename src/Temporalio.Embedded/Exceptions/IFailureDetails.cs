namespace Temporalio.Exceptions;

/// <summary>The details of a failure, whether set here or received.</summary>
public interface IFailureDetails
{
    /// <summary>Number of details.</summary>
    int Count { get; }

    /// <summary>Gets one detail.</summary>
    /// <typeparam name="T">Type to convert to.</typeparam>
    /// <param name="index">Zero-based index.</param>
    /// <returns>The converted detail.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">There is no such detail.</exception>
    T ElementAt<T>(int index);
}
