using System;
using System.Security.Cryptography;
using System.Text;

namespace Wippy.Runtime.Modules;

/// <summary>The <c>crypto</c> module (spec/modules.md section 10).</summary>
public static class CryptoModule
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int MaximumRandom = 1 << 20;
    private const int MaximumDerived = 1 << 20;
    private const string DefaultCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private delegate void Cipher(byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> input, Span<byte> tag, Span<byte> output, ReadOnlySpan<byte> associated);

    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Create();

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    /// <summary>The failure of bad arguments.</summary>
    internal static LuaValues Invalid(string message) => LuaError.Fail(LuaError.Invalid, message);

    private static LuaTable Create()
    {
        var table = Libraries.LibraryTable.Fill(
            new LuaMultiFunctionN("random_bytes", RandomBytes),
            new LuaMultiFunctionN("pbkdf2", DeriveKey),
            new LuaMultiFunctionN("constant_time_compare", args => new(CryptographicOperations.FixedTimeEquals(
                args.CheckString(1, "constant_time_compare").Span, args.CheckString(2, "constant_time_compare").Span))));
        table["random"] = Libraries.LibraryTable.Create(
            new LuaMultiFunctionN("bytes", RandomBytes),
            new LuaMultiFunctionN("string", RandomString),
            new LuaMultiFunctionN("uuid", _ => UuidModule.Table["v4"].AsFunction().CallAll()));
        table["hmac"] = Libraries.LibraryTable.Create(
            new LuaMultiFunctionN("sha256", args => Authenticate(args, HMACSHA256.HashData)),
            new LuaMultiFunctionN("sha512", args => Authenticate(args, HMACSHA512.HashData)));
        table["encrypt"] = Libraries.LibraryTable.Create(
            new LuaMultiFunctionN("aes", args => Encrypt(args, IsAesKey, EncryptAes)),
            new LuaMultiFunctionN("chacha20", args => Encrypt(args, IsChaChaKey, EncryptChaCha)));
        table["decrypt"] = Libraries.LibraryTable.Create(
            new LuaMultiFunctionN("aes", args => Decrypt(args, IsAesKey, DecryptAes)),
            new LuaMultiFunctionN("chacha20", args => Decrypt(args, IsChaChaKey, DecryptChaCha)));
        table["jwt"] = Libraries.LibraryTable.Create(
            new LuaMultiFunctionN("encode", JsonWebToken.Encode),
            new LuaMultiFunctionN("verify", JsonWebToken.Verify));
        return table.Freeze();
    }

    private static LuaValues RandomBytes(LuaValues args)
    {
        var count = args.CheckInteger(1, "bytes");
        return count is < 1 or > MaximumRandom ? Invalid($"length must be between 1 and {MaximumRandom}") : new(LuaString.FromOwned(LuaRandomBytes.Create((int)count)));
    }

    private static LuaValues RandomString(LuaValues args)
    {
        var count = args.CheckInteger(1, "string");
        var characters = args[1].IsNil ? Encoding.ASCII.GetBytes(DefaultCharacters) : args.CheckString(2, "string").Span.ToArray();
        if (count is < 1 or > MaximumRandom || characters.Length is 0 or > 256)
        {
            return Invalid(characters.Length == 0 ? "charset must not be empty" : $"length must be between 1 and {MaximumRandom}");
        }

        // Bytes beyond the last full multiple of the charset are drawn again, so every character is equally likely.
        var limit = 256 - (256 % characters.Length);
        var result = new byte[count];
        for (var filled = 0; filled < result.Length;)
        {
            foreach (var b in LuaRandomBytes.Create(result.Length - filled))
            {
                if (b < limit)
                {
                    result[filled++] = characters[b % characters.Length];
                }
            }
        }

        return new(LuaString.FromOwned(result));
    }

    private static LuaValues Authenticate(LuaValues args, Func<byte[], byte[], byte[]> digest)
    {
        var key = args.CheckString(1, "hmac").Span.ToArray();
        var data = args.CheckString(2, "hmac").Span.ToArray();
        return key.Length == 0 ? Invalid("key must not be empty") : new(Convert.ToHexStringLower(digest(key, data)));
    }

    private static bool IsAesKey(int length) => length is 16 or 24 or 32;

    private static bool IsChaChaKey(int length) => length == 32;

    private static LuaValues Encrypt(LuaValues args, Func<int, bool> isKey, Cipher cipher)
    {
        var data = args.CheckString(1, "encrypt");
        var key = args.CheckString(2, "encrypt").Span.ToArray();
        var associated = args[2].IsNil ? LuaString.Empty : args.CheckString(3, "encrypt");
        if (!isKey(key.Length))
        {
            return Invalid($"invalid key size {key.Length}");
        }

        var result = new byte[NonceSize + data.Length + TagSize];
        LuaRandomBytes.Fill(result.AsSpan(0, NonceSize));
        cipher(key, result.AsSpan(0, NonceSize), data.Span, result.AsSpan(NonceSize + data.Length), result.AsSpan(NonceSize, data.Length), associated.Span);
        return new(LuaString.FromOwned(result));
    }

    private static LuaValues Decrypt(LuaValues args, Func<int, bool> isKey, Cipher cipher)
    {
        var data = args.CheckString(1, "decrypt");
        var key = args.CheckString(2, "decrypt").Span.ToArray();
        var associated = args[2].IsNil ? LuaString.Empty : args.CheckString(3, "decrypt");
        if (!isKey(key.Length))
        {
            return Invalid($"invalid key size {key.Length}");
        }

        if (data.Length < NonceSize + TagSize)
        {
            return Invalid("data is too short");
        }

        var result = new byte[data.Length - NonceSize - TagSize];
        Span<byte> tag = stackalloc byte[TagSize];
        data.Span[^TagSize..].CopyTo(tag);
        try
        {
            cipher(key, data.Span[..NonceSize], data.Span[NonceSize..^TagSize], tag, result, associated.Span);
        }
        catch (CryptographicException)
        {
            return LuaError.Fail(LuaError.Internal, "message authentication failed");
        }

        return new(LuaString.FromOwned(result));
    }

    private static void EncryptAes(byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> input, Span<byte> tag, Span<byte> output, ReadOnlySpan<byte> associated)
    {
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(nonce, input, output, tag, associated);
    }

    private static void DecryptAes(byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> input, Span<byte> tag, Span<byte> output, ReadOnlySpan<byte> associated)
    {
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(nonce, input, tag, output, associated);
    }

    private static void EncryptChaCha(byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> input, Span<byte> tag, Span<byte> output, ReadOnlySpan<byte> associated)
    {
        using var cipher = new ChaCha20Poly1305(key);
        cipher.Encrypt(nonce, input, output, tag, associated);
    }

    private static void DecryptChaCha(byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> input, Span<byte> tag, Span<byte> output, ReadOnlySpan<byte> associated)
    {
        using var cipher = new ChaCha20Poly1305(key);
        cipher.Decrypt(nonce, input, tag, output, associated);
    }

    private static LuaValues DeriveKey(LuaValues args)
    {
        var password = args.CheckString(1, "pbkdf2");
        var salt = args.CheckString(2, "pbkdf2");
        var iterations = args.CheckInteger(3, "pbkdf2");
        var length = args.CheckInteger(4, "pbkdf2");
        var hash = (args[4].IsNil ? "sha256" : args.CheckString(5, "pbkdf2").ToString()) switch
        {
            "sha256" => HashAlgorithmName.SHA256,
            "sha512" => HashAlgorithmName.SHA512,
            _ => default,
        };
        if (password.Length == 0 || salt.Length == 0)
        {
            return Invalid("password and salt must not be empty");
        }

        return iterations is < 1 or > 10_000_000 || length is < 1 or > MaximumDerived || hash.Name is null
            ? Invalid("bad iterations, length or hash")
            : new(LuaString.FromOwned(Rfc2898DeriveBytes.Pbkdf2(password.Span, salt.Span, (int)iterations, hash, (int)length)));
    }
}
