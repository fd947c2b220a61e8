using System;
using System.Collections.Generic;

namespace Wippy.Runtime;

/// <summary>A structured error (spec/modules.md section 3). Immutable.</summary>
public sealed class LuaError : LuaUserdata
{
    /// <summary>Kind UNKNOWN.</summary>
    public const string Unknown = "";

    /// <summary>Kind INVALID.</summary>
    public const string Invalid = "Invalid";

    /// <summary>Kind NOT_FOUND.</summary>
    public const string NotFound = "NotFound";

    /// <summary>Kind ALREADY_EXISTS.</summary>
    public const string AlreadyExists = "AlreadyExists";

    /// <summary>Kind PERMISSION_DENIED.</summary>
    public const string PermissionDenied = "PermissionDenied";

    /// <summary>Kind RATE_LIMITED.</summary>
    public const string RateLimited = "RateLimited";

    /// <summary>Kind UNAVAILABLE.</summary>
    public const string Unavailable = "Unavailable";

    /// <summary>Kind INTERNAL.</summary>
    public const string Internal = "Internal";

    /// <summary>Kind CANCELED.</summary>
    public const string Canceled = "Canceled";

    /// <summary>Kind CONFLICT.</summary>
    public const string Conflict = "Conflict";

    /// <summary>Kind TIMEOUT.</summary>
    public const string Timeout = "Timeout";

    private static readonly LuaTable Methods = CreateMethods();

    private readonly LuaString message;
    private readonly LuaTable? details;

    /// <summary>An error with retryability unspecified.</summary>
    public LuaError(string kind, string message)
        : this(kind, LuaString.FromUtf16(message))
    {
    }

    /// <summary>An error whose message is bytes.</summary>
    public LuaError(string kind, LuaString message)
    {
        Kind = kind;
        this.message = message;
        Position = LuaState.CurrentPosition;
    }

    /// <summary>One of the constants, or a text of the program.</summary>
    public new string Kind { get; }

    /// <summary>The message.</summary>
    public string Message => message.ToString();

    /// <summary>The message in bytes.</summary>
    public LuaString MessageBytes => message;

    /// <summary>May the caller try again? Null when unspecified.</summary>
    public bool? Retryable { get; init; }

    /// <summary>More about it, owned by the error; Lua sees copies.</summary>
    public LuaTable? Details
    {
        get => details;
        init => details = value;
    }

    /// <summary>Texts added by <c>errors.wrap</c>, newest first.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>The error that this one wraps.</summary>
    public LuaError? Inner { get; init; }

    /// <summary>Where it was made, 0 if unknown.</summary>
    public long Position { get; init; }

    /// <summary>Contexts and position, one per line.</summary>
    public string Stack
    {
        get
        {
            var lines = new List<string>(Contexts) { Message };
            if (Position != 0)
            {
                lines.Add("\tat " + LuaChunk.Prefix(Position).TrimEnd(' ', ':'));
            }

            return string.Join('\n', lines);
        }
    }

    /// <summary>The two results of a failed module function: nil and the error, not retryable.</summary>
    public static LuaValues Fail(string kind, string message, bool? retryable = false) =>
        new(default, new LuaError(kind, message) { Retryable = retryable });

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => Message;

    private static LuaTable CreateMethods()
    {
        var methods = new LuaTable();
        Add("kind", e => LuaString.FromUtf16(e.Kind));
        Add("message", e => e.message);
        Add("retryable", e => e.Retryable is bool retryable ? retryable : LuaValue.Nil);
        Add("details", e => e.details is null ? LuaValue.Nil : LuaCopy.Copy(e.details));
        Add("stack", e => LuaString.FromUtf16(e.Stack));
        return methods.Freeze();

        void Add(string name, Func<LuaError, LuaValue> body) =>
            methods[name] = new LuaFunction1(name, self => body(LuaArguments.CheckUserdata<LuaError>(self, 1, name, "error")));
    }
}
