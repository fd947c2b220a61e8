using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Wippy.Runtime.Modules;
using Xunit;

namespace Wippy.Runtime.Tests.Modules;

public class PureModuleTests
{
    [Theory]
    [InlineData("[1,2.5,\"x\",true,{\"a\":[]}]", "[1,2.5,\"x\",true,{\"a\":[]}]")]
    [InlineData("{}", "{}")]
    [InlineData("[]", "[]")]
    [InlineData("{\"b\":1,\"a\":{\"c\":{}}}", "{\"b\":1,\"a\":{\"c\":{}}}")]
    [InlineData("2.0", "2")]
    [InlineData("9007199254740993", "9007199254740993")]
    [InlineData("1e3", "1000")]
    [InlineData("-1.5e-7", "-0.00000015")]
    [InlineData("1.25e21", "1250000000000000000000")]
    [InlineData("2.98023223876953125e-8", "0.000000029802322387695312")]
    [InlineData("\"<&>\"", "\"\\u003c\\u0026\\u003e\"")]
    [InlineData("\"\\ud83d\\ude00\\u00e4\"", "\"😀ä\"")]
    [InlineData("{\"a\":null}", "{}")]
    [InlineData("[1] trailing", "[1]")]
    public void JsonTextsSurviveDecodingAndEncoding(string text, string expected) => LuaRun.Run(lua =>
    {
        var json = JsonModule.Open(lua).AsTable();
        var (value, error) = lua.CallAll(json["decode"], text, 0);
        Assert.True(error.IsNil, error.ToString());
        Assert.Equal(expected, lua.Call(json["encode"], value, 0).ToString());
        return default;
    });

    [Theory]
    [InlineData("", LuaError.Invalid)]
    [InlineData("{", LuaError.Internal)]
    [InlineData("[1,]", LuaError.Internal)]
    [InlineData("{\"a\":1,\"a\":2}", LuaError.Internal)]
    [InlineData("nul", LuaError.Internal)]
    public void MalformedJsonIsAnError(string text, string kind) => LuaRun.Run(lua =>
    {
        var (value, error) = lua.CallAll(JsonModule.Table["decode"], text, 0);
        Assert.True(value.IsNil);
        Assert.Equal(kind, ((LuaError)error.AsUserdata()).Kind);
        return default;
    });

    [Fact]
    public void JsonNumbersKeepTheirSubtype() => LuaRun.Run(lua =>
    {
        Assert.True(lua.Call(JsonModule.Table["decode"], "7", 0).IsInteger);
        Assert.True(lua.Call(JsonModule.Table["decode"], "7.0", 0).IsFloat);
        Assert.True(lua.Call(JsonModule.Table["decode"], "92233720368547758070", 0).IsFloat);
        return default;
    });

    [Fact]
    public void TablesThatJsonCannotHoldAreErrors() => LuaRun.Run(lua =>
    {
        var cycle = new LuaTable();
        cycle["self"] = cycle;
        Assert.Contains("recursively nested", Problem(cycle), StringComparison.Ordinal);
        Assert.Contains("mixed-key", Problem(new LuaTable { [1L] = 1, ["a"] = 1 }), StringComparison.Ordinal);
        Assert.Contains("sparse array", Problem(new LuaTable { [1L] = 1, [3L] = 1 }), StringComparison.Ordinal);
        LuaValue deep = new LuaTable();
        for (var i = 0; i < 200; i++)
        {
            deep = new LuaTable { [1L] = deep };
        }

        Assert.Contains("nesting depth", Problem(deep), StringComparison.Ordinal);
        return default;

        string Problem(LuaValue value) => lua.CallAll(JsonModule.Table["encode"], value, 0)[1].ToString();
    });

