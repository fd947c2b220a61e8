using System.Text;

namespace Wippy.Runtime.Modules;

/// <summary>The <c>logger</c> module: leveled lines with fields, through the output of the host.</summary>
public static class LoggerModule
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Libraries.LibraryTable.Create(Functions());

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    /// <summary>The functions of the module, which are also the methods of a logger.</summary>
    internal static LuaFunction[] Functions() =>
    [
        Level("debug"),
        Level("info"),
        Level("warn"),
        Level("error"),
        new LuaMultiFunctionN("with", args =>
        {
            var logger = Self(ref args);
            return new(logger.With(args.CheckTable(1, "with")));
        }),
        new LuaMultiFunctionN("named", args =>
        {
            var logger = Self(ref args);
            var name = args.CheckString(1, "named").ToString();
            return name.Length == 0 ? throw LuaArguments.Bad(1, "named", "name must not be empty") : new(logger.Named(name));
        }),
    ];

    private static LuaFunction Level(string name) => new LuaMultiFunctionN(name, args =>
    {
        var logger = Self(ref args);
        logger.Write(name, args.CheckString(1, name).ToString(), args[1].TryGetTable(out var fields) ? fields : null);
        return LuaValues.Empty;
    });

    private static LuaLogger Self(ref LuaValues args)
    {
        if (args[0].TryGetUserdata<LuaLogger>(out var logger))
        {
            args = args.From(1);
            return logger;
        }

        // logger:info("x") passes the module table; logger.info("x") does not.
        args = args[0].TryGetTable(out var table) && table == Table ? args.From(1) : args;
        return LuaLogger.Root;
    }
}

/// <summary>A logger with a name and fields of its own.</summary>
public sealed class LuaLogger : LuaUserdata
{
    private static readonly LuaTable Methods = Libraries.LibraryTable.Create(LoggerModule.Functions());

    private readonly string name;
    private readonly LuaTable fields;

    private LuaLogger(string name, LuaTable fields)
    {
        this.name = name;
        this.fields = fields;
    }

    internal static LuaLogger Root { get; } = new("", new LuaTable());

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => LuaOperators.Identity("logger", this);

    internal LuaLogger Named(string part) => new(name.Length == 0 ? part : name + "." + part, fields);

    internal LuaLogger With(LuaTable more)
    {
        var merged = LuaCopy.Copy(fields).AsTable();
        var position = 0;
        while (more.Next(ref position, out var key, out var value))
        {
            merged[key] = LuaCopy.Copy(value);
        }

        return new(name, merged);
    }

    internal void Write(string level, string message, LuaTable? more)
    {
        var lua = LuaState.Current;
        var line = new StringBuilder(level).Append(' ');
        if (name.Length > 0)
        {
            line.Append(name).Append(": ");
        }

        line.Append(message);
        Append(line, fields);
        if (more is not null)
        {
            Append(line, more);
        }

        var location = LuaChunk.Prefix(lua.Position).TrimEnd(' ', ':');
        LuaStack.OnOrigin(() =>
        {
            lua.Host.Print(line.ToString(), location);
            return true;
        });
    }

    private static void Append(StringBuilder line, LuaTable fields)
    {
        var position = 0;
        while (fields.Next(ref position, out var key, out var value))
        {
            line.Append(' ').Append(key).Append('=').Append(value);
        }
    }
}
