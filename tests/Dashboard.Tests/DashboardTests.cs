using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Temporalio.Api.Enums.V1;
using Temporalio.Client;
using Temporalio.Dashboard;
using Temporalio.Exceptions;
using Temporalio.Testing;
using Temporalio.Worker;

namespace Dashboard.Tests;

/// <summary>Drives the pages as people do. Screenshots are left beside the test assembly.</summary>
[Collection("browser")]
public sealed class DashboardTests(BrowserFixture fixture) : IAsyncLifetime
{
    private readonly List<string> problems = [];
    private WorkflowEnvironment env = null!;
    private DashboardServer dashboard = null!;
    private IBrowserContext context = null!;
    private IPage page = null!;

    private static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;

    public async Task InitializeAsync()
    {
        env = await WorkflowEnvironment.StartLocalAsync();
        dashboard = await DashboardServer.StartAsync(env.Client, "http://127.0.0.1:0");
        context = await fixture.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = dashboard.Address.ToString(), ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(10_000);
        page = await context.NewPageAsync();

        // Nothing may go wrong unnoticed: a policy that blocks a style or a script says so on the console.
        page.Console += (_, message) =>
        {
            if (message.Type is "error" && !message.Text.Contains("status of 4", StringComparison.Ordinal))
            {
                problems.Add(message.Text);
            }
        };
        page.PageError += (_, error) => problems.Add(error);
        page.Dialog += (_, dialog) => problems.Add("dialog " + dialog.Message);
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        await dashboard.DisposeAsync();
        await env.DisposeAsync();
        Assert.Empty(problems);
    }

