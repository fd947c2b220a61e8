using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;

namespace Wippy.Runtime.Modules;

/// <summary>
/// The <c>http_client</c> module (spec/modules.md section 13). The host may give an <see cref="HttpMessageInvoker"/> of its own; otherwise one connection pool serves the process.
/// </summary>
public static class HttpClientModule
{
    private const int MaximumRedirects = 10;

    private static readonly Lazy<HttpMessageInvoker> SharedInvoker = new(() => new HttpMessageInvoker(new SocketsHttpHandler
    {
        MaxAutomaticRedirections = MaximumRedirects,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
    }));

    /// <summary>The module table, shared by all instances.</summary>
    public static LuaTable Table { get; } = Libraries.LibraryTable.Create(
        Verb("get"),
        Verb("put"),
        Verb("post"),
        Verb("patch"),
        Verb("delete"),
        Verb("head"),
        new LuaAsyncFunctionN("request", args => Run("request", args.CheckString(1, "request").ToString(), args.CheckString(2, "request"), args[2])),
        new LuaAsyncFunctionN("request_batch", RunBatch),
        new LuaMultiFunctionN("encode_uri", args => new(UriText.Encode(args.CheckString(1, "encode_uri").Span))),
        new LuaMultiFunctionN("decode_uri", args =>
            UriText.TryDecode(args.CheckString(1, "decode_uri").Span, out var decoded) ? new(decoded) : LuaError.Fail(LuaError.Invalid, "invalid URL escape")));

    /// <summary>Opens the module.</summary>
    public static LuaValue Open(LuaState lua) => Table;

    private static LuaFunction Verb(string name) =>
        new LuaAsyncFunctionN(name, args => Run(name, name.ToUpperInvariant(), args.CheckString(1, name), args[1]));

    private static LuaTask<LuaValues> Run(string function, string method, LuaString url, LuaValue options)
    {
        if (url.Length == 0)
        {
            throw LuaArguments.Bad(1, function, "URL required");
        }

        var lua = LuaState.Current;
        return HttpClientRequest.TryCreate(method, url.ToString(), options, out var request, out var error)
            ? lua.Scheduler.RunCommand(() => SendAsync(request, lua))
            : new(new LuaValues(default, error));
    }

    private static async Task<LuaValues> SendAsync(HttpClientRequest request, LuaState lua)
    {
        var (response, error) = await request.SendAsync(Invoker(lua), lua.Host.CancellationToken);
        return new LuaValues(response, error);
    }

    private static LuaTask<LuaValues> RunBatch(LuaValues args)
    {
        var list = args.CheckTable(1, "request_batch");
        var requests = new HttpClientRequest?[list.Length];
        var results = new (LuaValue Response, LuaValue Error)[requests.Length];
        for (var i = 0; i < requests.Length; i++)
        {
            if (!list[i + 1L].TryGetTable(out var item) || !item[1L].TryGetString(out var method) || !item[2L].TryGetString(out var url))
            {
                results[i].Error = new LuaError(LuaError.Invalid, "request must be {method, url, options}") { Retryable = false };
            }
            else if (HttpClientRequest.TryCreate(method.ToString(), url.ToString(), item[3L], out var request, out var error))
            {
                requests[i] = request;
            }
            else
            {
                results[i].Error = error;
            }
        }

        var lua = LuaState.Current;
        return lua.Scheduler.RunCommand(async () =>
        {
            var running = new List<Task>();
            for (var i = 0; i < requests.Length; i++)
            {
                if (requests[i] is { } request)
                {
                    running.Add(SendInto(request, i));
                }
            }

            await Task.WhenAll(running);
            return Collect(results);

            async Task SendInto(HttpClientRequest request, int index) =>
                results[index] = await request.SendAsync(Invoker(lua), lua.Host.CancellationToken);
        });
    }

    private static LuaValues Collect((LuaValue Response, LuaValue Error)[] results)
    {
        var responses = new LuaTable(results.Length, 0);
        var errors = new LuaTable();
        var failed = false;
        for (var i = 0; i < results.Length; i++)
        {
            responses[i + 1L] = results[i].Response;
            errors[i + 1L] = results[i].Error;
            failed |= !results[i].Error.IsNil;
        }

        return new LuaValues(responses, failed ? errors : LuaValue.Nil);
    }

    private static HttpMessageInvoker Invoker(LuaState lua) =>
        lua.Host.GetService(typeof(HttpMessageInvoker)) as HttpMessageInvoker ?? SharedInvoker.Value;
}
