using System;

namespace Wippy.Runtime;

/// <summary>A Lua error on its way to the <c>pcall</c> or the end of the task that catches it.</summary>
public sealed class LuaException : Exception
{
    /// <summary>Raises a value as it is: <c>error(value)</c>.</summary>
    public LuaException(LuaValue value)
        : this(value, null)
    {
    }

    /// <summary>Raises a message of the engine or of a library, with the position of the running call in front (spec/lua.md section 7).</summary>
    public LuaException(string message)
        : this(message, LuaState.CurrentPosition)
    {
    }

    /// <summary>Raises a message with a known position in front; position 0 adds nothing.</summary>
    public LuaException(string message, long at)
        : this(LuaString.FromUtf16(LuaChunk.Prefix(at) + message), null)
    {
        Position = at;
    }

    /// <summary>Raises a value caused by an exception of the host.</summary>
    public LuaException(LuaValue value, Exception? inner)
        : base(null, inner)
    {
        Value = value;
        Position = LuaState.CurrentPosition;
    }

    /// <summary>What was raised.</summary>
    public LuaValue Value { get; }

    /// <summary>Where it was raised, 0 if unknown.</summary>
    public long Position { get; }

    /// <summary>Best-effort text of the place where it was raised.</summary>
    public string Traceback => Position == 0 ? "" : LuaChunk.Prefix(Position).TrimEnd(' ', ':');

    /// <summary>The raised value as text.</summary>
    public override string Message => Value.IsNil || Value.IsTable ? "(error object is a " + Value.TypeName + " value)" : Value.ToString();

    /// <summary>Did the stack run out?</summary>
    internal bool IsStackOverflow { get; private init; }

    /// <summary>May <c>pcall</c> catch it? Everything but the end of the instance.</summary>
    internal static bool IsCatchable(Exception exception) => exception is not OperationCanceledException and not LuaTerminationException;

    /// <summary>What an error becomes when the handler of errors cannot handle it.</summary>
    internal const string HandlingError = "error in error handling";

    /// <summary>What <c>assert</c> raises without a message.</summary>
    internal static readonly LuaValue AssertionFailed = "assertion failed!";

    /// <summary>The stack has run out; again, if a handler is at work because it had before.</summary>
    internal static LuaException StackOverflow() =>
        LuaState.CurrentOrNull?.Scheduler.Running is { IsHandlingOverflow: true } ? new((LuaValue)HandlingError) { IsStackOverflow = true } : new("stack overflow") { IsStackOverflow = true };

    /// <summary>What <c>error</c> raises for a value: a message gets the position in front, if it is known.</summary>
    internal static LuaValue WithPosition(LuaValue value, long at) =>
        value.TryGetString(out var message) && LuaChunk.Prefix(at) is { Length: > 0 } prefix ? LuaOperators.Concat(prefix, message, 0) : value;

    /// <summary>The Lua view of any catchable exception.</summary>
    internal static LuaException From(Exception exception) => exception switch
    {
        LuaException lua => lua,
        InsufficientExecutionStackException => StackOverflow(),
        OutOfMemoryException => new LuaException((LuaValue)"not enough memory", exception),
        _ => new LuaException((LuaValue)new LuaError(LuaError.Internal, exception.Message) { Retryable = false }, exception),
    };
}

/// <summary>The end of an instance on its way out: no <c>pcall</c> catches it (spec/lua.md section 7, Errors).</summary>
public class LuaTerminationException : Exception
{
    /// <summary>Ends the instance.</summary>
    public LuaTerminationException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
