using System;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <content>
/// Operators and calls of values in functions that give errors back. Each asks for what makes it fail most often, a value of a type that has no such operator;
/// what else goes wrong, in metamethods above all, is raised as everywhere.
/// </content>
public sealed partial class LuaState
{
    /// <summary><c>obj[key]</c>.</summary>
    public LuaValue IndexOrFail(LuaValue obj, LuaValue key, long at, string? what = null) =>
        CanIndex(obj) ? LuaOperators.Index(obj, key, at, what) : FailWith(LuaOperators.CannotIndex(obj, at, what).Value);

    /// <summary><c>obj.key</c> through a per-site cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue IndexOrFail(LuaValue obj, LuaString key, ref int slot, long at, string? what = null) =>
        obj.TryGetTable(out var table) && table.TryGetCached(key, slot, out var value) ? value : IndexFieldOrFail(obj, key, ref slot, at, what);

    /// <summary><c>obj[key]</c> with an integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue IndexOrFail(LuaValue obj, long key, long at, string? what = null) =>
        obj.TryGetTable(out var table) && table.TryGetElement(key, out var value) ? value : IndexOrFail(obj, (LuaValue)key, at, what);

    /// <summary>The function of a method call <c>obj:name()</c>.</summary>
    public LuaValue MethodOrFail(LuaValue obj, LuaString name, ref LuaMethodCache? cache, ref int slot, long at, string? what = null) =>
        CanIndex(obj) ? LuaOperators.Method(obj, name, ref cache, ref slot, at, what) : FailWith(LuaOperators.CannotIndex(obj, at, what).Value);

    /// <summary><c>obj[key] = value</c>.</summary>
    public void SetIndexOrFail(LuaValue obj, LuaValue key, LuaValue value, long at, string? what = null)
    {
        if (CanStore(obj, at, what))
        {
            LuaOperators.SetIndex(obj, key, value, at, what);
        }
    }

    /// <summary><c>obj.key = value</c> through a per-site cache.</summary>
    public void SetIndexOrFail(LuaValue obj, LuaString key, LuaValue value, ref int slot, long at, string? what = null)
    {
        if (CanStore(obj, at, what))
        {
            LuaOperators.SetIndex(obj, key, value, ref slot, at, what);
        }
    }

    /// <summary><c>obj[key] = value</c> with an integer.</summary>
    public void SetIndexOrFail(LuaValue obj, long key, LuaValue value, long at, string? what = null)
    {
        if (CanStore(obj, at, what))
        {
            LuaOperators.SetIndex(obj, key, value, at, what);
        }
    }

    /// <summary><c>a + b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue AddOrFail(LuaValue a, LuaValue b, long at, string? left = null, string? right = null) =>
        a.IsInteger && b.IsInteger ? unchecked(a.Bits + b.Bits)
        : a.IsFloat && b.IsFloat ? a.AsFloat() + b.AsFloat()
        : AddOtherOrFail(a, b, at, left, right);

    /// <summary><c>a - b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue SubtractOrFail(LuaValue a, LuaValue b, long at, string? left = null, string? right = null) =>
        a.IsInteger && b.IsInteger ? unchecked(a.Bits - b.Bits)
        : a.IsFloat && b.IsFloat ? a.AsFloat() - b.AsFloat()
        : SubtractOtherOrFail(a, b, at, left, right);

    /// <summary><c>a * b</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue MultiplyOrFail(LuaValue a, LuaValue b, long at, string? left = null, string? right = null) =>
        a.IsInteger && b.IsInteger ? unchecked(a.Bits * b.Bits)
        : a.IsFloat && b.IsFloat ? a.AsFloat() * b.AsFloat()
        : MultiplyOtherOrFail(a, b, at, left, right);

    /// <summary><c>a / b</c>.</summary>
    public LuaValue DivideOrFail(LuaValue a, LuaValue b, long at, string? left = null, string? right = null) =>
        LuaOperators.CanCompute(LuaMetamethod.Divide, a, b) ? LuaOperators.Divide(a, b, at, left, right) : FailToCompute(a, b, at, left, right);

