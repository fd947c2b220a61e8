using System;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Wippy.Runtime.Modules;

/// <summary>The <c>uuid</c> module (spec/modules.md section 9). Clock and random numbers are those of the host, so a workflow repeats them.</summary>
public static class UuidModule
{
    private const int Size = 16;

    /// <summary>100 ns intervals between 1582-10-15 and 1970-01-01.</summary>
    private const long GregorianOffset = 0x01B21DD213814000;

    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Libraries.LibraryTable.Create(
        new LuaMultiFunctionN("v1", _ => new(Version1())),
        new LuaMultiFunctionN("v3", args => NameBased(args, 3)),
        new LuaMultiFunctionN("v4", _ => new(Version4())),
        new LuaMultiFunctionN("v5", args => NameBased(args, 5)),
        new LuaMultiFunctionN("v7", _ => new(Version7())),
        new LuaMultiFunctionN("validate", args => new(TryRead(args[0], out _), LuaValue.Nil)),
        new LuaMultiFunctionN("version", args => TryRead(args[0], out var id) ? new(id[6] >> 4) : Malformed()),
        new LuaMultiFunctionN("variant", args => TryRead(args[0], out var id) ? new(Variant(id)) : Malformed()),
        new LuaMultiFunctionN("parse", args => TryRead(args[0], out var id) ? new(Describe(id)) : Malformed()),
        new LuaMultiFunctionN("format", Format));

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaValues Malformed() => LuaError.Fail(LuaError.Invalid, "invalid UUID");

    private static long UnixTicks() => LuaState.Current.Host.Now.UtcTicks - DateTime.UnixEpoch.Ticks;

    private static string Finish(Span<byte> id, int version)
    {
        id[6] = (byte)((id[6] & 0x0F) | (version << 4));
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return Canonical(id);
    }

    private static string Canonical(ReadOnlySpan<byte> id) => new Guid(id, bigEndian: true).ToString("D");

    private static string Version1()
    {
        Span<byte> id = stackalloc byte[Size];
        var time = UnixTicks() + GregorianOffset;
        BinaryPrimitives.WriteUInt32BigEndian(id, unchecked((uint)time));
        BinaryPrimitives.WriteUInt16BigEndian(id[4..], unchecked((ushort)(time >> 32)));
        BinaryPrimitives.WriteUInt16BigEndian(id[6..], unchecked((ushort)(time >> 48)));
        LuaRandomBytes.Fill(id[8..]);

        // A random node has the multicast bit set, so it is no hardware address.
        id[10] |= 1;
        return Finish(id, 1);
    }

    private static string Version4()
    {
        Span<byte> id = stackalloc byte[Size];
        LuaRandomBytes.Fill(id);
        return Finish(id, 4);
    }

    private static string Version7()
    {
        Span<byte> id = stackalloc byte[Size];
        LuaRandomBytes.Fill(id[6..]);
        BinaryPrimitives.WriteUInt32BigEndian(id, unchecked((uint)(UnixTicks() / TimeSpan.TicksPerMillisecond >> 16)));
        BinaryPrimitives.WriteUInt16BigEndian(id[4..], unchecked((ushort)(UnixTicks() / TimeSpan.TicksPerMillisecond)));
        return Finish(id, 7);
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 9562 defines version 5 with SHA-1.")]
    [SuppressMessage("Security", "CA5351", Justification = "RFC 9562 defines version 3 with MD5.")]
    private static LuaValues NameBased(LuaValues args, int version)
    {
        if (!TryRead(args[0], out var space) || !args[1].TryGetString(out var name))
        {
            return Malformed();
        }

        byte[] input = [.. space, .. name.Span];
        var digest = version == 3 ? MD5.HashData(input) : SHA1.HashData(input);
        return new(Finish(digest.AsSpan(0, Size), version));
    }

    /// <summary>Reads canonical, urn, braced and plain hexadecimal spellings.</summary>
    private static bool TryRead(LuaValue value, out byte[] id)
    {
        id = [];
        if (!value.TryGetString(out var bytes))
        {
            return false;
        }

        var text = bytes.ToString();
        if (text.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase))
        {
            text = text[9..];
            if (text.Length != 36)
            {
                return false;
            }
        }

        var format = text.Length switch
        {
            36 => "D",
            38 => "B",
            32 => "N",
            _ => null,
        };
        if (format is null || !Guid.TryParseExact(text, format, out var guid))
        {
            return false;
        }

        id = guid.ToByteArray(bigEndian: true);
        return true;
    }

    private static string Variant(byte[] id) => id[8] switch
    {
        < 0x80 => "NCS",
        < 0xC0 => "RFC4122",
        < 0xE0 => "Microsoft",
        _ => "Future",
    };

    private static LuaTable Describe(byte[] id)
    {
        var version = id[6] >> 4;
        var table = new LuaTable { ["version"] = version, ["variant"] = Variant(id) };
        if (version == 1)
        {
            var time = ((long)(BinaryPrimitives.ReadUInt16BigEndian(id.AsSpan(6)) & 0x0FFF) << 48)
                | ((long)BinaryPrimitives.ReadUInt16BigEndian(id.AsSpan(4)) << 32)
                | BinaryPrimitives.ReadUInt32BigEndian(id);
            table["timestamp"] = (time - GregorianOffset) / TimeSpan.TicksPerSecond;
            table["node"] = LuaString.FromBytes(id.AsSpan(10));
        }
        else if (version == 7)
        {
            table["timestamp"] = (long)(BinaryPrimitives.ReadUInt64BigEndian(id) >> 16) / 1000;
        }

        return table;
    }

    private static LuaValues Format(LuaValues args)
    {
        if (!TryRead(args[0], out var id))
        {
            return Malformed();
        }

        if (!args[1].IsNil && !args[1].IsString)
        {
            return LuaError.Fail(LuaError.Invalid, "format must be a string");
        }

        var canonical = Canonical(id);
        return (args[1].IsNil ? "standard" : args[1].AsString().ToString()) switch
        {
            "standard" => new(canonical),
            "simple" => new(canonical.Replace("-", "", StringComparison.Ordinal)),
            "urn" => new("urn:uuid:" + canonical),
            var other => LuaError.Fail(LuaError.Invalid, $"unknown format '{other}'"),
        };
    }
}
