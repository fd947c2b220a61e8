using Wippy.Compiler.Text;

namespace Wippy.Compiler.Entries;

/// <summary>A <c>temporal.client</c> (spec/temporal.md section 2). What is absent has the default of the table there.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Location">Where its name stands.</param>
/// <param name="Meta">Its <c>meta</c>.</param>
/// <param name="Data">Its data.</param>
/// <param name="Lifecycle">Its <c>lifecycle</c>.</param>
/// <param name="Address"><c>host:port</c>.</param>
/// <param name="Namespace">The Temporal namespace.</param>
/// <param name="TaskQueuePrefix">Put before the task queues of its workers.</param>
/// <param name="ConnectionTimeout">Limit for connecting.</param>
/// <param name="KeepAliveTime">Interval of keep-alive pings.</param>
/// <param name="KeepAliveTimeout">Limit for a ping.</param>
/// <param name="Auth">How it proves who it is.</param>
/// <param name="Tls">Transport security; null means none unless an API key asks for it.</param>
/// <param name="HealthCheck">Periodic probe.</param>
public sealed record TemporalClientEntry(
    EntryId Id,
    SourceLocation Location,
    YamlMapping Meta,
    YamlMapping Data,
    Lifecycle? Lifecycle,
    ConfigValue Address,
    ConfigValue? Namespace,
    ConfigValue? TaskQueuePrefix,
    ConfigValue? ConnectionTimeout,
    ConfigValue? KeepAliveTime,
    ConfigValue? KeepAliveTimeout,
    TemporalAuth Auth,
    TemporalTls? Tls,
    TemporalHealthCheck? HealthCheck)
    : Entry(Id, EntryKinds.TemporalClient, Location, Meta, Data, Lifecycle);

/// <summary>Ways to prove who the client is.</summary>
public enum TemporalAuthType
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By API key.</summary>
    ApiKey,

    /// <summary>By client certificate.</summary>
    MutualTls,
}

/// <summary><c>auth</c> of a client; exactly one source of the key, or of certificate and key, is set.</summary>
/// <param name="Type">The way.</param>
/// <param name="ApiKey">The key.</param>
/// <param name="ApiKeyFile">A file with the key; white space around it is trimmed.</param>
/// <param name="CertFile">A file with the certificate.</param>
/// <param name="CertPem">The certificate.</param>
/// <param name="KeyFile">A file with the private key.</param>
/// <param name="KeyPem">The private key.</param>
/// <remarks><c>api_key_env</c> and <c>key_pem_env</c> are read as environment placeholders of <c>ApiKey</c> and <c>KeyPem</c>.</remarks>
public sealed record TemporalAuth(
    TemporalAuthType Type,
    ConfigValue? ApiKey,
    ConfigValue? ApiKeyFile,
    ConfigValue? CertFile,
    ConfigValue? CertPem,
    ConfigValue? KeyFile,
    ConfigValue? KeyPem)
{
    /// <summary>No authentication.</summary>
    public static TemporalAuth None { get; } = new(TemporalAuthType.None, null, null, null, null, null, null);
}

/// <summary><c>tls</c> of a client.</summary>
/// <param name="Enabled">Off unless true.</param>
/// <param name="CaFile">Certificates to trust.</param>
/// <param name="ServerName">Name expected in the server's certificate.</param>
/// <param name="InsecureSkipVerify">Refused at start unless the address is loopback.</param>
public sealed record TemporalTls(ConfigValue? Enabled, ConfigValue? CaFile, ConfigValue? ServerName, ConfigValue? InsecureSkipVerify);

/// <summary><c>health_check</c> of a client.</summary>
/// <param name="Enabled">Off unless true.</param>
/// <param name="Interval">Distance of probes.</param>
public sealed record TemporalHealthCheck(ConfigValue? Enabled, ConfigValue? Interval);
