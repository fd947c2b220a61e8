using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Catalogue;

/// <summary>
/// The one table of modules and base functions (spec/modules.md, spec/temporal.md section 11, spec/lua.md section 8).
/// Binding, analysis, emission and documents read it.
/// </summary>
public static class ModuleCatalogue
{
    private const ModuleClasses D = ModuleClasses.Deterministic;
    private const ModuleClasses N = ModuleClasses.Nondeterministic;
    private const ModuleClasses W = ModuleClasses.Workflow;
    private const ModuleClasses IO = ModuleClasses.InputOutput;
    private const ModuleClasses Net = ModuleClasses.Network;
    private const ModuleClasses Enc = ModuleClasses.Encoding;
    private const ModuleClasses T = ModuleClasses.Time;
    private const ModuleClasses P = ModuleClasses.Process;
    private const ModuleClasses Sec = ModuleClasses.Security;
    private const ModuleClasses St = ModuleClasses.Storage;
    private const string Runtime = "Wippy.Runtime.Modules.";
    private const string Temporal = "Wippy.Temporal.Modules.";

    // In the lists of functions "~" marks one that may wait, "*" one that gives an object with waiting methods,
    // "@" one that calls functions it is given, "<" one that yields or asks whether it could, ">" one that resumes.

    /// <summary>Every module, by name.</summary>
    public static IReadOnlyList<ModuleRow> Modules { get; } = new[]
    {
        // Standard library and what is always there.
        Always("string", D, "byte char find format gfind gmatch gsub len lower match pack packsize rep reverse sub unpack upper"),
        Always("table", D, "concat create freeze getn insert isfrozen maxn move pack remove sort unpack"),
        Always("math", D, "abs acos asin atan atan2 ceil cos cosh deg exp floor fmod frexp ldexp log log10 max min mod modf pow rad random randomseed sin sinh sqrt tan tanh tointeger type ult"),
        Always("coroutine", D, "create <isyieldable >resume running ~spawn status >wrap <yield"),
        Always("errors", D, "call_stack is new wrap"),
        Always("os", T | W, "clock date difftime time"),
        Always("package", D, ""),
        Always("channel", P, "*new ~select"),
        Always("payload", Enc | D, "new"),
        Always("process", P | N | W, "~cancel ~events ~exec get_options id ~inbox ~link ~listen ~monitor pid ~registry.lookup ~registry.register ~registry.unregister ~send set_options ~spawn ~spawn_linked ~spawn_linked_monitored ~spawn_monitored ~terminate ~unlink ~unlisten ~unmonitor ~upgrade *with_context *with_options"),

        // To be listed; supported.
        Listed("base64", Enc | D, Runtime + "Base64Module.Open", "decode encode"),
        Listed("crypto", Sec | N | W, Runtime + "CryptoModule.Open", "constant_time_compare decrypt.aes decrypt.chacha20 ~encrypt.aes ~encrypt.chacha20 hmac.sha256 hmac.sha512 jwt.encode jwt.verify pbkdf2 ~random.bytes ~random.string ~random.uuid ~random_bytes"),
        Listed("ctx", N | W, Temporal + "CtxModule.Open", "all get"),
        Listed("env", P | N, Temporal + "EnvModule.Open", "get get_all set"),
        Listed("funcs", W | N, Temporal + "FuncsModule.Open", "~async ~call *new"),
        Listed("hash", Enc | Sec | D, Runtime + "HashModule.Open", "fnv32 fnv64 hmac_md5 hmac_sha1 hmac_sha256 hmac_sha512 md5 sha1 sha256 sha512"),
        Listed("http", Net | IO | N, Temporal + "HttpModule.Open", "*request *response"),
        Listed("http_client", Net | IO | N, Runtime + "HttpClientModule.Open", "decode_uri ~delete encode_uri ~get ~head ~patch ~post ~put ~request ~request_batch"),
        Listed("json", Enc | D, Runtime + "JsonModule.Open", "decode encode validate validate_string"),
        Listed("logger", IO, Runtime + "LoggerModule.Open", "debug error info named warn with"),
        Listed("time", T | W, Runtime + "TimeModule.Open", "~after date fixed_zone load_location now parse parse_duration ~sleep ~ticker ~timer unix"),
        Listed("uuid", N | W, Runtime + "UuidModule.Open", "format parse validate variant version v1 v3 v4 v5 v7"),
        Listed("workflow", W | N, Temporal + "WorkflowModule.Open", "~attrs ~exec history_length history_size info ~version"),

        // Known, not supported yet.
        Unsupported("cdc", St | N),
        Unsupported("cloudstorage", St | Net | IO),
        Unsupported("compress", Enc | D),
        Unsupported("contract", W | N),
        Unsupported("eval_runner", P | N),
        Unsupported("events", IO | N),
        Unsupported("excel", IO | Enc),
        Unsupported("exec", IO | P | N),
        Unsupported("expr", D),
        Unsupported("fs", St | IO | N),
        Unsupported("html", Sec | D),
        Unsupported("hub", Net | IO | N),
        Unsupported("io", IO | N),
        Unsupported("metrics", IO | N),
        Unsupported("pg", P | N),
        Unsupported("pubsub", P),
        Unsupported("queue", IO | N),
        Unsupported("registry", St | N),
        Unsupported("security", Sec | N),
        Unsupported("sql", St | IO | N),
        Unsupported("store", St | IO | N),
        Unsupported("stream", IO | N),
        Unsupported("system", P | N),
        Unsupported("templates", D),
        Unsupported("text", D),
        Unsupported("treesitter", Enc | D),
        Unsupported("tty", IO | N),
        Unsupported("websocket", Net | IO | N),
        Unsupported("yaml", Enc | D),
    }.OrderBy(static m => m.Name, StringComparer.Ordinal).ToArray();