    /// <summary><c>-a</c>.</summary>
    public LuaValue NegateOrFail(LuaValue a, long at, string? what = null) =>
        LuaOperators.CanCompute(LuaMetamethod.Negate, a, a) ? LuaOperators.Negate(a, at, what) : FailToCompute(a, a, at, what, what);

    /// <summary><c>a .. b</c>.</summary>
    public LuaValue ConcatOrFail(LuaValue a, LuaValue b, long at, string? left = null, string? right = null) =>
        LuaOperators.CanConcat(a, b) ? LuaOperators.Concat(a, b, at, left, right) : FailWith(LuaOperators.CannotConcat(a, b, at, left, right).Value);

    /// <summary><c>a .. b .. c</c>.</summary>
    public LuaValue ConcatOrFail(ReadOnlySpan<LuaValue> values, long at, params ReadOnlySpan<string?> what) =>
        LuaOperators.CannotConcat(values, at, what) is { } error ? FailWith(error.Value) : LuaOperators.Concat(values, at, what);

    /// <summary><c>#a</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LuaValue LengthOrFail(LuaValue a, long at, string? what = null) =>
        a.IsTable || a.IsString ? LuaOperators.Length(a, at, what) : LengthOtherOrFail(a, at, what);

    /// <summary><c>a &lt; b</c>.</summary>
    public bool LessThanOrFail(LuaValue a, LuaValue b, long at) =>
        LuaOperators.CanCompare(LuaMetamethod.LessThan, a, b) ? LuaOperators.LessThan(a, b, at) : FailToCompare(a, b, at);

    /// <summary><c>a &lt;= b</c>.</summary>
    public bool LessOrEqualOrFail(LuaValue a, LuaValue b, long at) =>
        LuaOperators.CanCompare(LuaMetamethod.LessOrEqual, a, b) ? LuaOperators.LessOrEqual(a, b, at) : FailToCompare(a, b, at);

    /// <summary>Calls a value for its first result; the running function fails too if it gives back an error.</summary>
    public LuaValue CallOrFail(LuaValue f, long at, string? what = null) =>
        !CanCall(f, at, what) ? default : f.Reference is LuaOpenFunction open && !IsStackLow ? Given(open.CallTail()) : Accepts(f, []) ? Call(f, at, what) : default;

    /// <inheritdoc cref="CallOrFail(LuaValue, long, string?)"/>
    public LuaValue CallOrFail(LuaValue f, LuaValue a, long at, string? what = null) =>
        !CanCall(f, at, what) ? default : f.Reference is LuaOpenFunction open && !IsStackLow ? Given(open.CallTail(a)) : Accepts(f, [a]) ? Call(f, a, at, what) : default;

    /// <inheritdoc cref="CallOrFail(LuaValue, long, string?)"/>
    public LuaValue CallOrFail(LuaValue f, LuaValue a, LuaValue b, long at, string? what = null) =>
        !CanCall(f, at, what) ? default : f.Reference is LuaOpenFunction open && !IsStackLow ? Given(open.CallTail(a, b)) : Accepts(f, [a, b]) ? Call(f, a, b, at, what) : default;

    /// <inheritdoc cref="CallOrFail(LuaValue, long, string?)"/>
    public LuaValue CallOrFail(LuaValue f, LuaValue a, LuaValue b, LuaValue c, long at, string? what = null) =>
        !CanCall(f, at, what) ? default : f.Reference is LuaOpenFunction open && !IsStackLow ? Given(open.CallTail(a, b, c)) : Accepts(f, [a, b, c]) ? Call(f, a, b, c, at, what) : default;

    /// <inheritdoc cref="CallOrFail(LuaValue, long, string?)"/>
    public LuaValue CallOrFail(LuaValue f, LuaValues args, long at, string? what = null) =>
        !CanCall(f, at, what) ? default : f.Reference is LuaOpenFunction open && !IsStackLow ? Given(open.CallTail(args)) : Accepts(f, args.AsSpan()) ? Call(f, args, at, what) : default;

    /// <summary>Calls a function of the library for its first result; wrong arguments are an error of the running function.</summary>
    public LuaValue CallKnownOrFail(LuaFunction f, long at) => Accepts(f, [], at) ? CallKnown(f, at) : default;

    /// <inheritdoc cref="CallKnownOrFail(LuaFunction, long)"/>
    public LuaValue CallKnownOrFail(LuaFunction f, LuaValue a, long at) => Accepts(f, [a], at) ? CallKnown(f, a, at) : default;

