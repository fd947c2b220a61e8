using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>One instance: one workflow run, process or function call. It has globals and module instances of its own.</summary>
public sealed partial class LuaState
{
    [ThreadStatic]
    private static LuaState? current;

    /// <summary>The position of the call that runs, for messages and <c>error</c>. Stored before every call.</summary>
    public long Position;

    // LuaStack.Verified of the thread that runs the instance: a field is cheaper to read than a thread static.
    private nuint verifiedStack;

    internal LuaState(LuaHost host, NumberFormat numberFormat)
    {
        Host = host;
        NumberFormat = numberFormat;
        Globals = new LuaTable(0, 64);
        Scheduler = new LuaScheduler(this);
    }

    /// <summary>The instance whose code is running on this thread.</summary>
    public static LuaState Current => current ?? throw new InvalidOperationException("No Lua instance is running on this thread.");

    /// <summary>The global variables.</summary>
    public LuaTable Globals { [MethodImpl(JitOptions.Accessor)] get; }

    /// <summary>The scheduler.</summary>
    public LuaScheduler Scheduler { get; }

    /// <summary>The surroundings.</summary>
    public LuaHost Host { get; }

    /// <summary>How floats are written.</summary>
    public NumberFormat NumberFormat { get; }

    /// <summary>What <c>require</c> finds: standard library, listed modules, imported libraries.</summary>
    public IDictionary<string, LuaValue> Loaded { get; } = new SortedDictionary<string, LuaValue>(StringComparer.Ordinal);

    internal static LuaState? CurrentOrNull => current;

    internal static long CurrentPosition => current?.Position ?? 0;

    internal static NumberFormat CurrentNumberFormat => current?.NumberFormat ?? NumberFormat.Wippy;

    /// <summary>What a function of the library has called last: nobody named it, so messages use its name in the loaded modules.</summary>
    internal LuaValue UnnamedCallee { get; set; }

    /// <summary>Has deep recursion left the thread that the instance was entered on?</summary>
    internal bool IsOnBigStack { get; set; }

    internal LuaIdentity Identities { get; } = new();

    /// <summary>The random numbers of <c>math.random</c>, once seeded.</summary>
    internal LuaRandom? Random { get; set; }

