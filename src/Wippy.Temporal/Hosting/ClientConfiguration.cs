using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Text;
using Temporalio.Client;

namespace Wippy.Temporal.Hosting;

/// <summary>A <c>temporal.client</c> entry, read and checked (spec/temporal.md section 2). Secrets stay inside <see cref="Connection"/>.</summary>
internal sealed record ClientConfiguration(
    string Id,
    string TaskQueuePrefix,
    TimeSpan ConnectionTimeout,
    TimeSpan? HealthCheckInterval,
    ServiceLifecycle Lifecycle,
    TemporalClientConnectOptions Connection)
{
    /// <summary>Id of the client that workers without a <c>client</c> field use (spec/temporal.md section 1).</summary>
    public const string ImplicitId = "default";

    public static ClientConfiguration Read(WippyEntry entry, EntryFields fields, WippyOptions options)
    {
        var address = options.Address ?? fields.Text("address");
        if (string.IsNullOrEmpty(address))
        {
            fields.Report("address is required");
        }

        var timeout = NotNegative(fields, "connection_timeout", "connection timeout", TimeSpan.FromSeconds(10));
        var health = fields.Map("health_check");
        TimeSpan? interval = health.Flag("enabled", false) ? health.Duration("interval", TimeSpan.FromSeconds(30)) : null;
        if (interval <= TimeSpan.Zero)
        {
            health.Report("interval", "health check interval must be > 0 when enabled");
        }

        var connection = new TemporalClientConnectOptions(address ?? string.Empty)
        {
            Namespace = fields.Text("namespace") ?? "default",
            KeepAlive = new KeepAliveOptions
            {
                Interval = NotNegative(fields, "keep_alive_time", "keep alive time", TimeSpan.FromSeconds(30)),
                Timeout = NotNegative(fields, "keep_alive_timeout", "keep alive timeout", TimeSpan.FromSeconds(10)),
            },
        };
        var (clientCertificate, clientKey) = ReadAuthentication(fields.Map("auth"), connection, options);
        connection.Tls = ReadTls(fields, address ?? string.Empty, clientCertificate, clientKey, options);
        return new ClientConfiguration(entry.Id, fields.Text("tq_prefix") ?? string.Empty, timeout, interval, ServiceLifecycle.Read(fields, entry.Id), connection);
    }

    /// <summary>The client of workers that name none: from TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and TEMPORAL_API_KEY (spec/temporal.md section 1).</summary>
    public static ClientConfiguration Implicit(EnvironmentVariables environment, WippyOptions options)
    {
        static string? NotEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
        var connection = new TemporalClientConnectOptions(options.Address ?? NotEmpty(environment.Get("TEMPORAL_ADDRESS")) ?? "localhost:7233")
        {
            Namespace = NotEmpty(environment.Get("TEMPORAL_NAMESPACE")) ?? "default",
            ApiKey = NotEmpty(environment.Get("TEMPORAL_API_KEY")),
        };
        var lifecycle = new ServiceLifecycle(false, false, [], TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), new RestartPolicy(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(90), 2, 0.1, 0));
        return new ClientConfiguration(ImplicitId, string.Empty, TimeSpan.FromSeconds(10), null, lifecycle, connection);
    }

    private static TimeSpan NotNegative(EntryFields fields, string key, string name, TimeSpan fallback)
    {
        var value = fields.Duration(key, fallback);
        if (value < TimeSpan.Zero)
        {
            fields.Report(key, $"{name} must be >= 0");
            return fallback;
        }

        return value;
    }

    private static (byte[]? Certificate, byte[]? Key) ReadAuthentication(EntryFields auth, TemporalClientConnectOptions connection, WippyOptions options)
    {
        var type = auth.Text("type") ?? "none";
        switch (type)
        {
            case "none":
                return (null, null);
            case "api_key":
                if (One(auth, ["api_key", "api_key_env", "api_key_file"], "API key source is required", "multiple API key sources specified") is { } source)
                {
                    connection.ApiKey = source == "api_key_file" ? Encoding.UTF8.GetString(ReadFile(auth, source, options) ?? []).Trim() : auth.Text("api_key");
                }

                return (null, null);
            case "mtls":
                var certificate = One(auth, ["cert_file", "cert_pem"], "mTLS certificate is required", "multiple mTLS certificate sources specified");
                var key = One(auth, ["key_file", "key_pem", "key_pem_env"], "mTLS key is required", "multiple mTLS key sources specified");
                return (
                    certificate == "cert_file" ? ReadFile(auth, certificate, options) : Bytes(auth.Text("cert_pem")),
                    key == "key_file" ? ReadFile(auth, key, options) : Bytes(auth.Text("key_pem")));
            default:
                auth.Report("type", $"invalid auth type: {type}");
                return (null, null);
        }
    }

    private static TlsOptions? ReadTls(EntryFields fields, string address, byte[]? clientCertificate, byte[]? clientKey, WippyOptions options)
    {
        var tls = fields.Map("tls");
        var enabled = tls.Flag("enabled", false);
        if (!enabled)
        {
            // Without a tls block an API key or a client certificate turns TLS on; an explicit 'enabled: false' keeps it off.
            return clientCertificate is not null ? new TlsOptions { ClientCert = clientCertificate, ClientPrivateKey = clientKey }
                : tls.Has("enabled") ? new TlsOptions { Disabled = true } : null;
        }

        var serverName = tls.Text("server_name");
        if (tls.Flag("insecure_skip_verify", false))
        {
            if (!string.IsNullOrEmpty(serverName))
            {
                tls.Report("insecure_skip_verify", "cannot use insecure skip verify with server name");
            }
            else if (!IsLoopback(address))
            {
                tls.Report("insecure_skip_verify", "insecure_skip_verify is refused for an address that is not loopback: give the server's certificate authority in tls.ca_file");
            }
        }

        return new TlsOptions
        {
            Domain = serverName,
            ServerRootCACert = tls.Has("ca_file") ? ReadFile(tls, "ca_file", options) : null,
            ClientCert = clientCertificate,
            ClientPrivateKey = clientKey,
        };
    }

    private static bool IsLoopback(string address)
    {
        var host = address.LastIndexOf(':') is var colon && colon > 0 ? address[..colon].Trim('[', ']') : address;
        return host == "localhost" || (IPAddress.TryParse(host, out var parsed) && IPAddress.IsLoopback(parsed));
    }

    // The one source that is given; reports none and more than one.
    private static string? One(EntryFields fields, IReadOnlyList<string> keys, string none, string several)
    {
        var given = keys.Where(key => fields.Node[key] is { Value: not null and not "" }).ToArray();
        if (given.Length == 1)
        {
            return given[0];
        }

        fields.Report(given.Length == 0 ? none : several);
        return null;
    }

    private static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);

    private static byte[]? ReadFile(EntryFields fields, string key, WippyOptions options)
    {
        var name = fields.Text(key) ?? string.Empty;
        try
        {
            return File.ReadAllBytes(Path.Combine(options.ContentRoot, name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            fields.Report(key, $"cannot read {key} '{name}': {error.Message}");
            return null;
        }
    }
}
