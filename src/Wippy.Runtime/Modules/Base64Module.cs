using System;
using System.Buffers;
using System.Buffers.Text;

namespace Wippy.Runtime.Modules;

/// <summary>The <c>base64</c> module (spec/modules.md section 8).</summary>
public static class Base64Module
{
    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Libraries.LibraryTable.Create(
        new LuaMultiFunctionN("encode", Encode),
        new LuaMultiFunctionN("decode", Decode));

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaValues Encode(LuaValues args)
    {
        if (!args[0].TryGetString(out var text))
        {
            return LuaError.Fail(LuaError.Invalid, "string expected");
        }

        if (text.Length > LuaOperators.MaximumStringLength / 4 * 3)
        {
            return LuaError.Fail(LuaError.Invalid, "string too long");
        }

        var encoded = new byte[Base64.GetMaxEncodedToUtf8Length(text.Length)];
        Base64.EncodeToUtf8(text.Span, encoded, out _, out _);
        return new(LuaString.FromOwned(encoded));
    }

    private static LuaValues Decode(LuaValues args)
    {
        if (!args[0].TryGetString(out var text))
        {
            return LuaError.Fail(LuaError.Invalid, "string expected");
        }

        // Line breaks are ignored; other white space is not base64.
        var input = new byte[text.Length];
        var length = 0;
        foreach (var b in text.Span)
        {
            if (b is not ((byte)'\r' or (byte)'\n'))
            {
                if (b is (byte)' ' or (byte)'\t')
                {
                    return Illegal(length);
                }

                input[length++] = b;
            }
        }

        var output = new byte[Base64.GetMaxDecodedFromUtf8Length(length)];
        return Base64.DecodeFromUtf8(input.AsSpan(0, length), output, out var consumed, out var written) == OperationStatus.Done
            ? new(LuaString.FromBytes(output.AsSpan(0, written)))
            : Illegal(consumed);
    }

    private static LuaValues Illegal(int position) => LuaError.Fail(LuaError.Invalid, $"illegal base64 data at input byte {position}");
}
