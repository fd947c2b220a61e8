using System;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Dashboard;
using Temporalio.Testing;

namespace Temporalio.Embedded.Tests.Dashboard;

/// <summary>The pages show every namespace of the engine, not only that of the client that started them.</summary>
public sealed class NamespaceTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("embedded").FullName;
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true });

    public void Dispose()
    {
        http.Dispose();
        Directory.Delete(directory, true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_workflow_of_another_namespace_is_listed_shown_and_ended(bool stored)
    {
        await using var env = await WorkflowEnvironment.StartLocalAsync(new WorkflowEnvironmentStartLocalOptions
        {
            DevServerOptions = new DevServerOptions { DatabaseFilename = stored ? Path.Combine(directory, "engine.db") : null },
        });
        await using var dashboard = await DashboardServer.StartAsync(env.Client, "http://127.0.0.1:0");
        http.BaseAddress = dashboard.Address;
        Assert.DoesNotContain("namespace=", await http.GetStringAsync(Relative("/")), StringComparison.Ordinal);
        var options = (TemporalClientOptions)env.Client.Options.Clone();
        options.Namespace = "a & b";
        var other = new TemporalClient(env.Client.Connection, options);
        await env.Client.StartWorkflowAsync("Waiting", [], new WorkflowOptions("here", "nobody"));
        var handle = await other.StartWorkflowAsync("Waiting", [], new WorkflowOptions("there", "nobody"));
        var list = await http.GetStringAsync(Relative("/"));
        Assert.Contains("here", list, StringComparison.Ordinal);
        Assert.DoesNotContain("there", list, StringComparison.Ordinal);
        var link = WebUtility.HtmlDecode(Regex.Match(list, "href=\"(/[^\"]*namespace=[^\"]*)\"", RegexOptions.None, TestLimit).Groups[1].Value);
        var otherList = await http.GetStringAsync(Relative(link));
        Assert.DoesNotContain(">here<", otherList, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(Regex.Match(otherList, "href=\"(/workflow[^\"]*)\"", RegexOptions.None, TestLimit).Groups[1].Value);
        var workflow = await http.GetStringAsync(Relative(page));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/workflow/terminate")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["token"] = Regex.Match(workflow, "name=\"token\" value=\"([0-9A-F]{64})\"", RegexOptions.None, TestLimit).Groups[1].Value,
                ["namespace"] = WebUtility.HtmlDecode(Regex.Match(workflow, "name=\"namespace\" value=\"([^\"]*)\"", RegexOptions.None, TestLimit).Groups[1].Value),
                ["id"] = "there",
            }),
        };
        request.Headers.Add("Origin", dashboard.Address.GetLeftPart(UriPartial.Authority));
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("was terminated", await http.GetStringAsync(answer.Headers.Location!), StringComparison.Ordinal);
        Assert.Equal(WorkflowExecutionStatus.Terminated, (await handle.DescribeAsync()).Status);

        // A namespace is known from its closed workflows too.
        Assert.Contains("namespace=", await http.GetStringAsync(Relative("/")), StringComparison.Ordinal);
    }

    private static TimeSpan TestLimit => Workflows.TestWorker.Limit;

    private static Uri Relative(string address) => new(address, UriKind.Relative);
}
