using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace Wippy.Runtime.Modules;

/// <summary>A checked request of the <c>http_client</c> module. It reads its options at once, so later changes of the tables do not matter.</summary>
internal sealed class HttpClientRequest
{
    private const long DefaultMaximumBody = 120L << 20;

    private static readonly string[] Unsupported = ["stream", "unix_socket", "tls", "overlay_network"];

    private readonly HttpMethod method;
    private readonly Uri uri;
    private readonly List<KeyValuePair<string, string>> headers = [];
    private byte[]? body;
    private string? contentType;
    private TimeSpan timeout = TimeSpan.FromSeconds(30);
    private long maximumBody = DefaultMaximumBody;

    private HttpClientRequest(HttpMethod method, Uri uri)
    {
        this.method = method;
        this.uri = uri;
    }

    /// <summary>Checks method, URL and options; gives an INVALID error for bad ones.</summary>
    public static bool TryCreate(string method, string url, LuaValue options, [NotNullWhen(true)] out HttpClientRequest? request, out LuaValue error)
    {
        request = null;
        var problem = Create(method, url, options, out var created);
        error = problem is null ? default : new LuaError(LuaError.Invalid, problem) { Retryable = false };
        request = problem is null ? created : null;
        return request is not null;
    }

    /// <summary>Sends the request: a response table or an error, never an exception but for the end of the instance.</summary>
    public async Task<(LuaValue Response, LuaValue Error)> SendAsync(HttpMessageInvoker invoker, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(timeout);
        try
        {
            using var message = CreateMessage();
            using var response = await invoker.SendAsync(message, deadline.Token);
            return (await ReadAsync(response, deadline.Token), default);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Fail($"{method} {uri}: timeout after {timeout.TotalSeconds} s", true);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return Fail($"{method} {uri}: {exception.Message}", true);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or NotSupportedException)
        {
            return (default, new LuaError(LuaError.Invalid, $"{method} {uri}: {exception.Message}") { Retryable = false });
        }
        catch (InvalidDataException exception)
        {
            return Fail($"{method} {uri}: {exception.Message}", false);
        }
    }

    private static (LuaValue Response, LuaValue Error) Fail(string message, bool retryable) =>
        (default, new LuaError(LuaError.Internal, message) { Retryable = retryable });

    private static string? Create(string method, string url, LuaValue options, out HttpClientRequest? request)
    {
        request = null;
        if (!options.IsNil && !options.IsTable)
        {
            return "options must be a table";
        }

        var table = options.IsNil ? new LuaTable() : options.AsTable();
        foreach (var name in Unsupported)
        {
            if (table[name].IsTruthy)
            {
                return $"option '{name}' is not supported";
            }
        }

        HttpMethod verb;
        try
        {
            verb = HttpMethod.Parse(method.ToUpperInvariant());
        }
        catch (FormatException)
        {
            return $"invalid method '{method}'";
        }

        var query = AppendQuery(url, table["query"]);
        if (!Uri.TryCreate(query, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return $"invalid URL '{url}'";
        }

        request = new HttpClientRequest(verb, uri);
        return request.ReadOptions(table);
    }

    private static string AppendQuery(string url, LuaValue query)
    {
        if (!query.TryGetTable(out var table))
        {
            return url;
        }

        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        var tail = fragment < 0 ? "" : url[fragment..];
        url = fragment < 0 ? url : url[..fragment];
        foreach (var (name, value) in Strings(table))
        {
            url += (url.Contains('?', StringComparison.Ordinal) ? url.EndsWith('?') || url.EndsWith('&') ? "" : "&" : "?") + Pair(name, value);
        }

        return url + tail;
    }

    private static string Pair(LuaString name, LuaString value) => UriText.Encode(name.Span) + "=" + UriText.Encode(value.Span);

    /// <summary>The string fields of a table; numbers count as their text, others are ignored.</summary>
    private static IEnumerable<(LuaString Name, LuaString Value)> Strings(LuaTable table)
    {
        var position = 0;
        while (table.Next(ref position, out var key, out var value))
        {
            if (key.TryGetString(out var name) && (value.IsString || value.IsNumber))
            {
                yield return (name, LuaOperators.ToLuaString(value));
            }
        }
    }

    private string? ReadOptions(LuaTable options)
    {
        if (!options["timeout"].IsNil)
        {
            if (options["timeout"].TryGetNumber(out var seconds) && seconds > 0 && seconds < 1e6)
            {
                timeout = TimeSpan.FromSeconds(seconds);
            }
            else if (options["timeout"].IsString && LuaDuration.TryRead(options["timeout"], out var nanoseconds) && nanoseconds > 0 && nanoseconds < 1_000_000_000_000_000)
            {
                timeout = LuaDuration.ToTimeSpan(nanoseconds);
            }
            else
            {
                return "invalid timeout";
            }
        }

        if (!options["max_response_body"].IsNil)
        {
            if (!options["max_response_body"].TryGetInteger(out var most) || most < 0)
            {
                return "invalid max_response_body";
            }

            maximumBody = most == 0 ? DefaultMaximumBody : most;
        }

        return ReadBody(options) ?? ReadHeaders(options);
    }

    private string? ReadHeaders(LuaTable options)
    {
        if (options["headers"].TryGetTable(out var given))
        {
            foreach (var (name, value) in Strings(given))
            {
                headers.Add(new(name.ToString(), value.ToString()));
            }
        }

        if (options["cookies"].TryGetTable(out var cookies))
        {
            var parts = new List<string>();
            foreach (var (name, value) in Strings(cookies))
            {
                parts.Add(name + "=" + value);
            }

            if (parts.Count > 0)
            {
                headers.Add(new("Cookie", string.Join("; ", parts)));
            }
        }

        if (options["auth"].TryGetTable(out var auth))
        {
            var user = auth["user"].IsNil ? auth[1L] : auth["user"];
            var pass = auth["pass"].IsNil ? auth[2L] : auth["pass"];
            if (!user.IsString || !pass.IsString)
            {
                return "auth needs user and pass";
            }

            byte[] credentials = [.. user.AsString().Span, (byte)':', .. pass.AsString().Span];
            headers.Add(new("Authorization", "Basic " + Convert.ToBase64String(credentials)));
        }

        return null;
    }

    private string? ReadBody(LuaTable options)
    {
        if (options["files"].TryGetTable(out var files))
        {
            return ReadFiles(files, options["form"]);
        }

        if (options["form"].TryGetTable(out var form))
        {
            var pairs = new List<string>();
            foreach (var (name, value) in Strings(form))
            {
                pairs.Add(Pair(name, value));
            }

            body = System.Text.Encoding.ASCII.GetBytes(string.Join('&', pairs));
            contentType = "application/x-www-form-urlencoded";
            return null;
        }

        if (options["body"].TryGetString(out var text))
        {
            body = text.Span.ToArray();
            return null;
        }

        return options["body"].IsNil ? null : "body must be a string";
    }

    private string? ReadFiles(LuaTable files, LuaValue form)
    {
        using var content = new MultipartFormDataContent("wippy-" + Guid.NewGuid().ToString("N"));
        if (form.TryGetTable(out var fields))
        {
            foreach (var (name, value) in Strings(fields))
            {
                content.Add(new ByteArrayContent(value.Span.ToArray()), Quoted(name));
            }
        }

        for (long i = 1; i <= files.Length; i++)
        {
            if (!files[i].TryGetTable(out var file)
                || !file["name"].TryGetString(out var name)
                || !file["filename"].TryGetString(out var fileName)
                || !file["content"].TryGetString(out var bytes))
            {
                return "files needs {name, filename, content}";
            }

            var part = new ByteArrayContent(bytes.Span.ToArray());
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, Quoted(name), Quoted(fileName));
        }

        using var buffer = new MemoryStream();
        content.CopyTo(buffer, null, CancellationToken.None);
        body = buffer.ToArray();
        contentType = content.Headers.ContentType!.ToString();
        return null;
    }

