using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Wippy.Runtime;

/// <summary>
/// A Lua value in 16 bytes: a reference (the tag of a primitive, or the heap object) and 64 bits (the integer, the float or the boolean).
/// The default value is nil.
/// </summary>
public readonly struct LuaValue : IEquatable<LuaValue>
{
    internal readonly object? Reference;
    internal readonly long Bits;

    [MethodImpl(JitOptions.Accessor)]
    internal LuaValue(object? reference, long bits)
    {
        Reference = reference;
        Bits = bits;
    }

    /// <summary>A value that is the given heap object; nil for null.</summary>
    [MethodImpl(JitOptions.Accessor)]
    internal LuaValue(LuaObject? reference)
    {
        Reference = reference;
        Bits = 0;
    }

    /// <summary>nil.</summary>
    public static LuaValue Nil
    {
        [MethodImpl(JitOptions.Accessor)]
        get => default;
    }

    /// <summary>true.</summary>
    public static LuaValue True
    {
        [MethodImpl(JitOptions.Accessor)]
        get => new(LuaTag.Boolean, 1);
    }

    /// <summary>false.</summary>
    public static LuaValue False
    {
        [MethodImpl(JitOptions.Accessor)]
        get => new(LuaTag.Boolean, 0);
    }

    internal LuaKind Kind
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference is null ? LuaKind.Nil : Unsafe.As<LuaObject>(Reference).Kind;
    }

    /// <summary>The type as <c>type()</c> tells it.</summary>
    public LuaType Type => Kind switch
    {
        LuaKind.Nil => LuaType.Nil,
        LuaKind.Boolean => LuaType.Boolean,
        LuaKind.Integer or LuaKind.Float => LuaType.Number,
        LuaKind.String => LuaType.String,
        LuaKind.Table => LuaType.Table,
        LuaKind.Function => LuaType.Function,
        LuaKind.Thread => LuaType.Thread,
        _ => LuaType.Userdata,
    };

    /// <summary>The result of <c>type()</c>; userdata may have a name of its own (type values are "type").</summary>
    public string TypeName => Kind switch
    {
        LuaKind.Nil => "nil",
        LuaKind.Boolean => "boolean",
        LuaKind.Integer or LuaKind.Float => "number",
        LuaKind.String => "string",
        LuaKind.Table => "table",
        LuaKind.Function => "function",
        LuaKind.Thread => "thread",
        _ => Unsafe.As<LuaUserdata>(Reference!).TypeName,
    };

    /// <summary>Is it nil?</summary>
    public bool IsNil
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference is null;
    }

    /// <summary>Is it neither nil nor false?</summary>
    public bool IsTruthy
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference is not null && (Reference != LuaTag.Boolean || Bits != 0);
    }

    /// <summary>Is it a boolean?</summary>
    public bool IsBoolean
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference == LuaTag.Boolean;
    }

    /// <summary>Is it an integer?</summary>
    public bool IsInteger
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference == LuaTag.Integer;
    }

    /// <summary>Is it a float?</summary>
    public bool IsFloat
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference == LuaTag.Float;
    }

    /// <summary>Is it a number of either subtype?</summary>
    public bool IsNumber
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference == LuaTag.Integer || Reference == LuaTag.Float;
    }

    /// <summary>Is it a string?</summary>
    public bool IsString
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference is LuaString;
    }

    /// <summary>Is it a table?</summary>
    public bool IsTable
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference is LuaTable;
    }

    /// <summary>Is it a function?</summary>
    public bool IsFunction
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference is not null && Unsafe.As<LuaObject>(Reference).Kind == LuaKind.Function;
    }

    /// <summary>Is it userdata?</summary>
    public bool IsUserdata
    {
        [MethodImpl(JitOptions.Accessor)]
        get => Reference is not null && Unsafe.As<LuaObject>(Reference).Kind == LuaKind.Userdata;
    }

    /// <summary>Is it a thread (a coroutine or a task)?</summary>
    public bool IsThread => Reference is LuaThread;

    /// <summary>The integer; the caller knows that <see cref="IsInteger"/> holds.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public long AsInteger() => Bits;

    /// <summary>The float; the caller knows that <see cref="IsFloat"/> holds.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public double AsFloat() => BitConverter.Int64BitsToDouble(Bits);

    /// <summary>The number as a float; the caller knows that <see cref="IsNumber"/> holds.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public double AsNumber() => Reference == LuaTag.Integer ? Bits : BitConverter.Int64BitsToDouble(Bits);

    /// <summary>The boolean; the caller knows that <see cref="IsBoolean"/> holds.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public bool AsBoolean() => Bits != 0;

    /// <summary>The string; the caller knows that <see cref="IsString"/> holds.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public LuaString AsString() => Unsafe.As<LuaString>(Reference!);

    /// <summary>The table; the caller knows that <see cref="IsTable"/> holds.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public LuaTable AsTable() => Unsafe.As<LuaTable>(Reference!);

    /// <summary>The function; the caller knows that <see cref="IsFunction"/> holds.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public LuaFunction AsFunction() => Unsafe.As<LuaFunction>(Reference!);

    /// <summary>The userdata; the caller knows that <see cref="IsUserdata"/> holds.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public LuaUserdata AsUserdata() => Unsafe.As<LuaUserdata>(Reference!);

    /// <summary>Is it this very function? False for null.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public bool Is(LuaFunction? function) => ReferenceEquals(Reference, function) && function is not null;

    /// <summary>Gives the function if the value is one of this class.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public bool Is<T>([NotNullWhen(true)] out T? function)
        where T : LuaFunction
    {
        function = Reference as T;
        return function is not null;
    }

    /// <summary>Gives the table if the value is one.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public bool TryGetTable([NotNullWhen(true)] out LuaTable? table)
    {
        table = Reference as LuaTable;
        return table is not null;
    }

    /// <summary>Gives the string if the value is one; numbers are not converted.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public bool TryGetString([NotNullWhen(true)] out LuaString? text)
    {
        text = Reference as LuaString;
        return text is not null;
    }

    /// <summary>Gives the function if the value is one.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public bool TryGetFunction([NotNullWhen(true)] out LuaFunction? function)
    {
        function = IsFunction ? AsFunction() : null;
        return function is not null;
    }

    /// <summary>Gives the userdata of the wanted class if the value is one.</summary>
    public bool TryGetUserdata<T>([NotNullWhen(true)] out T? userdata)
        where T : LuaUserdata
    {
        userdata = Reference as T;
        return userdata is not null;
    }

    /// <summary>Gives the number as a float; strings are not converted.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public bool TryGetNumber(out double number)
    {
        number = AsNumber();
        return IsNumber;
    }

    /// <summary>Gives the number as an integer if it is one or a float with an integral value; strings are not converted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetInteger(out long integer)
    {
        integer = Bits;
        return Reference == LuaTag.Integer || (Reference == LuaTag.Float && LuaNumber.TryToInteger(AsFloat(), out integer));
    }

    /// <summary>Overwrites a value. A number over a number leaves the reference alone and so needs no write barrier of the collector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Store(ref LuaValue target, LuaValue value)
    {
        if (ReferenceEquals(target.Reference, value.Reference))
        {
            Unsafe.AsRef(in target.Bits) = value.Bits;
        }
        else
        {
            target = value;
        }
    }

    /// <summary>Equality of table keys and of <c>rawequal</c>: by value for numbers and strings, else identity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Equals(LuaValue other) =>
        Reference == other.Reference && Reference != LuaTag.Float ? Bits == other.Bits : EqualsSlow(other);

    private bool EqualsSlow(LuaValue other)
    {
        switch (Kind)
        {
            case LuaKind.Integer:
                return other.IsFloat && LuaNumber.Equal(Bits, other.AsFloat());
            case LuaKind.Float:
                return other.IsFloat ? AsFloat() == other.AsFloat() : other.IsInteger && LuaNumber.Equal(other.Bits, AsFloat());
            case LuaKind.String:
                return other.Reference is LuaString text && AsString().Equals(text);
            default:
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LuaValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        switch (Kind)
        {
            case LuaKind.Nil:
                return 0;
            case LuaKind.String:
                return AsString().GetHashCode();
            case LuaKind.Float:
                return LuaNumber.TryToInteger(AsFloat(), out var integer) ? LuaNumber.Hash(integer) : LuaNumber.Hash(AsFloat());
            case LuaKind.Integer:
            case LuaKind.Boolean:
                return LuaNumber.Hash(Bits);
            default:
                // Identity: never observable, because traversal is in insertion order.
                return RuntimeHelpers.GetHashCode(Reference);
        }
    }

    /// <summary>The text that <c>tostring</c> gives without metamethods.</summary>
    public override string ToString() => LuaOperators.ToLuaString(this).ToString();

    /// <summary>Raw equality.</summary>
    public static bool operator ==(LuaValue left, LuaValue right) => left.Equals(right);

    /// <summary>Raw inequality.</summary>
    public static bool operator !=(LuaValue left, LuaValue right) => !left.Equals(right);

    /// <summary>An integer.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaValue(long value) => new(LuaTag.Integer, value);

    /// <summary>An integer.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaValue(int value) => new(LuaTag.Integer, value);

    /// <summary>A float.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaValue(double value) => new(LuaTag.Float, BitConverter.DoubleToInt64Bits(value));

    /// <summary>A boolean.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaValue(bool value) => new(LuaTag.Boolean, value ? 1 : 0);

    /// <summary>A string; nil for null.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaValue(LuaString? value) => new(value);

    /// <summary>A table; nil for null.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaValue(LuaTable? value) => new(value);

    /// <summary>A function; nil for null.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaValue(LuaFunction? value) => new(value);

    /// <summary>A userdata; nil for null.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaValue(LuaUserdata? value) => new(value);

    /// <summary>A thread; nil for null.</summary>
    [MethodImpl(JitOptions.Accessor)]
    public static implicit operator LuaValue(LuaThread? value) => new(value);

    /// <summary>A string of the UTF-8 bytes of the text; nil for null.</summary>
    public static implicit operator LuaValue(string? value) => new(value is null ? null : LuaString.FromUtf16(value));
}
