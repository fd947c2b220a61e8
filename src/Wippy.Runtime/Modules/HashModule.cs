using System;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Wippy.Runtime.Modules;

/// <summary>The <c>hash</c> module (spec/modules.md section 11).</summary>
[SuppressMessage("Security", "CA5350", Justification = "The module offers these algorithms; programs need them for interoperability.")]
[SuppressMessage("Security", "CA5351", Justification = "The module offers these algorithms; programs need them for interoperability.")]
public static class HashModule
{
    private delegate byte[] Digest(ReadOnlySpan<byte> data);

    private delegate byte[] KeyedDigest(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> data);

    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Libraries.LibraryTable.Create(
        Plain("md5", MD5.HashData),
        Plain("sha1", SHA1.HashData),
        Plain("sha256", SHA256.HashData),
        Plain("sha512", SHA512.HashData),
        Keyed("hmac_md5", HMACMD5.HashData),
        Keyed("hmac_sha1", HMACSHA1.HashData),
        Keyed("hmac_sha256", HMACSHA256.HashData),
        Keyed("hmac_sha512", HMACSHA512.HashData),
        new LuaMultiFunctionN("fnv32", args => args[0].TryGetString(out var data) ? new((long)Fnv32(data.Span)) : NotAString()),
        new LuaMultiFunctionN("fnv64", args => args[0].TryGetString(out var data) ? new(unchecked((long)Fnv64(data.Span))) : NotAString()));

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaFunction Plain(string name, Digest digest) => new LuaMultiFunctionN(name, args =>
        args[0].TryGetString(out var data) ? new(Result(digest(data.Span), args[1])) : NotAString());

    private static LuaFunction Keyed(string name, KeyedDigest digest) => new LuaMultiFunctionN(name, args =>
        args[0].TryGetString(out var data) && args[1].TryGetString(out var secret)
            ? new(Result(digest(secret.Span, data.Span), args[2]))
            : NotAString());

    private static LuaValue Result(byte[] digest, LuaValue raw) =>
        raw.IsTruthy ? LuaString.FromOwned(digest) : Convert.ToHexStringLower(digest);

    private static LuaValues NotAString() => LuaError.Fail(LuaError.Invalid, "string expected");

    private static uint Fnv32(ReadOnlySpan<byte> data)
    {
        var hash = 2166136261;
        foreach (var b in data)
        {
            hash = unchecked(hash * 16777619) ^ b;
        }

        return hash;
    }

    private static ulong Fnv64(ReadOnlySpan<byte> data)
    {
        var hash = 14695981039346656037;
        foreach (var b in data)
        {
            hash = unchecked(hash * 1099511628211) ^ b;
        }

        return hash;
    }
}
