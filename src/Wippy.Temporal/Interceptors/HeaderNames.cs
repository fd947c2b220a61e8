namespace Wippy.Temporal.Interceptors;

/// <summary>Names of the headers and reserved keys on the wire (spec/temporal.md sections 7 and 13).</summary>
internal static class HeaderNames
{
    /// <summary>Header with the context values.</summary>
    public const string Context = "wippy-context";

    /// <summary>Header with actor and policies.</summary>
    public const string Security = "wippy-security";

    /// <summary>Key inside the context header of a signal: PID of the sender.</summary>
    public const string SignalFrom = "temporal.signal.from";
}
