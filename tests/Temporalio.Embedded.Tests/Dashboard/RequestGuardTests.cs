using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Dashboard;
using Temporalio.Testing;

namespace Temporalio.Embedded.Tests.Dashboard;

/// <summary>What other web sites and other machines may not do. How the pages look and work is tested with a browser, in Dashboard.Tests.</summary>
public sealed class RequestGuardTests : IAsyncLifetime
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true });
    private WorkflowEnvironment env = null!;
    private DashboardServer dashboard = null!;

    public async Task InitializeAsync()
    {
        env = await WorkflowEnvironment.StartLocalAsync();
        dashboard = await DashboardServer.StartAsync(env.Client, "http://127.0.0.1:0", ["dash.example"]);
        http.BaseAddress = dashboard.Address;
        await env.Client.StartWorkflowAsync("Waiting", [], new WorkflowOptions("w", "nobody"));
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await dashboard.DisposeAsync();
        await env.DisposeAsync();
    }

    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("127.3.2.1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    [InlineData("dash.example", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.168.0.7", HttpStatusCode.MisdirectedRequest)]
    public async Task Only_names_of_this_machine_are_answered(string host, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = $"{host}:{dashboard.Address.Port}";
        using var answer = await http.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("http://evil.example", true)]
    [InlineData("null", true)]
    [InlineData(null, true)]
    [InlineData("own", false)]
    [InlineData("otherPort", true)]
    public async Task Forms_of_other_sites_change_nothing(string? origin, bool withToken)
    {
        var token = withToken ? await TokenAsync() : new string('0', 64);
        using var answer = await PostAsync("/workflow/terminate", token, origin switch
        {
            "own" => Origin,
            "otherPort" => "http://127.0.0.1:1",
            _ => origin,
        });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(WorkflowExecutionStatus.Running, (await env.Client.GetWorkflowHandle("w").DescribeAsync()).Status);
    }

    [Fact]
    public async Task A_form_of_its_own_works_and_leads_back_to_the_workflow()
    {
        using var answer = await PostAsync("/workflow/terminate", await TokenAsync(), Origin);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/workflow?id=w&run=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(WorkflowExecutionStatus.Terminated, (await env.Client.GetWorkflowHandle("w").DescribeAsync()).Status);
    }

    [Fact]
    public async Task A_get_changes_nothing()
    {
        using var answer = await http.GetAsync(new Uri($"/workflow/terminate?id=w&token={await TokenAsync()}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_forbid_frames_foreign_scripts_and_caching()
    {
        using var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", "reachable from other machines")]
    [InlineData("http://[::]:0", "reachable from other machines")]
    [InlineData("http://example.org:80", "reachable from other machines")]
    [InlineData("https://127.0.0.1:0", "not of the form")]
    [InlineData("8233", "not of the form")]
    public async Task Only_a_loopback_address_is_used_unless_hosts_are_named(string address, string reason)
    {
        var e = await Assert.ThrowsAsync<ArgumentException>(() => DashboardServer.StartAsync(env.Client, address));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_named_hosts_another_address_is_used()
    {
        await using var other = await DashboardServer.StartAsync(env.Client, "http://0.0.0.0:0", ["dash.example"]);
        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{other.Address.Port}/"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_user_interface_of_a_local_environment_is_the_dashboard()
    {
        await using var with = await WorkflowEnvironment.StartLocalAsync(new WorkflowEnvironmentStartLocalOptions { UI = true, UIPort = 0 });
        Assert.NotNull(with.DashboardAddress);
        await with.Client.StartWorkflowAsync("Waiting", [], new WorkflowOptions("shown-there", "nobody"));
        Assert.Contains("shown-there", await http.GetStringAsync(with.DashboardAddress), StringComparison.Ordinal);
    }

    private string Origin => dashboard.Address.GetLeftPart(UriPartial.Authority);

    private async Task<string> TokenAsync() =>
        Regex.Match(await http.GetStringAsync(new Uri("/workflow?id=w", UriKind.Relative)), "name=\"token\" value=\"([0-9A-F]{64})\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    private async Task<HttpResponseMessage> PostAsync(string path, string token, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = token, ["id"] = "w", ["run"] = string.Empty }),
        };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await http.SendAsync(request);
    }
}
