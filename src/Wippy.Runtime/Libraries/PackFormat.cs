using System;
using System.Collections.Generic;

namespace Wippy.Runtime.Libraries;

/// <summary>
/// Reads the options of a format string of <c>string.pack</c> (Lua manual 6.4.2), which a zero byte ends, one by one. Programs use few formats, again and
/// again: their options are kept.
/// </summary>
internal ref struct PackFormat
{
    private const int MaximumIntegerSize = 16;
    private const int NativeAlignment = 8;
    private const int CacheSize = 32;
    private const int LongestKept = 64;

    [ThreadStatic]
    private static (LuaString Text, PackOption[] Options)[]? cache;

    private readonly LuaString text;
    private readonly string function;
    private readonly PackOption[]? options;
    private readonly ReadOnlySpan<byte> format;
    private int position;
    private int maximumAlignment = 1;
    private bool isLittleEndian = true;
    private string? problem;
    private bool isArgumentProblem;

    /// <summary>Reads a format string from its start, for a function of this name.</summary>
    public PackFormat(LuaString text, string function)
        : this(text, function, text.Length <= LongestKept ? OptionsOf(text) : null)
    {
    }

    private PackFormat(LuaString text, string function, PackOption[]? options)
    {
        this.text = text;
        this.function = function;
        this.options = options;
        if (options is null)
        {
            format = text.Span.IndexOf((byte)0) is >= 0 and var end ? text.Span[..end] : text.Span;
        }
    }

    /// <summary>So many options may come.</summary>
    public readonly int MaximumCount => options is null ? format.Length : options.Length;

    /// <summary>The next option; false at the end. Raises what is wrong with an invalid one.</summary>
    public bool Next(out PackOption option)
    {
        var isOne = Advance(out option);
        return option.Kind == PackKind.Invalid ? throw Failure() : isOne;
    }

    // The same, but that an invalid option is given as the last one.
    private bool Advance(out PackOption option)
    {
        if (options is not null)
        {
            var isOne = position < options.Length;
            option = isOne ? options[position++] : default;
            return isOne;
        }

        if (position == format.Length || problem is not null)
        {
            option = default;
            return false;
        }

        option = Read();
        return true;
    }

    private readonly LuaException Failure()
    {
        var reader = new PackFormat(text, function, null);
        while (reader.Advance(out _))
        {
        }

        return reader.isArgumentProblem ? LuaArguments.Bad(1, function, reader.problem!) : new LuaException(reader.problem!);
    }

    private static PackOption[] OptionsOf(LuaString text)
    {
        ref var kept = ref (cache ??= new (LuaString, PackOption[])[CacheSize])[text.GetHashCode() & (CacheSize - 1)];
        if (!text.Equals(kept.Text))
        {
            var reader = new PackFormat(text, string.Empty, null);
            var options = new List<PackOption>();
            while (reader.Advance(out var option))
            {
                options.Add(option);
            }

            kept = (text, [.. options]);
        }

        return kept.Options;
    }

    private PackOption Read()
    {
        var kind = Read(out var size);
        var alignment = size;
        if (kind == PackKind.Alignment)
        {
            // Those without a size cannot be aligned to.
            var next = position < format.Length ? Read(out alignment) : PackKind.Fixed;
            if (problem is null && (next == PackKind.Fixed || alignment == 0))
            {
                return Invalid("invalid next option for option 'X'", true);
            }

            size = 0;
        }

        if (problem is not null)
        {
            return Invalid(problem, false);
        }

        if (alignment <= 1 || kind is PackKind.Fixed or PackKind.ZeroTerminated or PackKind.Padding)
        {
            return new PackOption(kind, size, 1, isLittleEndian);
        }

        alignment = Math.Min(alignment, maximumAlignment);
        return (alignment & (alignment - 1)) != 0
            ? Invalid("format asks for alignment not power of 2", true)
            : new PackOption(kind, size, alignment, isLittleEndian);
    }

    private PackOption Invalid(string reason, bool isArgument)
    {
        problem = reason;
        isArgumentProblem = isArgument;
        return new PackOption(PackKind.Invalid, 0, 1, true);
    }

    private PackKind Read(out int size)
    {
        var option = (char)format[position++];
        (var kind, size) = option switch
        {
            'b' => (PackKind.Signed, 1),
            'B' => (PackKind.Unsigned, 1),
            'h' => (PackKind.Signed, 2),
            'H' => (PackKind.Unsigned, 2),
            'l' or 'j' => (PackKind.Signed, 8),
            'L' or 'J' or 'T' => (PackKind.Unsigned, 8),
            'i' => (PackKind.Signed, ReadLimited(4)),
            'I' => (PackKind.Unsigned, ReadLimited(4)),
            'f' => (PackKind.Single, 4),
            'd' or 'n' => (PackKind.Double, 8),
            's' => (PackKind.Prefixed, ReadLimited(8)),
            'c' => (PackKind.Fixed, ReadNumber(-1)),
            'z' => (PackKind.ZeroTerminated, 0),
            'x' => (PackKind.Padding, 1),
            'X' => (PackKind.Alignment, 0),
            ' ' or '<' or '=' or '>' or '!' => (PackKind.None, 0),
            _ => (PackKind.Invalid, 0),
        };
        switch (option)
        {
            case '<' or '=':
                isLittleEndian = true;
                break;
            case '>':
                isLittleEndian = false;
                break;
            case '!':
                maximumAlignment = ReadLimited(NativeAlignment);
                break;
            case 'c' when size < 0:
                problem = "missing size for format option 'c'";
                break;
            default:
                problem = kind == PackKind.Invalid ? $"invalid format option '{option}'" : problem;
                break;
        }

        return kind;
    }

    private int ReadNumber(int otherwise)
    {
        if (position >= format.Length || !char.IsAsciiDigit((char)format[position]))
        {
            return otherwise;
        }

        long value = 0;
        while (position < format.Length && char.IsAsciiDigit((char)format[position]) && value <= (int.MaxValue - 9) / 10)
        {
            value = (value * 10) + format[position++] - '0';
        }

        return (int)value;
    }

    private int ReadLimited(int otherwise)
    {
        var size = ReadNumber(otherwise);
        if (size is < 1 or > MaximumIntegerSize)
        {
            problem = $"integral size ({size}) out of limits [1,{MaximumIntegerSize}]";
        }

        return size;
    }
}