    [Fact]
    public async Task Workflows_are_listed_with_their_status_and_can_be_searched()
    {
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByText("No workflows yet.")).ToBeVisibleAsync();
        await WithWorkerAsync(async () =>
        {
            await StartMixAsync();
            await page.ReloadAsync();
            var table = page.GetByRole(AriaRole.Table);
            await Assertions.Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(9);
            await Assertions.Expect(table.GetByRole(AriaRole.Row).Filter(new() { HasText = "failing-1" })).ToContainTextAsync("Failed");
            await PictureAsync("list");

            await page.GetByRole(AriaRole.Navigation, new() { Name = "Status" }).GetByRole(AriaRole.Link, new() { Name = "Failed 1" }).ClickAsync();
            await Assertions.Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
            await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Failed 1" })).ToHaveAttributeAsync("aria-current", "true");

            await page.GetByLabel("Filter").FillAsync("WorkflowType = 'WaitingWorkflow' ORDER BY WorkflowId");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(table.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["waiting-1", "waiting-2"]);

            await page.GetByLabel("Filter").FillAsync("WorkflowTyp = 'x' AND");
            await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("expected the name of an attribute");
            await Assertions.Expect(page.GetByLabel("Filter")).ToHaveValueAsync("WorkflowTyp = 'x' AND");
            await PictureAsync("list-error");
        });
    }

    [Fact]
    public async Task Long_lists_have_pages()
    {
        for (var i = 0; i < 120; i++)
        {
            await env.Client.StartWorkflowAsync("Waiting", [], new WorkflowOptions($"w-{i:000}", "nobody"));
        }

        await page.GotoAsync("/?query=" + Uri.EscapeDataString("ORDER BY WorkflowId"));
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(50);
        await page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Page 3 of 3")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader).First).ToHaveTextAsync("w-100");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(20);
    }

    [Fact]
    public async Task A_workflow_shows_its_timeline_and_history()
    {
        await WithWorkerAsync(async () =>
        {
            var handle = await StartOrderAsync("order-7");
            await handle.SignalAsync(w => w.ApproveAsync("Ada"));
            await handle.GetResultAsync();
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = "order-7", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("order-7 Completed");
            await Assertions.Expect(page.Locator("section").Filter(new() { HasText = "Input" }).Locator("pre")).ToContainTextAsync("\"Amount\": 22.5");
            await Assertions.Expect(page.Locator("section").Filter(new() { HasText = "Result" }).Locator("pre")).ToContainTextAsync("charged 22.5, shipped, approved by Ada");

            var rows = page.GetByRole(AriaRole.Region, new() { Name = "Timeline" }).GetByRole(AriaRole.Listitem);
            var labels = new List<string>();
            foreach (var row in await rows.AllAsync())
            {
                labels.Add((await row.GetAttributeAsync("aria-label"))!.Split(':')[0]);
            }

            // Where the signal comes in depends on who is faster.
            Assert.True(labels.Remove("signal Approve"));
            Assert.Equal(["workflow OrderWorkflow", "activity Charge", "timer 300 ms", "child ParcelWorkflow", "activity Ship"], labels);
            await Assertions.Expect(rows.Last).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("activity Ship: completed, .*attempt 3"));
            await PictureAsync("workflow");

            // A row leads to its event, which opens.
            await rows.Last.ClickAsync();
            var opened = page.Locator(".events li:target");
            await Assertions.Expect(opened.Locator(".type")).ToHaveTextAsync("ActivityTaskScheduled");
            await Assertions.Expect(opened.Locator("pre")).ToContainTextAsync("\"Amount\": 22.5");
            await PictureAsync("workflow-event");
            await Assertions.Expect(page.Locator(".events li").First.Locator(".type")).ToHaveTextAsync("WorkflowExecutionStarted");
            await Assertions.Expect(page.Locator(".events li").Last.Locator(".type")).ToHaveTextAsync("WorkflowExecutionCompleted");
        });
    }

    [Fact]
    public async Task Pending_activities_show_attempts_and_the_last_failure()
    {
        await WithWorkerAsync(async () =>
        {
            var handle = await env.Client.StartWorkflowAsync((StuckWorkflow w) => w.RunAsync(), new WorkflowOptions("stuck", "q"));
            await page.GotoAsync(WorkflowAddress("stuck", handle.ResultRunId!));
            await page.GetByLabel("Live").CheckAsync();
            var row = page.GetByRole(AriaRole.Region, new() { Name = "Pending activities" }).GetByRole(AriaRole.Row).Last;
            await Assertions.Expect(row).ToContainTextAsync("2 of 5");
            await Assertions.Expect(row).ToContainTextAsync("Unavailable: the service is down");
            await Assertions.Expect(row).ToContainTextAsync("caused by InvalidOperationException: connection refused");
            await Assertions.Expect(row).ToContainTextAsync("Waiting");
            await Assertions.Expect(row).ToContainTextAsync("in ");
            await PictureAsync("pending");
        });
    }

    [Fact]
    public async Task A_workflow_is_signaled_by_a_form()
    {
        await WithWorkerAsync(async () =>
        {
            var handle = await StartOrderAsync("order-8");
            await page.GotoAsync(WorkflowAddress("order-8", handle.ResultRunId!));
            await page.Locator("summary", new() { HasText = "Signal" }).First.ClickAsync();
            await PictureAsync("signal");

            // What is not JSON is not sent.
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Approve");
            await page.GetByLabel("Argument").FillAsync("Grace");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send signal" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The argument is not JSON");

            await page.Locator("summary", new() { HasText = "Signal" }).First.ClickAsync();
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Approve");
            await page.GetByLabel("Argument").FillAsync("\"Grace\"");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send signal" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The signal was sent.");
            Assert.Equal("charged 22.5, shipped, approved by Grace", await handle.GetResultAsync());
        });
    }

    [Fact]
    public async Task The_workflows_of_another_namespace_are_one_click_away()
    {
        var options = (TemporalClientOptions)env.Client.Options.Clone();
        options.Namespace = "billing";
        await new TemporalClient(env.Client.Connection, options).StartWorkflowAsync("Waiting", [], new WorkflowOptions("invoice-1", "nobody"));
        await env.Client.StartWorkflowAsync("Waiting", [], new WorkflowOptions("order-1", "nobody"));
        await page.GotoAsync("/");
        var links = page.GetByRole(AriaRole.Navigation, new() { Name = "Namespace" }).GetByRole(AriaRole.Link);
        await Assertions.Expect(links).ToHaveTextAsync(["billing"]);
        await PictureAsync("namespaces");
        await links.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "invoice-1" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("invoice-1");
        await Assertions.Expect(links).ToHaveTextAsync(["default"]);
        await links.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "order-1" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_workflow_is_cancelled_and_another_terminated()
    {
        await WithWorkerAsync(async () =>
        {
            foreach (var (id, action, button, notice, status) in new[]
            {
                ("to-cancel", "Cancel", "Request cancellation", "Cancellation was requested.", WorkflowExecutionStatus.Canceled),
                ("to-terminate", "Terminate", "Terminate workflow", "The workflow was terminated.", WorkflowExecutionStatus.Terminated),
            })
            {
                var handle = await env.Client.StartWorkflowAsync((WaitingWorkflow w) => w.RunAsync(), new WorkflowOptions(id, "q"));
                await page.GotoAsync(WorkflowAddress(id, handle.ResultRunId!));
                var form = page.Locator(".actions details").Filter(new() { HasText = button });
                await form.Locator("summary").ClickAsync();
                if (status == WorkflowExecutionStatus.Terminated)
                {
                    await form.GetByLabel("Reason").FillAsync("enough <waiting>");
                }

                await form.GetByRole(AriaRole.Button).ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(notice);
                await Assert.ThrowsAsync<WorkflowFailedException>(() => handle.GetResultAsync());
                await page.ReloadAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(status.ToString());
                await Assertions.Expect(page.Locator(".actions")).ToHaveCountAsync(0);
            }

            await Assertions.Expect(page.Locator("pre.failure")).ToHaveTextAsync("enough <waiting>");
        });
    }

    [Fact]
    public async Task An_action_on_a_workflow_that_has_ended_meanwhile_says_so()
    {
        await env.Client.StartWorkflowAsync("Waiting", [], new WorkflowOptions("w", "nobody"));
        var handle = env.Client.GetWorkflowHandle("w");
        await page.GotoAsync(WorkflowAddress("w", (await handle.DescribeAsync()).RunId));
        await handle.TerminateAsync();
        var form = page.Locator(".actions details").Filter(new() { HasText = "Request cancellation" });
        await form.Locator("summary").ClickAsync();
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("workflow execution already completed");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Terminated");
    }

    [Fact]
    public async Task Live_pages_follow_what_happens()
    {
        await env.Client.StartWorkflowAsync("Waiting", [], new WorkflowOptions("w-1", "nobody"));
        await page.GotoAsync("/");
        await page.GetByLabel("Live").CheckAsync();
        await env.Client.StartWorkflowAsync("Waiting", [], new WorkflowOptions("w-2", "nobody"));
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["w-2", "w-1"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "w-1" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Live")).ToBeCheckedAsync();
        await env.Client.GetWorkflowHandle("w-1").TerminateAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Terminated");
    }

    [Fact]
    public async Task A_long_history_has_pages_and_its_picture_a_limit()
    {
        await WithWorkerAsync(async () =>
        {
            var handle = await env.Client.StartWorkflowAsync((LongWorkflow w) => w.RunAsync(150), new WorkflowOptions("long", "q"));
            await handle.GetResultAsync();
            await page.GotoAsync(WorkflowAddress("long", handle.ResultRunId!));
            await Assertions.Expect(page.GetByText("The first row and the last 119 of 150 others.")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator(".events > li")).ToHaveCountAsync(200);

            // The last timer is on another page of the history.
            await page.GetByRole(AriaRole.Region, new() { Name = "Timeline" }).GetByRole(AriaRole.Listitem).Last.ClickAsync();
            await Assertions.Expect(page.Locator(".events li:target .type")).ToHaveTextAsync("TimerStarted");
            await Assertions.Expect(page.GetByText("Page 4 of 4").First).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task Data_is_never_markup()
    {
        const string Evil = "\"><img src=x onerror=alert(1)><script>alert(2)</script>'&amp;";
        await WithWorkerAsync(async () =>
        {
            var failing = await env.Client.StartWorkflowAsync((FailingWorkflow w) => w.RunAsync(Evil), new WorkflowOptions(Evil, "q") { Memo = new Dictionary<string, object> { [Evil] = Evil } });
            await Assert.ThrowsAsync<WorkflowFailedException>(() => failing.GetResultAsync());
            await env.Client.StartWorkflowAsync(Evil, [Evil], new WorkflowOptions("javascript:alert(3)", Evil));
            await env.Client.GetWorkflowHandle("javascript:alert(3)").SignalAsync(Evil, [Evil]);
            await page.GotoAsync("/?query=" + Uri.EscapeDataString($"WorkflowId != '{Evil.Replace("'", "''", StringComparison.Ordinal)}x'"));
            await Assertions.Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(2);
            await CheckAsync();
            await page.GotoAsync("/?query=" + Uri.EscapeDataString(Evil));
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("<script>");
            await CheckAsync();
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = "<script>" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(Evil);
            await Assertions.Expect(page.Locator("pre.failure")).ToContainTextAsync("Refused: " + Evil);
            await CheckAsync();
            await page.GotoAsync("/");
            await page.GetByRole(AriaRole.Link, new() { Name = "javascript:" }).ClickAsync();
            await Assertions.Expect(page.Locator(".events li").Filter(new() { HasText = "WorkflowExecutionSignaled" }).Locator(".subject")).ToHaveTextAsync(Evil);
            await CheckAsync();
            await page.GotoAsync("/workflow?id=" + Uri.EscapeDataString(Evil) + "2&run=" + Uri.EscapeDataString(Evil));
            await Assertions.Expect(page.GetByText("There is no workflow")).ToContainTextAsync(Evil);
            await CheckAsync();
        });

        async Task CheckAsync()
        {
            Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
            Assert.Equal(1, await page.Locator("script").CountAsync());
        }
    }

    [Theory]
    [InlineData("dark", 1280)]
    [InlineData("light", 420)]
    [InlineData("dark", 420)]
    public async Task Pages_are_readable_in_every_scheme_and_width(string scheme, int width)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme == "dark" ? ColorScheme.Dark : ColorScheme.Light });
        await page.SetViewportSizeAsync(width, 900);
        await WithWorkerAsync(async () =>
        {
            await StartMixAsync();
            foreach (var (name, address) in new[] { ("list", "/"), ("workflow", await AddressAsync("order-1")), ("pending", await AddressAsync("stuck")) })
            {
                await page.GotoAsync(address);
                await PictureAsync($"{name}-{scheme}-{width}");

                // No sideways scrolling of the page itself, and text that stands out from its ground by the 4.5 : 1 of WCAG AA.
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                Assert.Empty(await page.EvaluateAsync<string[]>(LowContrast));
            }
        });

        async Task<string> AddressAsync(string id) => WorkflowAddress(id, (await env.Client.GetWorkflowHandle(id).DescribeAsync()).RunId);
    }

    [Fact]
    public async Task Every_field_and_button_can_be_reached_and_has_a_name()
    {
        await env.Client.StartWorkflowAsync("Waiting", [], new WorkflowOptions("w", "nobody"));
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await CheckAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "w", Exact = true }).ClickAsync();
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await CheckAsync();

        async Task CheckAsync() => Assert.Empty(await page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll("input:not([type=hidden]), textarea, button, a")]
              .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute("aria-label")) || e.tabIndex < 0)
              .map(e => e.outerHTML)
            """));
    }

    private const string LowContrast =
        """
        (() => {
          const rgba = c => { const [r, g, b, a = 1] = c.match(/[\d.]+/g).map(Number); return { r, g, b, a }; };
          const light = ({ r, g, b }) => [r, g, b].map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4).reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
          const ground = e => { for (; e; e = e.parentElement) { const c = rgba(getComputedStyle(e).backgroundColor); if (c.a > 0) return c; } return { r: 255, g: 255, b: 255 }; };
          return [...document.querySelectorAll("body *")]
            .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length)
            .filter(e => {
              const style = getComputedStyle(e);
              const [a, b] = [light(rgba(e instanceof SVGElement ? style.fill : style.color)), light(ground(e))].sort((x, y) => y - x);
              return (a + .05) / (b + .05) < 4.5;
            })
            .map(e => e.outerHTML);
        })()
        """;

    private async Task WithWorkerAsync(Func<Task> body)
    {
        var options = new TemporalWorkerOptions("q").AddAllActivities(typeof(Shop), null)
            .AddWorkflow<OrderWorkflow>().AddWorkflow<ParcelWorkflow>().AddWorkflow<WaitingWorkflow>().AddWorkflow<FailingWorkflow>().AddWorkflow<StuckWorkflow>().AddWorkflow<LongWorkflow>();
        using var worker = new TemporalWorker(env.Client, options);
        await worker.ExecuteAsync(body);
    }

    private Task<WorkflowHandle<OrderWorkflow, string>> StartOrderAsync(string id) =>
        env.Client.StartWorkflowAsync((OrderWorkflow w) => w.RunAsync(new Order(id, 22.5)), new WorkflowOptions(id, "q"));

    private async Task StartMixAsync()
    {
        var done = await StartOrderAsync("order-1");
        await done.SignalAsync(w => w.ApproveAsync("Ada"));
        await done.GetResultAsync();
        var failing = await env.Client.StartWorkflowAsync((FailingWorkflow w) => w.RunAsync("the card was declined"), new WorkflowOptions("failing-1", "q"));
        await Assert.ThrowsAsync<WorkflowFailedException>(() => failing.GetResultAsync());
        foreach (var id in new[] { "waiting-1", "waiting-2" })
        {
            await env.Client.StartWorkflowAsync((WaitingWorkflow w) => w.RunAsync(), new WorkflowOptions(id, "q"));
        }

        await env.Client.GetWorkflowHandle("waiting-2").TerminateAsync("not needed");
        await env.Client.StartWorkflowAsync((StuckWorkflow w) => w.RunAsync(), new WorkflowOptions("stuck", "q"));
        var open = await StartOrderAsync("order-2");
        await foreach (var e in open.FetchHistoryEventsAsync(new WorkflowHistoryEventFetchOptions { WaitNewEvent = true }))
        {
            if (e.EventType == EventType.ChildWorkflowExecutionCompleted)
            {
                break;
            }
        }

        await env.Client.GetWorkflowHandle("parcel-order-2").GetResultAsync();
    }

    private Task PictureAsync(string name) => page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, name + ".png"), FullPage = true });

    private static string WorkflowAddress(string id, string run) => new NamespaceView("default", "default", ["default"]).Workflow(id, run);
}
