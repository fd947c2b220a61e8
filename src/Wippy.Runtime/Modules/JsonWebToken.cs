using System;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Wippy.Runtime.Modules;

/// <summary>Compact JSON web tokens with HS256, HS384, HS512 and RS256 (spec/modules.md section 10; RFC 7519).</summary>
internal static class JsonWebToken
{
    private const string DefaultAlgorithm = "HS256";

    public static LuaValues Encode(LuaValues args)
    {
        var claims = args.CheckTable(1, "encode");
        var key = args.CheckString(2, "encode");
        var algorithm = args[2].IsNil ? DefaultAlgorithm : args.CheckString(3, "encode").ToString();
        var header = new LuaTable { ["alg"] = algorithm, ["typ"] = "JWT" };
        var body = new LuaTable();
        body.MarkAsObject();
        var position = 0;
        while (claims.Next(ref position, out var name, out var value))
        {
            if (name.TryGetString(out var text) && text.Span.SequenceEqual("_header"u8))
            {
                Merge(header, value);
            }
            else
            {
                body[name] = value;
            }
        }

        try
        {
            var signed = Base64Url.EncodeToString(LuaJson.Encode(header)) + "." + Base64Url.EncodeToString(LuaJson.Encode(body));
            return Sign(algorithm, key, Encoding.ASCII.GetBytes(signed)) is { } signature
                ? new(signed + "." + Base64Url.EncodeToString(signature))
                : CryptoModule.Invalid($"unknown algorithm '{algorithm}'");
        }
        catch (Exception exception) when (exception is LuaJsonException or ArgumentException or CryptographicException)
        {
            return CryptoModule.Invalid(exception.Message);
        }
    }

    public static LuaValues Verify(LuaValues args)
    {
        var token = args.CheckString(1, "verify").ToString();
        var key = args.CheckString(2, "verify");
        var algorithm = args[2].IsNil ? DefaultAlgorithm : args.CheckString(3, "verify").ToString();
        var requireExpiry = args[3].IsNil || args[3].IsTruthy;
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return Failed("token is malformed");
        }

        try
        {
            var header = LuaJson.Decode(Base64Url.DecodeFromChars(parts[0]));
            var claims = LuaJson.Decode(Base64Url.DecodeFromChars(parts[1]));
            if (!header.TryGetTable(out var fields) || !claims.TryGetTable(out var body))
            {
                return Failed("token is malformed");
            }

            if (fields["alg"].ToString() != algorithm)
            {
                return Failed("unexpected signing algorithm");
            }

            if (!IsSignedBy(algorithm, key, Encoding.ASCII.GetBytes(parts[0] + "." + parts[1]), Base64Url.DecodeFromChars(parts[2])))
            {
                return Failed("signature is invalid");
            }

            return CheckTimes(body, requireExpiry) is { } problem ? Failed(problem) : new(claims);
        }
        catch (Exception exception) when (exception is FormatException or LuaJsonException)
        {
            return Failed("token is malformed");
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return Failed("key is not usable: " + exception.Message);
        }
    }

    private static LuaValues Failed(string message) => LuaError.Fail(LuaError.Internal, message);

    private static void Merge(LuaTable header, LuaValue more)
    {
        if (more.TryGetTable(out var table))
        {
            var position = 0;
            while (table.Next(ref position, out var name, out var value))
            {
                header[name] = value;
            }
        }
    }

    private static byte[]? Sign(string algorithm, LuaString key, byte[] data)
    {
        switch (algorithm)
        {
            case "HS256":
                return HMACSHA256.HashData(key.Span, data);
            case "HS384":
                return HMACSHA384.HashData(key.Span, data);
            case "HS512":
                return HMACSHA512.HashData(key.Span, data);
            case "RS256":
                {
                    using var rsa = RSA.Create();
                    rsa.ImportFromPem(key.ToString());
                    return rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                }

            default:
                return null;
        }
    }

    private static bool IsSignedBy(string algorithm, LuaString key, byte[] data, byte[] signature)
    {
        if (algorithm != "RS256")
        {
            return Sign(algorithm, key, data) is { } expected && CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        var pem = key.ToString();
        if (pem.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal))
        {
            using var certificate = X509Certificate2.CreateFromPem(pem);
            using var certified = certificate.GetRSAPublicKey();
            return certified?.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1) == true;
        }

        using var rsa = RSA.Create();
        rsa.ImportFromPem(pem);
        return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static string? CheckTimes(LuaTable claims, bool requireExpiry)
    {
        var now = LuaState.Current.Host.Now.ToUnixTimeMilliseconds() / 1000.0;
        if (claims["exp"].IsNil)
        {
            if (requireExpiry)
            {
                return "token has no expiry";
            }
        }
        else if (!claims["exp"].TryGetNumber(out var expiry) || now >= expiry)
        {
            return "token is expired";
        }

        return !claims["nbf"].IsNil && (!claims["nbf"].TryGetNumber(out var start) || now < start) ? "token is not valid yet" : null;
    }
}
