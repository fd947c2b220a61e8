namespace Temporalio.Client;

/// <summary>How calls are compressed. The in-process engine has no wire, so the choice has no effect there.</summary>
public abstract record GrpcCompression
{
    private GrpcCompression()
    {
    }

    /// <summary>No compression.</summary>
    public sealed record None : GrpcCompression
    {
        /// <summary>Initializes a new instance of the <see cref="None"/> class.</summary>
        public None()
        {
        }
    }

    /// <summary>Compression with gzip.</summary>
    public sealed record Gzip : GrpcCompression
    {
        /// <summary>Initializes a new instance of the <see cref="Gzip"/> class.</summary>
        public Gzip()
        {
        }
    }
}