    /// <summary>Is there too little stack left for another call? Only for code that the instance runs.</summary>
    public unsafe bool IsStackLow
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            byte marker;
            return ~(nuint)(&marker) > verifiedStack && IsStackReallyLow();
        }
    }

    /// <summary>Calls a value for its first result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue Call(LuaValue f, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().Call() : CallFirstSlow(f, at, what);
    }

    /// <inheritdoc cref="Call(LuaValue, long, string?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue Call(LuaValue f, LuaValue a, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().Call(a) : CallFirstSlow(f, a, at, what);
    }

    /// <inheritdoc cref="Call(LuaValue, long, string?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue Call(LuaValue f, LuaValue a, LuaValue b, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().Call(a, b) : CallFirstSlow(f, a, b, at, what);
    }

    /// <inheritdoc cref="Call(LuaValue, long, string?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue Call(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().Call(a, b, c) : CallFirstSlow(f, a, b, c, at, what);
    }

    /// <inheritdoc cref="Call(LuaValue, long, string?)"/>
    public LuaValue Call(LuaValue f, LuaValues args, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().Call(args) : CallSlow(f, args, at, what).First;
    }

    /// <summary>Calls a value for all results.</summary>
    public LuaValues CallAll(LuaValue f, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallAll() : CallSlow(f, LuaValues.Empty, at, what);
    }

    /// <inheritdoc cref="CallAll(LuaValue, long, string?)"/>
    public LuaValues CallAll(LuaValue f, LuaValue a, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallAll(a) : CallSlow(f, new LuaValues(a), at, what);
    }

    /// <inheritdoc cref="CallAll(LuaValue, long, string?)"/>
    public LuaValues CallAll(LuaValue f, LuaValue a, LuaValue b, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallAll(a, b) : CallSlow(f, new LuaValues(a, b), at, what);
    }

    /// <inheritdoc cref="CallAll(LuaValue, long, string?)"/>
    public LuaValues CallAll(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallAll(a, b, c) : CallSlow(f, new LuaValues([a, b, c]), at, what);
    }

    /// <inheritdoc cref="CallAll(LuaValue, long, string?)"/>
    public LuaValues CallAll(LuaValue f, LuaValues args, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallAll(args) : CallSlow(f, args, at, what);
    }

    /// <summary>Calls a value for the first two results: gives the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue CallTwo(LuaValue f, LuaValue a, long at, string? what, out LuaValue second)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTwo(a, out second) : CallTwoSlow(f, a, at, what, out second);
    }

    /// <inheritdoc cref="CallTwo(LuaValue, LuaValue, long, string?, out LuaValue)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue CallTwo(LuaValue f, LuaValue a, LuaValue b, long at, string? what, out LuaValue second)
    {
        Position = at;
        return f.IsFunction && !IsStackLow ? f.AsFunction().CallTwo(a, b, out second) : CallTwoSlow(f, a, b, at, what, out second);
    }

    /// <summary>Calls a value where waiting is allowed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaTask<LuaValues> CallAsync(LuaValue f, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().CallAsync() : CallAsyncSlow(f, LuaValues.Empty, at, what);
    }

    /// <inheritdoc cref="CallAsync(LuaValue, long, string?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaTask<LuaValues> CallAsync(LuaValue f, LuaValue a, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().CallAsync(a) : CallAsyncSlow(f, new LuaValues(a), at, what);
    }

    /// <inheritdoc cref="CallAsync(LuaValue, long, string?)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaTask<LuaValues> CallAsync(LuaValue f, LuaValue a, LuaValue b, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().CallAsync(a, b) : CallAsyncSlow(f, new LuaValues(a, b), at, what);
    }

    /// <inheritdoc cref="CallAsync(LuaValue, long, string?)"/>
    public LuaTask<LuaValues> CallAsync(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().CallAsync(a, b, c) : CallAsyncSlow(f, new LuaValues([a, b, c]), at, what);
    }

    /// <inheritdoc cref="CallAsync(LuaValue, long, string?)"/>
    public LuaTask<LuaValues> CallAsync(LuaValue f, LuaValues args, long at, string? what = null)
    {
        Position = at;
        return f.IsFunction ? f.AsFunction().CallAsync(args) : CallAsyncSlow(f, args, at, what);
    }

    /// <summary>
    /// The value of a global variable, through a per-site cache; a metatable of <c>_G</c> is honoured. The line is for what that raises;
    /// generated code leaves it out for names of the library.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue GetGlobal(LuaString name, ref int slot, long at = 0)
    {
        var value = Globals.GetRaw(name, ref slot);
        return value.IsNil && Globals.Metatable is not null ? LuaOperators.Index(Globals, (LuaValue)name, at) : value;
    }

    /// <summary>Assigns a global variable; a metatable of <c>_G</c> is honoured.</summary>
    public void SetGlobal(LuaString name, LuaValue v, long at)
    {
        if (Globals.Metatable is null)
        {
            Globals[name] = v;
        }
        else
        {
            LuaOperators.SetIndex(Globals, (LuaValue)name, v, at);
        }
    }

    /// <summary>Makes an instance the running one of this thread and gives the former.</summary>
    internal static LuaState? Enter(LuaState? lua)
    {
        var previous = current;
        current = lua;
        lua?.VerifyStackAgain();
        return previous;
    }

    /// <summary>The instance goes on on this thread.</summary>
    internal void VerifyStackAgain() => verifiedStack = LuaStack.Verified;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsStackReallyLow()
    {
        var low = LuaStack.IsReallyLow();
        verifiedStack = LuaStack.Verified;
        return low;
    }

    /// <summary>The name of a library function in messages: qualified if it was called without a name.</summary>
    internal static string QualifyName(string name)
    {
        if (current is { Position: 0 } lua && lua.UnnamedCallee.TryGetFunction(out var callee) && callee.Name == name)
        {
            foreach (var (module, value) in lua.Loaded)
            {
                if (module != "_G" && value.TryGetTable(out var table) && table[LuaString.FromUtf16(name)] == callee)
                {
                    return module + "." + name;
                }
            }
        }

        return name;
    }

    internal static LuaState EnterSynchronous()
    {
        var lua = Current;
        lua.Scheduler.EnterBarrier();
        return lua;
    }

    internal void LeaveSynchronous() => Scheduler.LeaveBarrier();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValues CallSlow(LuaValue f, LuaValues args, long at, string? what)
    {
        if (LuaStack.IsLow)
        {
            return LuaStack.Run((f, args, at, what), static s => CallSlow(s.f, s.args, s.at, s.what));
        }

        var function = Callable(f, ref args, at, what);
        return function.CallAll(args);
    }

    // Lists of values are made in these only: within the method of a caller, which has this expanded, each would be cleared at its entry.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue CallFirstSlow(LuaValue f, long at, string? what) =>
        TryGetHandler(f, out var handler) ? handler.Call(f) : CallSlow(f, LuaValues.Empty, at, what).First;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue CallFirstSlow(LuaValue f, LuaValue a, long at, string? what) =>
        TryGetHandler(f, out var handler) ? handler.Call(f, a) : CallSlow(f, new LuaValues(a), at, what).First;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue CallFirstSlow(LuaValue f, LuaValue a, LuaValue b, long at, string? what) =>
        TryGetHandler(f, out var handler) ? handler.Call(f, a, b) : CallSlow(f, new LuaValues(a, b), at, what).First;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue CallFirstSlow(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what) => CallSlow(f, new LuaValues([a, b, c]), at, what).First;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue CallTwoSlow(LuaValue f, LuaValue a, long at, string? what, out LuaValue second)
    {
        (var first, second) = CallSlow(f, new LuaValues(a), at, what);
        return first;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaValue CallTwoSlow(LuaValue f, LuaValue a, LuaValue b, long at, string? what, out LuaValue second)
    {
        (var first, second) = CallSlow(f, new LuaValues(a, b), at, what);
        return first;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LuaTask<LuaValues> CallAsyncSlow(LuaValue f, LuaValues args, long at, string? what)
    {
        var function = Callable(f, ref args, at, what);
        return function.CallAsync(args);
    }

    /// <summary>The function that is <c>__call</c> of a table, while there is stack to call it.</summary>
    private static bool TryGetHandler(LuaValue f, [NotNullWhen(true)] out LuaFunction? handler)
    {
        handler = null;
        return f.TryGetTable(out var table) && table.Metatable is { } metatable && metatable.GetMetamethod(LuaMetamethod.Call).TryGetFunction(out handler)
            && !LuaStack.IsLow;
    }

    /// <summary>What is raised when a value that is no function is called.</summary>
    private static LuaException CannotCall(LuaValue f, long at, string? what) => new($"attempt to call a {LuaOperators.TypeNameOf(f)} value{LuaOperators.Describe(what)}", at);

    /// <summary>What a call without a name raises for a value that can never be called; null for one that may be.</summary>
    internal static LuaException? RejectCallee(LuaValue f) => f.IsFunction || f.IsTable || f.IsUserdata ? null : CannotCall(f, 0, null);

    /// <summary>The function behind a value, or its <c>__call</c>, which must be a function (Lua manual 2.4), with the value as first argument.</summary>
    private static LuaFunction Callable(LuaValue f, ref LuaValues args, long at, string? what)
    {
        if (f.TryGetFunction(out var function))
        {
            return function;
        }

        var handler = LuaOperators.GetMetamethod(f, LuaMetamethod.Call);
        handler = handler.IsNil ? LuaTypeValue.CastOf(f) : handler;
        if (!handler.TryGetFunction(out var called))
        {
            throw CannotCall(f, at, what);
        }

        args = LuaValues.Append(f, args);
        return called;
    }
}