    /// <inheritdoc cref="CallKnownOrFail(LuaFunction, long)"/>
    public LuaValue CallKnownOrFail(LuaFunction f, LuaValue a, LuaValue b, long at) => Accepts(f, [a, b], at) ? CallKnown(f, a, b, at) : default;

    /// <inheritdoc cref="CallKnownOrFail(LuaFunction, long)"/>
    public LuaValue CallKnownOrFail(LuaFunction f, LuaValue a, LuaValue b, LuaValue c, long at) => Accepts(f, [a, b, c], at) ? CallKnown(f, a, b, c, at) : default;

    /// <inheritdoc cref="CallKnownOrFail(LuaFunction, long)"/>
    public LuaValue CallKnownOrFail(LuaFunction f, ReadOnlySpan<LuaValue> args, long at) => Accepts(f, args, at) ? CallKnown(f, args, at) : default;

    private LuaValue IndexFieldOrFail(LuaValue obj, LuaString key, ref int slot, long at, string? what) =>
        CanIndex(obj) ? LuaOperators.Index(obj, key, ref slot, at, what) : FailWith(LuaOperators.CannotIndex(obj, at, what).Value);

    private LuaValue AddOtherOrFail(LuaValue a, LuaValue b, long at, string? left, string? right) =>
        LuaOperators.CanCompute(LuaMetamethod.Add, a, b) ? LuaOperators.Add(a, b, at, left, right) : FailToCompute(a, b, at, left, right);

    private LuaValue SubtractOtherOrFail(LuaValue a, LuaValue b, long at, string? left, string? right) =>
        LuaOperators.CanCompute(LuaMetamethod.Subtract, a, b) ? LuaOperators.Subtract(a, b, at, left, right) : FailToCompute(a, b, at, left, right);

    private LuaValue MultiplyOtherOrFail(LuaValue a, LuaValue b, long at, string? left, string? right) =>
        LuaOperators.CanCompute(LuaMetamethod.Multiply, a, b) ? LuaOperators.Multiply(a, b, at, left, right) : FailToCompute(a, b, at, left, right);

    private LuaValue LengthOtherOrFail(LuaValue a, long at, string? what) =>
        LuaOperators.GetMetamethod(a, LuaMetamethod.Length).IsNil ? FailWith(LuaOperators.HasNoLength(a, at, what).Value) : LuaOperators.Length(a, at, what);

    private static bool CanIndex(LuaValue obj) => obj.IsTable || obj.IsString || obj.IsUserdata;

    private bool CanStore(LuaValue obj, long at, string? what)
    {
        if (obj.IsTable)
        {
            return true;
        }

        FailWith(LuaOperators.CannotIndex(obj, at, what).Value);
        return false;
    }

    private LuaValue FailToCompute(LuaValue a, LuaValue b, long at, string? left, string? right) =>
        FailWith(LuaOperators.CannotCompute(a, b, at, left, right).Value);

    private bool FailToCompare(LuaValue a, LuaValue b, long at)
    {
        FailWith(LuaOperators.CannotCompare(a, b, at).Value);
        return false;
    }

    private bool CanCall(LuaValue f, long at, string? what)
    {
        Position = at;
        if (f.IsFunction || f.IsTable || f.IsUserdata)
        {
            return true;
        }

        FailWith(CannotCall(f, at, what).Value);
        return false;
    }

    // The position of the call is stored.
    private bool Accepts(LuaValue f, ReadOnlySpan<LuaValue> args)
    {
        if (!f.IsFunction || f.AsFunction() is not { Parameters: { } parameters } function || parameters.Reject(function.Name, args) is not { } error)
        {
            return true;
        }

        FailWith(error.Value);
        return false;
    }

    private bool Accepts(LuaFunction f, ReadOnlySpan<LuaValue> args, long at)
    {
        Position = at;
        return Accepts(f, args);
    }

    // The first result of a call that may have given back an error.
    private LuaValue Given(LuaResult result)
    {
        if (result.IsOne)
        {
            return result.One;
        }

        var values = result.Take();
        return values.IsError ? FailWith(values.First) : Finish(values).First;
    }
}
