using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Temporalio.Client;

namespace Temporalio.Common.EnvConfig;

/// <summary>Options of clients from the file temporal.toml and from environment variables.</summary>
/// <param name="Profiles">The profiles by name.</param>
public sealed record ClientEnvConfig(IReadOnlyDictionary<string, ClientEnvConfig.Profile> Profiles)
{
    private const string DefaultProfile = "default";

    /// <summary>Makes a configuration from dictionaries.</summary>
    /// <param name="profileDictionaries">The profiles by name.</param>
    /// <returns>The configuration.</returns>
    public static ClientEnvConfig FromDictionary(IReadOnlyDictionary<string, Dictionary<string, object>> profileDictionaries) =>
        new(profileDictionaries.ToDictionary(p => p.Key, p => Profile.FromDictionary(p.Value), StringComparer.Ordinal));

    /// <summary>Reads all profiles of the file.</summary>
    /// <param name="options">Where to read from.</param>
    /// <returns>The configuration; empty if there is no file.</returns>
    /// <exception cref="FormatException">The file is wrong.</exception>
    public static ClientEnvConfig Load(ConfigLoadOptions? options = null)
    {
        options ??= new ConfigLoadOptions();
        return new ClientEnvConfig(ReadProfiles(options.ConfigSource, options.ConfigFileStrict, Variables(options.OverrideEnvVars)));
    }

    /// <summary>Reads a profile and gets the options to connect with.</summary>
    /// <param name="options">Where to read from.</param>
    /// <returns>The options.</returns>
    /// <exception cref="FormatException">The file is wrong.</exception>
    /// <exception cref="InvalidOperationException">There is no profile of that name.</exception>
    public static TemporalClientConnectOptions LoadClientConnectOptions(ProfileLoadOptions? options = null) => Profile.Load(options).ToClientConnectionOptions();

    /// <summary>Converts to dictionaries.</summary>
    /// <returns>The profiles by name.</returns>
    public IReadOnlyDictionary<string, Dictionary<string, object>> ToDictionary() => Profiles.ToDictionary(p => p.Key, p => p.Value.ToDictionary(), StringComparer.Ordinal);

    private static Func<string, string?> Variables(IReadOnlyDictionary<string, string>? overrides) =>
        overrides is null ? Environment.GetEnvironmentVariable : name => overrides.GetValueOrDefault(name);

    private static Dictionary<string, Profile> ReadProfiles(DataSource? source, bool strict, Func<string, string?> variable)
    {
        if (source is null)
        {
            var named = variable("TEMPORAL_CONFIG_FILE");
            var path = string.IsNullOrEmpty(named)
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "temporalio", "temporal.toml")
                : named;
            if (!File.Exists(path))
            {
                return new Dictionary<string, Profile>(StringComparer.Ordinal);
            }

            source = DataSource.FromPath(path);
        }

        var document = Toml.Parse(Encoding.UTF8.GetString(source.GetBytes() ?? []));
        if (strict && document.Keys.FirstOrDefault(k => k != "profile") is { } unknown)
        {
            throw new FormatException($"unknown key '{unknown}'");
        }

