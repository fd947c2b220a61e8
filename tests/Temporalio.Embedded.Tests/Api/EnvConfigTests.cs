using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Temporalio.Common.EnvConfig;

namespace Temporalio.Embedded.Tests.Api;

public class EnvConfigTests
{
    private const string File = """"
        # Two profiles.
        [profile.default]
        address = "localhost:7233"   # the address
        namespace = 'dev'

        [profile."prod"]
        address = "prod.example:7233"
        namespace = "orders"
        api_key = "secret"
        grpc_meta = { team = "a\tb", Cost_Center = '42' }
        [profile.prod.tls]
        server_name = "temporal"
        client_cert_data = """
        -----BEGIN-----
        abc
        -----END-----
        """
        client_key_path = '/keys/client.key'
        """";

    private static readonly Dictionary<string, string> NoVariables = [];

    [Fact]
    public void The_default_profile_gives_the_options_to_connect_with()
    {
        var options = ClientEnvConfig.LoadClientConnectOptions(new() { ConfigSource = DataSource.FromUTF8String(File), OverrideEnvVars = NoVariables });
        Assert.Equal(("localhost:7233", "dev", null), (options.TargetHost, options.Namespace, options.ApiKey));
        Assert.Null(options.Tls);
    }

    [Fact]
    public void A_named_profile_has_everything()
    {
        var profile = ClientEnvConfig.Profile.Load(new() { Profile = "prod", ConfigSource = DataSource.FromUTF8String(File), OverrideEnvVars = NoVariables });
        Assert.Equal(("prod.example:7233", "orders", "secret"), (profile.Address, profile.Namespace, profile.ApiKey));
        Assert.Equal(new Dictionary<string, string> { ["team"] = "a\tb", ["cost-center"] = "42" }, profile.GrpcMeta);
        Assert.Equal("temporal", profile.Tls!.ServerName);
        Assert.Equal("-----BEGIN-----\nabc\n-----END-----\n", Encoding.UTF8.GetString(profile.Tls.ClientCert!.GetBytes()!));
        Assert.Equal("/keys/client.key", profile.Tls.ClientPrivateKey!.Path);
    }

    [Fact]
    public void Environment_variables_come_before_the_file()
    {
        var profile = ClientEnvConfig.Profile.Load(new()
        {
            ConfigSource = DataSource.FromUTF8String(File),
            OverrideEnvVars = new Dictionary<string, string>
            {
                ["TEMPORAL_PROFILE"] = "prod",
                ["TEMPORAL_NAMESPACE"] = "other",
                ["TEMPORAL_TLS_SERVER_NAME"] = "elsewhere",
                ["TEMPORAL_GRPC_META_TEAM"] = string.Empty,
                ["TEMPORAL_GRPC_META_TRACE_ID"] = "7",
            },
        });
        Assert.Equal(("prod.example:7233", "other", "elsewhere"), (profile.Address, profile.Namespace, profile.Tls!.ServerName));
        Assert.Equal(new Dictionary<string, string> { ["cost-center"] = "42", ["trace-id"] = "7" }, profile.GrpcMeta);
        var off = ClientEnvConfig.LoadClientConnectOptions(new() { DisableFile = true, OverrideEnvVars = new Dictionary<string, string> { ["TEMPORAL_TLS"] = "false", ["TEMPORAL_ADDRESS"] = "a:1" } });
        Assert.Equal("a:1", off.TargetHost);
        Assert.Null(off.Tls);
    }

    [Fact]
    public void A_configuration_survives_as_dictionaries()
    {
        var config = ClientEnvConfig.Load(new() { ConfigSource = DataSource.FromUTF8String(File), OverrideEnvVars = NoVariables });
        Assert.Equal(["default", "prod"], config.Profiles.Keys.Order(StringComparer.Ordinal));
        var again = ClientEnvConfig.FromDictionary(config.ToDictionary()).Profiles["prod"];
        Assert.Equal("temporal", again.Tls!.ServerName);
        Assert.Equal(config.Profiles["prod"].Tls!.ClientCert!.GetBytes(), again.Tls.ClientCert!.GetBytes());
        Assert.Equal(config.Profiles["prod"].GrpcMeta, again.GrpcMeta);
    }

    [Fact]
    public void Without_a_file_only_a_named_profile_is_missed()
    {
        var variables = new Dictionary<string, string> { ["TEMPORAL_CONFIG_FILE"] = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()) };
        Assert.Null(ClientEnvConfig.LoadClientConnectOptions(new() { OverrideEnvVars = variables }).TargetHost);
        var missing = Assert.Throws<InvalidOperationException>(() => ClientEnvConfig.Profile.Load(new() { Profile = "prod", OverrideEnvVars = variables }));
        Assert.Equal("Profile 'prod' not found", missing.Message);
    }

    [Theory]
    [InlineData("[profile.default\naddress = 'x'", "line 1: expected ']'")]
    [InlineData("[profile.default]\naddress = x", "line 2: expected text in quotes")]
    [InlineData("[profile.default]\naddress = \"x", "line 2: unfinished text")]
    [InlineData("[profile.default]\naddress = \"\\q\"", "line 2: unknown escape")]
    [InlineData("[profile.default]\naddress = 'x'\naddress = 'y'", "line 3: 'address' is there twice")]
    [InlineData("[profile.default]\naddress = 'x' 'y'", "line 2: expected the end of the line")]
    [InlineData("[profile.default]\naddress = 5", "'address' is no text")]
    [InlineData("[[profile]]", "line 1: arrays of tables")]
    [InlineData("[profile.default]\nadress = 'x'", "unknown key 'adress'")]
    [InlineData("[profile.default.tls]\nclient_cert_path = 'x'\nclient_cert_data = 'y'", "both client_cert_path and client_cert_data")]
    public void A_wrong_file_says_why(string text, string reason)
    {
        var e = Assert.Throws<FormatException>(() => ClientEnvConfig.Load(new() { ConfigSource = DataSource.FromUTF8String(text), ConfigFileStrict = true }));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }
}
