using System;
using System.Linq;
using System.Threading.Tasks;
using Wippy.Runtime.Modules;
using Xunit;

namespace Wippy.Runtime.Tests.Modules;

public class CryptoModuleTests
{
    private static readonly LuaTable Module = CryptoModule.Table;

    [Theory]
    [InlineData("aes", 16)]
    [InlineData("aes", 32)]
    [InlineData("chacha20", 32)]
    public void EncryptionRoundTripsAndDetectsChanges(string cipher, int size) => LuaRun.Run(lua =>
    {
        var encrypt = Module["encrypt"].AsTable()[cipher];
        var decrypt = Module["decrypt"].AsTable()[cipher];
        LuaValue key = new string('k', size);
        var sealedText = lua.Call(encrypt, "secret", key, "aad", 0);
        Assert.Equal(12 + 6 + 16, sealedText.AsString().Length);
        Assert.Equal("secret", lua.Call(decrypt, sealedText, key, "aad", 0).ToString());
        Assert.Equal(LuaError.Internal, Kind(lua.CallAll(decrypt, sealedText, key, "other", 0)));
        Assert.Equal(LuaError.Invalid, Kind(lua.CallAll(decrypt, "short", key, 0)));
        Assert.Equal(LuaError.Invalid, Kind(lua.CallAll(encrypt, "secret", "k", 0)));
        return default;
    });

    [Fact]
    public void KnownTokenIsVerified() => LuaRun.Run(lua =>
    {
        const string Token = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
        var jwt = Module["jwt"].AsTable();
        var claims = lua.Call(jwt["verify"], new LuaValues([Token, "your-256-bit-secret", "HS256", false]), 0);
        Assert.Equal("John Doe", claims.AsTable()["name"].ToString());
        Assert.Equal("token has no expiry", lua.CallAll(jwt["verify"], Token, "your-256-bit-secret", 0)[1].ToString());
        Assert.Equal("signature is invalid", lua.CallAll(jwt["verify"], Token, "wrong", 0)[1].ToString());
        Assert.Equal("unexpected signing algorithm", lua.CallAll(jwt["verify"], Token, "your-256-bit-secret", "HS512", 0)[1].ToString());
        Assert.Equal("token is malformed", lua.CallAll(jwt["verify"], "a.b", "k", 0)[1].ToString());
        return default;
    });

    [Theory]
    [InlineData(1735484646, null)]
    [InlineData(1735484644, "token is expired")]
    public void ExpiryFollowsTheClockOfTheHost(long expiry, string? problem) => LuaRun.Run(lua =>
    {
        var jwt = Module["jwt"].AsTable();
        var token = lua.Call(jwt["encode"], new LuaTable { ["exp"] = expiry, ["_header"] = new LuaTable { ["kid"] = "1" } }, "key", 0);
        var (claims, error) = lua.CallAll(jwt["verify"], token, "key", 0);
        Assert.Equal(problem, error.IsNil ? null : error.ToString());
        Assert.Equal(problem is null, claims.IsTable);
        return default;
    });

    [Fact]
    public void DerivationAndDigestsGiveKnownValues() => LuaRun.Run(lua =>
    {
        var derived = lua.Call(Module["pbkdf2"], new LuaValues(["password", "salt", 1, 32]), 0);
        Assert.Equal("120fb6cffcf8b32c43e7225256c4f837a86548c92ccc35480805987cb70be17b", Convert.ToHexStringLower(derived.AsString().Span));
        Assert.Equal(
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            lua.Call(Module["hmac"].AsTable()["sha256"], "Jefe", "what do ya want for nothing?", 0).ToString());
        Assert.Equal(LuaError.Invalid, Kind(lua.CallAll(Module["hmac"].AsTable()["sha256"], "", "x", 0)));
        Assert.Equal(LuaError.Invalid, Kind(lua.CallAll(Module["pbkdf2"], new LuaValues(["password", "salt", 0, 32]), 0)));
        return default;
    });

    [Fact]
    public void RandomTextKeepsToTheCharacters() => LuaRun.Run(lua =>
    {
        var random = Module["random"].AsTable();
        Assert.True(lua.Call(random["string"], 200, "ab", 0).ToString().All(c => c is 'a' or 'b'));
        Assert.Equal(33, lua.Call(random["bytes"], 33, 0).AsString().Length);
        Assert.Equal(LuaError.Invalid, Kind(lua.CallAll(random["bytes"], 0, 0)));
        Assert.Equal(LuaError.Invalid, Kind(lua.CallAll(random["string"], 5, "", 0)));
        return default;
    });

    [Fact]
    public async Task LoggersWriteLevelNameAndFields()
    {
        var host = new RecordingHost();
        await LuaRun.RunAsync(
            lua => new LuaMultiFunction0("main", () =>
            {
                var logger = LoggerModule.Table;
                lua.Call(logger["info"], logger, "plain", 0);
                lua.Call(logger["warn"], "dotted", new LuaTable { ["n"] = 1 }, 0);
                var child = lua.Call(LuaOperators.Index(lua.Call(logger["named"], logger, "a", 0), "with", 0), new LuaValues(lua.Call(logger["named"], logger, "a", 0), new LuaTable { ["id"] = 7 }), 0);
                lua.Call(LuaOperators.Index(child, "error", 0), child, "failed", 0);
                return default;
            }),
            host);
        Assert.Equal("info plain|warn dotted n=1|error a: failed id=7", string.Join('|', host.Lines));
    }

    private static string Kind(LuaValues results) => results[0].IsNil && results[1].TryGetUserdata<LuaError>(out var error) ? error.Kind : "no error";
}