        return document.GetValueOrDefault("profile") is Dictionary<string, object> profiles
            ? profiles.ToDictionary(p => p.Key, p => FromFile(p.Key, p.Value, strict), StringComparer.Ordinal)
            : new Dictionary<string, Profile>(StringComparer.Ordinal);
    }

    private static Profile FromFile(string name, object value, bool strict)
    {
        var table = value as Dictionary<string, object> ?? throw new FormatException($"profile '{name}' is no table");
        Check(table, strict, ["address", "namespace", "api_key", "tls", "grpc_meta", "codec"]);
        return new Profile(
            Text(table, "address"),
            Text(table, "namespace"),
            Text(table, "api_key"),
            table.GetValueOrDefault("tls") is Dictionary<string, object> tls ? TlsFromFile(tls, strict) : null,
            table.GetValueOrDefault("grpc_meta") is Dictionary<string, object> meta ? meta.Keys.ToDictionary(k => k.ToLowerInvariant().Replace('_', '-'), k => Text(meta, k)!, StringComparer.Ordinal) : null);
    }

    private static Tls TlsFromFile(Dictionary<string, object> table, bool strict)
    {
        Check(table, strict, ["disabled", "server_name", "server_ca_cert_path", "server_ca_cert_data", "client_cert_path", "client_cert_data", "client_key_path", "client_key_data", "disable_host_verification"]);
        return new Tls(
            table.GetValueOrDefault("disabled") as bool?,
            Text(table, "server_name"),
            Source(Text(table, "server_ca_cert_path"), Text(table, "server_ca_cert_data"), "server_ca_cert"),
            Source(Text(table, "client_cert_path"), Text(table, "client_cert_data"), "client_cert"),
            Source(Text(table, "client_key_path"), Text(table, "client_key_data"), "client_key"));
    }

    private static void Check(Dictionary<string, object> table, bool strict, string[] known)
    {
        if (strict && table.Keys.FirstOrDefault(k => !known.Contains(k, StringComparer.Ordinal)) is { } unknown)
        {
            throw new FormatException($"unknown key '{unknown}'");
        }
    }

    private static string? Text(Dictionary<string, object> table, string key) => table.GetValueOrDefault(key) switch
    {
        null => null,
        string text => text,
        _ => throw new FormatException($"'{key}' is no text"),
    };

    private static DataSource? Source(string? path, string? data, string what) => (path, data) switch
    {
        (null, null) => null,
        (not null, null) => DataSource.FromPath(path),
        (null, not null) => DataSource.FromUTF8String(data),
        _ => throw new FormatException($"both {what}_path and {what}_data are set"),
    };

    /// <summary>Where to read a configuration from.</summary>
    public class ConfigLoadOptions : ICloneable
    {
        /// <summary>Creates the options.</summary>
        public ConfigLoadOptions()
        {
        }

        /// <summary>Whether unknown keys are errors.</summary>
        public bool ConfigFileStrict { get; set; }

        /// <summary>The file; null means the one of TEMPORAL_CONFIG_FILE or of the user.</summary>
        public DataSource? ConfigSource { get; set; }

        /// <summary>Environment variables in place of those of the process.</summary>
        public IReadOnlyDictionary<string, string>? OverrideEnvVars { get; set; }

        /// <summary>Creates a shallow copy of these options.</summary>
        /// <returns>The copy.</returns>
        public virtual object Clone() => MemberwiseClone();
    }

    /// <summary>Where to read a profile from.</summary>
    public class ProfileLoadOptions : ICloneable
    {
        /// <summary>Creates the options.</summary>
        public ProfileLoadOptions()
        {
        }

        /// <summary>Whether unknown keys are errors.</summary>
        public bool ConfigFileStrict { get; set; }

        /// <summary>The file; null means the one of TEMPORAL_CONFIG_FILE or of the user.</summary>
        public DataSource? ConfigSource { get; set; }

        /// <summary>Whether environment variables are left alone.</summary>
        public bool DisableEnv { get; set; }

        /// <summary>Whether no file is read.</summary>
        public bool DisableFile { get; set; }

        /// <summary>Environment variables in place of those of the process.</summary>
        public IReadOnlyDictionary<string, string>? OverrideEnvVars { get; set; }

        /// <summary>The name of the profile; null means TEMPORAL_PROFILE or "default".</summary>
        public string? Profile { get; set; }

        /// <summary>Creates a shallow copy of these options.</summary>
        /// <returns>The copy.</returns>
        public virtual object Clone() => MemberwiseClone();
    }

    /// <summary>The options of a client.</summary>
    /// <param name="Address">The address.</param>
    /// <param name="Namespace">The namespace.</param>
    /// <param name="ApiKey">The API key.</param>
    /// <param name="Tls">The TLS options.</param>
    /// <param name="GrpcMeta">The metadata of every call.</param>
    public sealed record Profile(string? Address = null, string? Namespace = null, string? ApiKey = null, Tls? Tls = null, IReadOnlyDictionary<string, string>? GrpcMeta = null)
    {
        private const string MetaPrefix = "TEMPORAL_GRPC_META_";

        /// <summary>Makes a profile from a dictionary.</summary>
        /// <param name="dictionary">The dictionary.</param>
        /// <returns>The profile.</returns>
        public static Profile FromDictionary(IReadOnlyDictionary<string, object> dictionary) => new(
            dictionary.GetValueOrDefault("address") as string,
            dictionary.GetValueOrDefault("namespace") as string,
            dictionary.GetValueOrDefault("api_key") as string,
            dictionary.GetValueOrDefault("tls") is IReadOnlyDictionary<string, object> tls ? EnvConfig.ClientEnvConfig.Tls.FromDictionary(tls) : null,
            dictionary.GetValueOrDefault("grpc_meta") as IReadOnlyDictionary<string, string>);

        /// <summary>Reads a profile: from the file, then what environment variables change.</summary>
        /// <param name="options">Where to read from.</param>
        /// <returns>The profile.</returns>
        /// <exception cref="FormatException">The file is wrong.</exception>
        /// <exception cref="InvalidOperationException">There is no profile of that name.</exception>
        public static Profile Load(ProfileLoadOptions? options = null)
        {
            options ??= new ProfileLoadOptions();
            var variable = options.DisableEnv ? _ => null : Variables(options.OverrideEnvVars);
            var named = options.Profile ?? (variable("TEMPORAL_PROFILE") is { Length: > 0 } name ? name : null);
            Profile? profile = null;
            if (!options.DisableFile && !ReadProfiles(options.ConfigSource, options.ConfigFileStrict, variable).TryGetValue(named ?? DefaultProfile, out profile) && named is not null and not DefaultProfile)
            {
                throw new InvalidOperationException($"Profile '{named}' not found");
            }

            profile ??= new Profile();
            return options.DisableEnv ? profile : profile.With(variable, options.OverrideEnvVars);
        }

        /// <summary>Gets the options to connect with.</summary>
        /// <returns>The options.</returns>
        public TemporalClientConnectOptions ToClientConnectionOptions()
        {
            var options = new TemporalClientConnectOptions { TargetHost = Address, ApiKey = ApiKey, Tls = Tls?.ToTlsOptions(), RpcMetadata = GrpcMeta?.ToList() };
            options.Namespace = Namespace ?? options.Namespace;
            return options;
        }

        /// <summary>Converts to a dictionary.</summary>
        /// <returns>The dictionary.</returns>
        public Dictionary<string, object> ToDictionary()
        {
            var result = new Dictionary<string, object>(StringComparer.Ordinal);
            Set(result, "address", Address);
            Set(result, "namespace", Namespace);
            Set(result, "api_key", ApiKey);
            Set(result, "tls", Tls?.ToDictionary());
            Set(result, "grpc_meta", GrpcMeta is null ? null : new Dictionary<string, string>(GrpcMeta, StringComparer.Ordinal));
            return result;
        }

        private Profile With(Func<string, string?> variable, IReadOnlyDictionary<string, string>? overrides)
        {
            var names = overrides?.Keys ?? Environment.GetEnvironmentVariables().Keys.Cast<string>();
            var meta = new Dictionary<string, string>(GrpcMeta ?? new Dictionary<string, string>(), StringComparer.Ordinal);
            foreach (var name in names.Where(n => n.StartsWith(MetaPrefix, StringComparison.Ordinal)))
            {
                var key = name[MetaPrefix.Length..].ToLowerInvariant().Replace('_', '-');
                if (variable(name) is { Length: > 0 } value)
                {
                    meta[key] = value;
                }
                else
                {
                    meta.Remove(key);
                }
            }

            return new Profile(
                variable("TEMPORAL_ADDRESS") ?? Address,
                variable("TEMPORAL_NAMESPACE") ?? Namespace,
                variable("TEMPORAL_API_KEY") ?? ApiKey,
                (Tls ?? new Tls()).With(variable) is var tls && tls != new Tls() ? tls : Tls,
                meta.Count == 0 ? null : meta);
        }
    }

    /// <summary>TLS options.</summary>
    /// <param name="Disabled">Whether TLS is off; null lets an API key decide.</param>
    /// <param name="ServerName">The name that the certificate of the server must have.</param>
    /// <param name="ServerRootCACert">The certificate authority of the server.</param>
    /// <param name="ClientCert">The certificate of the client.</param>
    /// <param name="ClientPrivateKey">Its key.</param>
    public sealed record Tls(bool? Disabled = null, string? ServerName = null, DataSource? ServerRootCACert = null, DataSource? ClientCert = null, DataSource? ClientPrivateKey = null)
    {
        /// <summary>Makes the options from a dictionary.</summary>
        /// <param name="dictionary">The dictionary.</param>
        /// <returns>The options.</returns>
        public static Tls FromDictionary(IReadOnlyDictionary<string, object> dictionary)
        {
            return new Tls(
                dictionary.GetValueOrDefault("disabled") as bool?,
                dictionary.GetValueOrDefault("server_name") as string,
                Of("server_ca_cert"),
                Of("client_cert"),
                Of("client_key"));

            DataSource? Of(string key) => DataSource.FromDictionary(dictionary.GetValueOrDefault(key) as IReadOnlyDictionary<string, string>);
        }

        /// <summary>Converts to a dictionary.</summary>
        /// <returns>The dictionary.</returns>
        public Dictionary<string, object> ToDictionary()
        {
            var result = new Dictionary<string, object>(StringComparer.Ordinal);
            Set(result, "disabled", Disabled);
            Set(result, "server_name", ServerName);
            Set(result, "server_ca_cert", ServerRootCACert?.ToDictionary());
            Set(result, "client_cert", ClientCert?.ToDictionary());
            Set(result, "client_key", ClientPrivateKey?.ToDictionary());
            return result;
        }

        /// <summary>Gets the options to connect with.</summary>
        /// <returns>The options; null if TLS is off.</returns>
        public TlsOptions? ToTlsOptions() => Disabled == true ? null : new TlsOptions
        {
            Domain = ServerName,
            ServerRootCACert = ServerRootCACert?.GetBytes(),
            ClientCert = ClientCert?.GetBytes(),
            ClientPrivateKey = ClientPrivateKey?.GetBytes(),
        };

        /// <summary>Applies environment variables.</summary>
        /// <param name="variable">Gets a variable.</param>
        /// <returns>The options.</returns>
        /// <exception cref="FormatException">A variable is wrong.</exception>
        internal Tls With(Func<string, string?> variable)
        {
            return new Tls(
                variable("TEMPORAL_TLS")?.ToUpperInvariant() switch
                {
                    null or "" => Disabled,
                    "1" or "TRUE" => false,
                    "0" or "FALSE" => true,
                    var other => throw new FormatException($"TEMPORAL_TLS is '{other}', not true or false"),
                },
                variable("TEMPORAL_TLS_SERVER_NAME") ?? ServerName,
                Of("TEMPORAL_TLS_SERVER_CA_CERT") ?? ServerRootCACert,
                Of("TEMPORAL_TLS_CLIENT_CERT") ?? ClientCert,
                Of("TEMPORAL_TLS_CLIENT_KEY") ?? ClientPrivateKey);

            DataSource? Of(string name) => Source(variable(name + "_PATH"), variable(name + "_DATA"), name);
        }
    }

    private static void Set(Dictionary<string, object> target, string key, object? value)
    {
        if (value is not null)
        {
            target[key] = value;
        }
    }
}
