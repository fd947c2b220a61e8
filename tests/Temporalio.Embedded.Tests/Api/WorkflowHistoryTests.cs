using System;
using System.IO;
using System.Linq;
using Google.Protobuf;
using Temporalio.Api.Enums.V1;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Embedded.Tests.Api;

public class WorkflowHistoryTests
{
    [Theory]
    [InlineData("history.json")]
    [InlineData("history-short.json")]
    public void Json_of_the_server_is_read(string name)
    {
        var history = WorkflowHistory.FromJson("order-1", Resource(name));

        Assert.Equal("order-1", history.Id);
        Assert.Equal(
            [
                EventType.WorkflowExecutionStarted, EventType.WorkflowTaskScheduled, EventType.WorkflowTaskStarted, EventType.WorkflowTaskCompleted,
                EventType.ActivityTaskScheduled, EventType.ActivityTaskStarted, EventType.ActivityTaskFailed, EventType.WorkflowExecutionFailed,
            ],
            history.Events.Select(e => e.EventType));
        Assert.Equal(Enumerable.Range(1, 8).Select(i => (long)i), history.Events.Select(e => e.EventId));
        var started = history.Events.First().WorkflowExecutionStartedEventAttributes;
        Assert.Equal(123456789, history.Events.First().EventTime.Nanos);
        Assert.Equal("OrderWorkflow", started.WorkflowType.Name);
        Assert.Equal(TaskQueueKind.Normal, started.TaskQueue.Kind);
        Assert.Equal("{\"id\":1}", started.Input.Payloads_.Single().Data.ToStringUtf8());
        Assert.Equal(TimeSpan.FromSeconds(1.5), started.RetryPolicy.InitialInterval.ToTimeSpan());
        Assert.Equal("c1", SearchAttributeCollection.FromProto(started.SearchAttributes).Get(SearchAttributeKey.CreateKeyword("Customer")));
        Assert.Equal([1u, 2u], history.Events.ElementAt(3).WorkflowTaskCompletedEventAttributes.SdkMetadata.CoreUsedFlags);
        var failed = history.Events.Last().WorkflowExecutionFailedEventAttributes;
        Assert.Equal(RetryState.RetryPolicyNotSet, failed.RetryState);
        Assert.Equal(RetryState.NonRetryableFailure, failed.Failure.ActivityFailureInfo.RetryState);
        Assert.Equal("Refused", failed.Failure.Cause.ApplicationFailureInfo.Type);
    }

    [Fact]
    public void Short_and_full_forms_are_the_same_history() =>
        Assert.Equal(
            WorkflowHistory.FromJson("w", Resource("history.json")).Events,
            WorkflowHistory.FromJson("w", Resource("history-short.json")).Events);

    [Fact]
    public void Json_comes_back()
    {
        var history = WorkflowHistory.FromJson("w", Resource("history.json"));
        var json = history.ToJson();
        Assert.Contains("\"EVENT_TYPE_WORKFLOW_EXECUTION_STARTED\"", json, StringComparison.Ordinal);
        Assert.Equal(history.Events, WorkflowHistory.FromJson("w", json).Events);
        using var writer = new StringWriter();
        history.ToJson(writer);
        Assert.Equal(json, writer.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"events\":")]
    [InlineData("{\"events\":{}}")]
    [InlineData("{\"events\":[{\"eventId\":\"x\"}]}")]
    [InlineData("{\"events\":[{\"eventType\":\"NoSuchEvent\"}]}")]
    [InlineData("{\"events\":[{\"eventType\":1.5}]}")]
    [InlineData("{\"events\":[],\"events\":[]}")]
    [InlineData("{\"events\":[{\"eventTime\":\"yesterday\"}]}")]
    public void Anything_else_is_a_format_error(string json) =>
        Assert.Throws<FormatException>(() => WorkflowHistory.FromJson("w", json));

    [Fact]
    public void Damaged_json_is_read_or_a_format_error()
    {
        var text = Resource("history.json");
        var random = new Random(20240502);
        for (var i = 0; i < 2000; i++)
        {
            var chars = text.ToCharArray();
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                chars[random.Next(chars.Length)] = "{}[]\",:0a\\-"[random.Next(11)];
            }

            var damaged = new string(chars);
            try
            {
                _ = WorkflowHistory.FromJson("w", damaged);
            }
            catch (Exception e) when (e is not FormatException)
            {
                Assert.Fail($"Round {i}, seed 20240502: {e}");
            }
            catch (FormatException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }

    [Fact]
    public void Deep_json_is_a_format_error()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"cause\":", 5000)) + "{}" + new string('}', 5000);
        _ = Assert.Throws<FormatException>(() => WorkflowHistory.FromJson("w", deep));
    }

    [Fact]
    public void A_failure_in_a_history_converts()
    {
        var failure = WorkflowHistory.FromJson("w", Resource("history.json")).Events.Last().WorkflowExecutionFailedEventAttributes.Failure;
        var exception = DataConverter.Default.FailureConverter.ToException(failure, DataConverter.Default.PayloadConverter);
        Assert.Equal("charge", Assert.IsType<Temporalio.Exceptions.ActivityFailureException>(exception).ActivityType);
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(WorkflowHistoryTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