    [Theory]
    [InlineData("{\"type\":\"integer\"}", "5", null)]
    [InlineData("{\"type\":\"integer\"}", "5.5", "(root): expected integer, got number")]
    [InlineData("{\"type\":[\"string\",\"number\"]}", "true", "(root): expected one of 2 types, got boolean")]
    [InlineData("{\"properties\":{\"a\":{\"minimum\":3}}}", "{\"a\":2}", "a: value is below the minimum 3")]
    [InlineData("{\"required\":[\"a\"]}", "{}", "(root): missing property 'a'")]
    [InlineData("{\"additionalProperties\":false,\"properties\":{\"a\":true}}", "{\"a\":1,\"b\":2}", "(root): property 'b' is not allowed")]
    [InlineData("{\"items\":{\"type\":\"string\"}}", "[\"x\",1]", "[2]: expected string, got number")]
    [InlineData("{\"prefixItems\":[{\"type\":\"string\"}],\"items\":false}", "[\"x\",1]", "[2]: no value is allowed")]
    [InlineData("{\"enum\":[1,{\"a\":[2]}]}", "{\"a\":[2]}", null)]
    [InlineData("{\"const\":\"x\"}", "\"y\"", "(root): value is not the constant")]
    [InlineData("{\"pattern\":\"^a+$\"}", "\"aab\"", "(root): text does not match the pattern ^a+$")]
    [InlineData("{\"maxLength\":1}", "\"ä\"", null)]
    [InlineData("{\"oneOf\":[{\"minimum\":1},{\"minimum\":2}]}", "3", "(root): value matches 2 of the alternatives instead of exactly one")]
    [InlineData("{\"anyOf\":[{\"type\":\"string\"},{\"minimum\":2}]}", "1", "(root): value matches none of the alternatives")]
    [InlineData("{\"not\":{\"type\":\"string\"}}", "\"x\"", "(root): value matches what it must not match")]
    [InlineData("{\"$ref\":\"#/$defs/p\",\"$defs\":{\"p\":{\"exclusiveMinimum\":0}}}", "0", "(root): value must be above 0")]
    [InlineData("{\"if\":{\"type\":\"string\"},\"then\":{\"minLength\":2},\"else\":{\"multipleOf\":5}}", "7", "(root): value is no multiple of 5")]
    [InlineData("{\"uniqueItems\":true}", "[1,2,1]", "(root): items 1 and 3 are equal")]
    [InlineData("{\"type\":\"thing\"}", "1", "invalid schema: unknown type 'thing'")]
    [InlineData("{\"$ref\":\"#/nowhere\"}", "1", "invalid schema: cannot resolve '#/nowhere'")]
    [InlineData("{\"$ref\":\"#\"}", "1", "(root): schema is too complex for this value")]
    public void SchemasAreChecked(string schema, string data, string? expected) => LuaRun.Run(lua =>
    {
        var (valid, error) = lua.CallAll(JsonModule.Table["validate_string"], schema, data, 0);
        Assert.Equal(expected is null, valid.IsTruthy);
        Assert.Equal(expected, error.IsNil ? null : error.ToString());
        return default;
    });

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "Zg==")]
    [InlineData("foobar", "Zm9vYmFy")]
    public void Base64RoundTrips(string text, string encoded) => LuaRun.Run(lua =>
    {
        Assert.Equal(encoded, lua.Call(Base64Module.Table["encode"], text, 0).ToString());
        Assert.Equal(text, lua.Call(Base64Module.Table["decode"], encoded, 0).ToString());
        return default;
    });

    [Fact]
    public void MalformedBase64IsInvalid() => LuaRun.Run(lua =>
    {
        foreach (var text in new[] { "Zg", "Z g==", "!!!!", "Zg==Zg==" })
        {
            var (value, error) = lua.CallAll(Base64Module.Table["decode"], text, 0);
            Assert.True(value.IsNil, text);
            Assert.Contains("illegal base64", error.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal("foobar", lua.Call(Base64Module.Table["decode"], "Zm9v\r\nYmFy", 0).ToString());
        return default;
    });

    [Theory]
    [InlineData("md5", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData("sha1", "a9993e364706816aba3e25717850c26c9cd0d89d")]
    [InlineData("sha256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("fnv32", "1134309195")]
    public void HashesOfAbc(string function, string expected) => LuaRun.Run(lua =>
    {
        // FNV-1 of "abc": multiply, then xor.
        Assert.Equal(expected, lua.Call(HashModule.Table[function], "abc", 0).ToString());
        return default;
    });

    [Fact]
    public void KeyedHashesTakeTheDataFirst() => LuaRun.Run(lua =>
    {
        Assert.Equal(
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
            lua.Call(HashModule.Table["hmac_sha256"], "what do ya want for nothing?", "Jefe", 0).ToString());
        Assert.Equal(32, lua.Call(HashModule.Table["hmac_sha256"], "a", "b", true, 0).AsString().Length);
        Assert.True(lua.CallAll(HashModule.Table["md5"], 5, 0)[1].IsUserdata);
        return default;
    });

    [Fact]
    public void NameBasedUuidsFollowTheStandard() => LuaRun.Run(lua =>
    {
        const string Dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
        Assert.Equal("2ed6657d-e927-568b-95e1-2665a8aea6a2", lua.Call(UuidModule.Table["v5"], Dns, "www.example.com", 0).ToString());
        Assert.Equal("5df41881-3aed-3515-88a7-2f4a814cf09e", lua.Call(UuidModule.Table["v3"], Dns, "www.example.com", 0).ToString());
        foreach (var version in new[] { 1, 4, 7 })
        {
            var id = lua.Call(UuidModule.Table["v" + version], 0);
            Assert.Equal(version, lua.Call(UuidModule.Table["version"], id, 0).AsInteger());
            Assert.Equal("RFC4122", lua.Call(UuidModule.Table["variant"], id, 0).ToString());
            Assert.Equal(version == 4, lua.Call(UuidModule.Table["parse"], id, 0).AsTable()["timestamp"].IsNil);
            if (version != 4)
            {
                Assert.Equal(1735484645, lua.Call(UuidModule.Table["parse"], id, 0).AsTable()["timestamp"].AsInteger());
            }
        }

        Assert.Equal("6ba7b8109dad11d180b400c04fd430c8", lua.Call(UuidModule.Table["format"], "URN:UUID:" + Dns, "simple", 0).ToString());
        Assert.False(lua.Call(UuidModule.Table["validate"], "nonsense", 0).IsTruthy);
        return default;
    });

    [Fact]
    public async Task HttpRequestsCarryTheirOptions()
    {
        using var server = new RecordingServer();
        using var host = new HttpHost(server);
        var outcome = await LuaRun.OutcomeAsync(
            lua => new LuaAsyncFunction0("main", () =>
            {
                var options = new LuaTable
                {
                    ["headers"] = new LuaTable { ["X-Test"] = "1" },
                    ["query"] = new LuaTable { ["q"] = "a b&c" },
                    ["form"] = new LuaTable { ["name"] = "Ä" },
                    ["auth"] = new LuaTable { ["user"] = "u", ["pass"] = "p" },
                    ["cookies"] = new LuaTable { ["s"] = "1" },
                };
                return lua.CallAsync(HttpClientModule.Table["post"], "http://example.test/path?x=1", options, 0);
            }),
            host);
        Assert.Null(outcome.Error);
        Assert.Equal(
            "POST http://example.test/path?x=1&q=a+b%26c X-Test=1 Cookie=s=1 Authorization=Basic dTpw application/x-www-form-urlencoded name=%C3%84",
            server.Last);
        var response = outcome.Value.AsTable();
        Assert.Equal(404, response["status_code"].AsInteger());
        Assert.Equal("hello", response["body"].ToString());
        Assert.Equal(5, response["body_size"].AsInteger());
        Assert.Equal("v", response["cookies"].AsTable()["c"].ToString());
        Assert.Equal("yes", response["headers"].AsTable()["X-Reply"].ToString());
    }

    [Theory]
    [InlineData("ftp://x", LuaError.Invalid, false)]
    [InlineData("not a url", LuaError.Invalid, false)]
    [InlineData("http://fail.test/", LuaError.Internal, true)]
    public async Task HttpFailuresAreErrors(string url, string kind, bool retryable)
    {
        using var server = new RecordingServer();
        using var host = new HttpHost(server);
        var outcome = await LuaRun.OutcomeAsync(
            lua => new LuaAsyncFunction0("main", () => lua.CallAsync(HttpClientModule.Table["get"], url, 0)), host);
        Assert.Equal(kind, outcome.Error!.Kind);
        Assert.Equal(retryable, outcome.Error.Retryable);
    }

    private sealed class HttpHost(HttpMessageHandler handler) : SystemHost
    {
        private readonly HttpMessageInvoker invoker = new(handler);

        public override object? GetService(Type type) => type == typeof(HttpMessageInvoker) ? invoker : null;

        protected override void Dispose(bool disposing)
        {
            invoker.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class RecordingServer : HttpMessageHandler
    {
        public string Last { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Host == "fail.test")
            {
                throw new HttpRequestException("connection refused");
            }

            Last = $"{request.Method} {request.RequestUri.AbsoluteUri}";
            foreach (var (name, values) in request.Headers.NonValidated)
            {
                Last += $" {name}={values}";
            }

            Last += request.Content is null ? "" : $" {request.Content.Headers.ContentType} {await request.Content.ReadAsStringAsync(cancellationToken)}";
            var response = new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("hello"), RequestMessage = request };
            response.Headers.Add("x-reply", "yes");
            response.Headers.Add("Set-Cookie", "c=v; Path=/");
            return response;
        }
    }
}