    private static string Quoted(LuaString text) => "\"" + text.ToString().Replace("\"", "%22", StringComparison.Ordinal) + "\"";

    private HttpRequestMessage CreateMessage()
    {
        var message = new HttpRequestMessage(method, uri);
        var takesBody = method == HttpMethod.Post || method == HttpMethod.Put || method == HttpMethod.Patch;
        if (body is not null || takesBody)
        {
            message.Content = new ByteArrayContent(body ?? []);
            if (contentType is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        foreach (var (name, value) in headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value) && message.Content is { } content)
            {
                content.Headers.Remove(name);
                content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    private async Task<LuaValue> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = await ReadBodyAsync(response.Content, cancellationToken);
        var fields = new LuaTable();
        var cookies = new LuaTable();
        AddHeaders(fields, cookies, response.Headers.NonValidated);
        AddHeaders(fields, cookies, response.Content.Headers.NonValidated);
        var result = new LuaTable
        {
            ["status_code"] = (int)response.StatusCode,
            ["url"] = (response.RequestMessage?.RequestUri ?? uri).AbsoluteUri,
            ["headers"] = fields,
            ["cookies"] = cookies,
            ["body_size"] = content.Length,
        };
        if (content.Length > 0)
        {
            result["body"] = LuaString.FromOwned(content);
        }

        return result;
    }

    private async Task<byte[]> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > maximumBody)
            {
                throw new InvalidDataException($"response body exceeds {maximumBody} bytes");
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static void AddHeaders(LuaTable fields, LuaTable cookies, HttpHeadersNonValidated headers)
    {
        foreach (var (name, values) in headers)
        {
            var canonical = Canonical(name);
            foreach (var value in values)
            {
                if (fields[canonical].IsNil)
                {
                    fields[LuaString.FromUtf16(canonical)] = value;
                }

                if (canonical == "Set-Cookie")
                {
                    var pair = value.Split(';')[0];
                    var equals = pair.IndexOf('=', StringComparison.Ordinal);
                    if (equals > 0)
                    {
                        cookies[LuaString.FromUtf16(pair[..equals].Trim())] = pair[(equals + 1)..].Trim();
                    }
                }
            }
        }
    }

    private static string Canonical(string name) => string.Create(name.Length, name, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = i == 0 || source[i - 1] == '-' ? char.ToUpperInvariant(source[i]) : char.ToLowerInvariant(source[i]);
        }
    });
}
