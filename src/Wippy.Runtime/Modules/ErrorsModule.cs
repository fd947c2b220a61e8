using System;

namespace Wippy.Runtime.Modules;

/// <summary>The <c>errors</c> table (spec/modules.md section 3).</summary>
public static class ErrorsModule
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Create();

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaTable Create()
    {
        var table = Libraries.LibraryTable.Fill(
            new LuaMultiFunctionN("new", args => new(New(args))),
            new LuaMultiFunctionN("wrap", args => new(Wrap(args))),
            new LuaMultiFunctionN("is", args => new(Is(args[0], args.CheckString(2, "is").ToString()))),
            new LuaMultiFunctionN("call_stack", args => new(CallStack(args[0]))));
        table["UNKNOWN"] = LuaError.Unknown;
        table["INVALID"] = LuaError.Invalid;
        table["NOT_FOUND"] = LuaError.NotFound;
        table["ALREADY_EXISTS"] = LuaError.AlreadyExists;
        table["PERMISSION_DENIED"] = LuaError.PermissionDenied;
        table["RATE_LIMITED"] = LuaError.RateLimited;
        table["UNAVAILABLE"] = LuaError.Unavailable;
        table["INTERNAL"] = LuaError.Internal;
        table["CANCELED"] = LuaError.Canceled;
        table["CONFLICT"] = LuaError.Conflict;
        table["TIMEOUT"] = LuaError.Timeout;
        return table.Freeze();
    }

    private static LuaValue New(LuaValues args)
    {
        if (args[0].TryGetString(out var text))
        {
            return new LuaError(LuaError.Unknown, text);
        }

        if (!args[0].TryGetTable(out var fields))
        {
            throw LuaArguments.BadType(args[0], 1, "new", "string or table", args.Count > 0);
        }

        var message = fields["message"].TryGetString(out var given) ? given : throw Wrong("message", "string", fields["message"]);
        var kind = fields["kind"];
        var retryable = fields["retryable"];
        var details = fields["details"];
        if (!kind.IsNil && !kind.IsString)
        {
            throw Wrong("kind", "string", kind);
        }

        if (!retryable.IsNil && !retryable.IsBoolean)
        {
            throw Wrong("retryable", "boolean", retryable);
        }

        if (!details.IsNil && !details.IsTable)
        {
            throw Wrong("details", "table", details);
        }

        return new LuaError(kind.TryGetString(out var name) ? name.ToString() : LuaError.Unknown, message)
        {
            Retryable = retryable.IsNil ? null : retryable.AsBoolean(),
            Details = details.IsNil ? null : CopyDetails(details.AsTable()),
        };
    }

    private static LuaTable CopyDetails(LuaTable details)
    {
        var position = 0;
        while (details.Next(ref position, out var key, out _))
        {
            if (!key.IsString)
            {
                throw LuaArguments.Bad(1, "new", "details must have string keys");
            }
        }

        return LuaCopy.Copy(details).AsTable();
    }

    private static LuaException Wrong(string field, string expected, LuaValue value) =>
        LuaArguments.Bad(1, "new", $"field '{field}': {expected} expected, got {value.TypeName}");

    private static LuaValue Wrap(LuaValues args)
    {
        var context = args[1].TryGetUserdata<LuaError>(out var cause) ? cause.Message : args.CheckString(2, "wrap").ToString();
        if (args[0].TryGetUserdata<LuaError>(out var error))
        {
            return new LuaError(error.Kind, error.MessageBytes)
            {
                Retryable = error.Retryable,
                Details = error.Details,
                Contexts = [context, .. error.Contexts],
                Inner = error,
                Position = error.Position,
            };
        }

        return args[0].TryGetString(out var message)
            ? new LuaError(LuaError.Unknown, message) { Contexts = [context] }
            : throw LuaArguments.BadType(args[0], 1, "wrap", "error or string", args.Count > 0);
    }

    private static bool Is(LuaValue value, string kind)
    {
        for (var error = value.TryGetUserdata<LuaError>(out var first) ? first : null; error is not null; error = error.Inner)
        {
            if (error.Kind.Equals(kind, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static LuaValue CallStack(LuaValue value)
    {
        if (!value.TryGetUserdata<LuaError>(out var error) || error.Position == 0)
        {
            return default;
        }

        var (source, line) = LuaChunk.Resolve(error.Position);
        var frame = new LuaTable { ["level"] = 0, ["source"] = source, ["line"] = line, ["name"] = "?", ["type"] = "Lua" };
        return new LuaTable { ["thread"] = "main", ["frames"] = new LuaTable { [1L] = frame } };
    }
}