    /// <summary>Functions that are globals themselves (spec/lua.md section 8, "Base", and spec/modules.md section 2.4), by name.</summary>
    public static IReadOnlyList<ModuleFunction> Globals { get; } = Parse(
        "assert error getmetatable ipairs next pairs @pcall print rawequal rawget rawset require select setmetatable ~subscribe tonumber tostring type unpack ~unsubscribe @xpcall");

    /// <summary>
    /// Globals that need no listing but are not part of the standard library of the runtime, with the C# that opens them. A program opens those it uses.
    /// </summary>
    public static IReadOnlyList<(string Name, string OpenTarget)> HostGlobals { get; } = new[]
    {
        ("payload", Temporal + "PayloadModule.Open"),
        ("process", Temporal + "ProcessModule.Open"),
        ("subscribe", Temporal + "ProcessModule.OpenSubscribe"),
        ("unsubscribe", Temporal + "ProcessModule.OpenUnsubscribe"),
    };

    /// <summary>Names that stock Lua has and Wippy does not (spec/lua.md section 8, "removed").</summary>
    public static IReadOnlyList<string> Removed { get; } = new[]
    {
        "collectgarbage", "debug", "dofile", "getfenv", "io", "load", "loadfile", "loadstring", "module", "newproxy", "rawlen", "setfenv", "utf8",
        "os.execute", "os.exit", "os.getenv", "os.remove", "os.rename", "os.setlocale", "os.tmpname", "package.loadlib", "string.dump",
    };

    /// <summary>The module called <paramref name="name"/>, or null.</summary>
    public static ModuleRow? Find(string name)
    {
        foreach (var module in Modules)
        {
            if (string.Equals(module.Name, name, StringComparison.Ordinal))
            {
                return module;
            }
        }

        return null;
    }

    /// <summary>The host function behind a dotted path such as <c>print</c> or <c>string.format</c>, or null.</summary>
    public static ModuleFunction? FindFunction(string path)
    {
        var dot = path.IndexOf('.');
        if (dot >= 0)
        {
            return Find(path.Substring(0, dot))?.Find(path.Substring(dot + 1));
        }

        foreach (var function in Globals)
        {
            if (string.Equals(function.Name, path, StringComparison.Ordinal))
            {
                return function;
            }
        }

        return null;
    }

    /// <summary>Whether <paramref name="name"/> is a global that every chunk has.</summary>
    public static bool IsAlwaysAvailable(string name) =>
        name is "_G" or "_VERSION" || Find(name) is { IsAlwaysAvailable: true } || FindFunction(name) is not null;

    private static ModuleRow Always(string name, ModuleClasses classes, string functions) =>
        new(name, classes, null, true, Parse(functions).ToEquatableArray());

    private static ModuleRow Listed(string name, ModuleClasses classes, string target, string functions) =>
        new(name, classes, target, false, Parse(functions).ToEquatableArray());

    private static ModuleRow Unsupported(string name, ModuleClasses classes) =>
        new(name, classes, null, false, EquatableArray<ModuleFunction>.Empty);

    private static ModuleFunction[] Parse(string functions) => functions
        .Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries)
        .Select(static f => f[0] switch
        {
            '~' => new ModuleFunction(f.Substring(1), FunctionEffect.Waits),
            '*' => new ModuleFunction(f.Substring(1), FunctionEffect.GivesWaitable),
            '@' => new ModuleFunction(f.Substring(1), FunctionEffect.CallsBack),
            '<' => new ModuleFunction(f.Substring(1), FunctionEffect.Yields),
            '>' => new ModuleFunction(f.Substring(1), FunctionEffect.Resumes),
            _ => new ModuleFunction(f, FunctionEffect.None),
        })
        .ToArray();
}
