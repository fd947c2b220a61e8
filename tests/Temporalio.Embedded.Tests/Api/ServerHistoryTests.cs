using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.History.V1;
using Temporalio.Common;
using Temporalio.Exceptions;
using Temporalio.Worker;
using static Temporalio.Embedded.Tests.Api.ServerHistory;

namespace Temporalio.Embedded.Tests.Api;

/// <summary>Histories in the form of a server, written by the official SDK: they replay with the code that made them and with no other.</summary>
public class ServerHistoryTests
{
    private const string Retry = """ "retryPolicy": { "initialInterval": "1s", "backoffCoefficient": 2, "maximumInterval": "100s", "maximumAttempts": 3, "nonRetryableErrorTypes": [] }""";
    private const string Child = """ "namespace": "n", "workflowExecution": { "workflowId": "c1", "runId": "cr" }, "workflowType": { "name": "Child" }, "initiatedEventId": "5" """;
    private const string Other = """ "namespace": "n", "workflowExecution": { "workflowId": "other", "runId": "" } """;

    private static readonly Dictionary<string, Func<ServerHistory, ServerHistory>> Histories = new(StringComparer.Ordinal)
    {
        ["activity"] = h => Activity(h, 1, 4).Task().Add("WorkflowExecutionCompleted", Completed("done", 10)),
        ["failing activity"] = h => Schedule(h, 1, 4)
            .Add("ActivityTaskStarted", $$""" "scheduledEventId": "5", "identity": "1@host", "requestId": "r", "attempt": 3, "lastFailure": {{Failure("once")}} """)
            .Add("ActivityTaskFailed", $$""" "failure": {{Failure("thrice")}}, "scheduledEventId": "5", "startedEventId": "6", "identity": "1@host", "retryState": "RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED" """)
            .Task().Add("WorkflowExecutionCompleted", Completed("ApplicationFailureException", 10)),
        ["failing activity, timed out"] = h => Schedule(h, 1, 4)
            .Add("ActivityTaskStarted", """ "scheduledEventId": "5", "identity": "1@host", "requestId": "r", "attempt": 1 """)
            .Add("ActivityTaskTimedOut", """
                "failure": { "message": "activity StartToClose timeout", "source": "Server", "timeoutFailureInfo": { "timeoutType": "TIMEOUT_TYPE_START_TO_CLOSE", "lastHeartbeatDetails": null } },
                "scheduledEventId": "5", "startedEventId": "6", "retryState": "RETRY_STATE_TIMEOUT"
                """)
            .Task().Add("WorkflowExecutionCompleted", Completed("TimeoutFailureException", 10)),
        ["cancelled activity"] = h => Schedule(h, 1, 4)
            .Add("TimerStarted", """ "timerId": "1", "startToFireTimeout": "1s", "workflowTaskCompletedEventId": "4" """)
            .Add("TimerFired", """ "timerId": "1", "startedEventId": "6" """)
            .Task()
            .Add("ActivityTaskCancelRequested", """ "scheduledEventId": "5", "workflowTaskCompletedEventId": "10" """)
            .Add("WorkflowExecutionCompleted", Completed("cancelled", 10)),
        ["timers"] = h => h
            .Add("TimerStarted", """ "timerId": "1", "startToFireTimeout": "5s", "workflowTaskCompletedEventId": "4" """)
            .Add("TimerStarted", """ "timerId": "2", "startToFireTimeout": "60s", "workflowTaskCompletedEventId": "4" """)
            .Add("TimerFired", """ "timerId": "1", "startedEventId": "5" """)
            .Task()
            .Add("TimerCanceled", """ "timerId": "2", "startedEventId": "6", "workflowTaskCompletedEventId": "10", "identity": "1@host" """)
            .Add("TimerStarted", """ "timerId": "3", "startToFireTimeout": "3s", "workflowTaskCompletedEventId": "10" """)
            .Add("TimerFired", """ "timerId": "3", "startedEventId": "12" """)
            .Task().Add("WorkflowExecutionCompleted", Completed("nothing said", 16)),
        ["local activities"] = h => Activity(h, 1, 4).Task()
            .Add("MarkerRecorded", Marker("core_local_activity", 10, LocalActivity(2), $$""", "result": {{Payloads("\"seen\"")}}"""))
            .Add("MarkerRecorded", Marker("core_local_activity", 10, LocalActivity(3), string.Empty) + $$""", "failure": {{Failure("blind")}} """)
            .Add("ActivityTaskScheduled", Scheduled(4, 10))
            .Add("ActivityTaskStarted", """ "scheduledEventId": "13", "identity": "1@host", "requestId": "r", "attempt": 1 """)
            .Add("ActivityTaskCompleted", $$""" "result": {{Payloads("\"done\"")}}, "scheduledEventId": "13", "startedEventId": "14", "identity": "1@host" """)
            .Task().Add("WorkflowExecutionCompleted", Completed("doneseenApplicationFailureExceptiondone", 18)),
        ["patches"] = h => h
            .Add("MarkerRecorded", Marker("core_patch", 4, $$""" "patch-data": {{Payloads("""{"id":"new way","deprecated":false}""")}} """, string.Empty))
            .Add("UpsertWorkflowSearchAttributes", $$""" "workflowTaskCompletedEventId": "4", "searchAttributes": { "indexedFields": { "TemporalChangeVersion": {{Payload("[\"new way\"]")}} } } """)
            .Add("MarkerRecorded", Marker("core_patch", 4, $$""" "patch_id": { "payloads": [{ "metadata": {}, "data": "Z29uZQ==" }] }, "deprecated": { "payloads": [{ "metadata": {}, "data": "AQ==" }] } """, string.Empty))
            .Add("UpsertWorkflowSearchAttributes", $$""" "workflowTaskCompletedEventId": "4", "searchAttributes": { "indexedFields": { "Customer": {{Payload("\"c\"")}} } } """)
            .Add("WorkflowPropertiesModified", $$""" "workflowTaskCompletedEventId": "4", "upsertedMemo": { "fields": { "note": {{Payload("\"n\"")}} } } """)
            .Add("TimerStarted", """ "timerId": "1", "startToFireTimeout": "1s", "workflowTaskCompletedEventId": "4" """)
            .Add("TimerFired", """ "timerId": "1", "startedEventId": "10" """)
            .Task().Add("WorkflowExecutionCompleted", Completed("new", 14)),
        ["child"] = h => Initiate(h, "8b3ac4f4-5a0e-4f4e-9f2e-0d6d0a1f2b3c")
            .Add("ChildWorkflowExecutionStarted", Child + """, "header": {} """).Task()
            .Add("ChildWorkflowExecutionCompleted", Child + $$""", "startedEventId": "6", "result": {{Payloads("\"grown\"")}} """)
            .Task().Add("WorkflowExecutionCompleted", Completed("grown", 13)),
        ["named child, failed"] = h => Initiate(h, "c1")
            .Add("ChildWorkflowExecutionStarted", Child).Task()
            .Add("ChildWorkflowExecutionFailed", Child + $$""", "startedEventId": "6", "retryState": "RETRY_STATE_RETRY_POLICY_NOT_SET", "failure": {{Failure("lost")}} """)
            .Task().Add("WorkflowExecutionCompleted", Completed("ApplicationFailureException", 13)),
        ["named child, timed out"] = h => Initiate(h, "c1")
            .Add("ChildWorkflowExecutionStarted", Child).Task()
            .Add("ChildWorkflowExecutionTimedOut", Child + """, "startedEventId": "6", "retryState": "RETRY_STATE_TIMEOUT" """)
            .Task().Add("WorkflowExecutionCompleted", Completed("TimeoutFailureException", 13)),
        ["named child, terminated"] = h => Initiate(h, "c1")
            .Add("ChildWorkflowExecutionStarted", Child).Task()
            .Add("ChildWorkflowExecutionTerminated", Child + """, "startedEventId": "6" """)
            .Task().Add("WorkflowExecutionCompleted", Completed("TerminatedFailureException", 13)),
        ["named child, not started"] = h => Initiate(h, "c1")
            .Add("StartChildWorkflowExecutionFailed", """ "namespace": "n", "workflowId": "c1", "workflowType": { "name": "Child" }, "cause": "START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_WORKFLOW_ALREADY_EXISTS", "initiatedEventId": "5", "workflowTaskCompletedEventId": "4" """)
            .Task().Add("WorkflowExecutionCompleted", Completed("WorkflowAlreadyStartedException", 9)),
        ["cancelled child"] = h => Initiate(h, "c1")
            .Add("TimerStarted", """ "timerId": "1", "startToFireTimeout": "1s", "workflowTaskCompletedEventId": "4" """)
            .Add("ChildWorkflowExecutionStarted", Child).Task()
            .Add("TimerFired", """ "timerId": "1", "startedEventId": "6" """).Task()
            .Add("RequestCancelExternalWorkflowExecutionInitiated", """ "workflowTaskCompletedEventId": "14", "namespace": "n", "workflowExecution": { "workflowId": "c1", "runId": "cr" }, "control": "", "childWorkflowOnly": true, "reason": "" """)
            .Add("ExternalWorkflowExecutionCancelRequested", """ "initiatedEventId": "15", "namespace": "n", "workflowExecution": { "workflowId": "c1", "runId": "cr" } """).Task()
            .Add("ChildWorkflowExecutionCanceled", Child + """, "startedEventId": "7", "details": null """)
            .Task().Add("WorkflowExecutionCompleted", Completed("cancelled", 23)),
        ["externals"] = h => h
            .Add("SignalExternalWorkflowExecutionInitiated", Other + $$""", "workflowTaskCompletedEventId": "4", "signalName": "ping", "input": {{Payloads("\"x\"")}}, "control": "", "childWorkflowOnly": false, "header": {} """)
            .Add("ExternalWorkflowExecutionSignaled", Other + """, "initiatedEventId": "5", "control": "" """).Task()
            .Add("RequestCancelExternalWorkflowExecutionInitiated", Other + """, "workflowTaskCompletedEventId": "9", "childWorkflowOnly": false """)
            .Add("ExternalWorkflowExecutionCancelRequested", Other + """, "initiatedEventId": "10" """).Task()
            .Add("SignalExternalWorkflowExecutionInitiated", Other + $$""", "workflowTaskCompletedEventId": "14", "signalName": "ping", "input": {{Payloads("\"y\"")}} """)
            .Add("SignalExternalWorkflowExecutionFailed", Other + """, "cause": "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED_CAUSE_EXTERNAL_WORKFLOW_EXECUTION_NOT_FOUND", "workflowTaskCompletedEventId": "14", "initiatedEventId": "15" """)
            .Task().Add("WorkflowExecutionCompleted", Completed("ApplicationFailureException", 19)),
        ["messages, signals"] = h => Say(h, "ab").Scheduled()
            .Add("WorkflowTaskStarted", """ "scheduledEventId": "6", "identity": "1@host", "requestId": "r" """)
            .Add("WorkflowTaskFailed", $$""" "scheduledEventId": "6", "startedEventId": "7", "cause": "WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_WORKER_UNHANDLED_FAILURE", "failure": {{Failure("bug")}}, "identity": "1@host", "baseRunId": "", "newRunId": "", "forkEventVersion": "0" """)
            .Scheduled(2)
            .Add("WorkflowTaskStarted", """ "scheduledEventId": "9", "identity": "1@host", "requestId": "r" """)
            .Add("WorkflowTaskTimedOut", """ "scheduledEventId": "9", "startedEventId": "10", "timeoutType": "TIMEOUT_TYPE_START_TO_CLOSE" """)
            .Scheduled(3)
            .Add("WorkflowExecutionSignaled", $$""" "signalName": "Say", "input": {{Payloads("\"cd\"")}}, "identity": "1@host", "header": {}, "skipGenerateWorkflowTask": false """)
            .Add("WorkflowTaskStarted", """ "scheduledEventId": "12", "identity": "1@host", "requestId": "r" """)
            .Add("WorkflowTaskCompleted", """ "scheduledEventId": "12", "startedEventId": "14", "identity": "1@host" """)
            .Add("TimerStarted", """ "timerId": "1", "startToFireTimeout": "1s", "workflowTaskCompletedEventId": "15" """)
            .Add("TimerStarted", """ "timerId": "2", "startToFireTimeout": "1s", "workflowTaskCompletedEventId": "15" """)
            .Add("TimerFired", """ "timerId": "2", "startedEventId": "17" """)
            .Add("TimerFired", """ "timerId": "1", "startedEventId": "16" """)
            .Task().Add("WorkflowExecutionCompleted", Completed("cdab", 22)),
        ["messages, updates"] = h => h.Task()
            .Add("WorkflowExecutionUpdateAccepted", $$""" "protocolInstanceId": "u1", "acceptedRequestMessageId": "u1/request", "acceptedRequestSequencingEventId": "5", "acceptedRequest": {{Update("u1", "abcd")}} """)
            .Add("ActivityTaskScheduled", Scheduled(1, 7))
            .Add("WorkflowExecutionUpdateAdmitted", $$""" "request": {{Update("u2", "!")}}, "origin": "UPDATE_ADMITTED_EVENT_ORIGIN_REAPPLY" """)
            .Task()
            .Add("WorkflowExecutionUpdateAccepted", """ "protocolInstanceId": "u2", "acceptedRequestMessageId": "u2/request", "acceptedRequestSequencingEventId": "10" """)
            .Add("WorkflowExecutionUpdateCompleted", $$""" "meta": { "updateId": "u2", "identity": "1@host" }, "acceptedEventId": "14", "outcome": { "failure": {{Failure("refused")}} } """)
            .Add("ActivityTaskStarted", """ "scheduledEventId": "9", "identity": "1@host", "requestId": "r", "attempt": 1 """)
            .Add("ActivityTaskCompleted", $$""" "result": {{Payloads("\"done\"")}}, "scheduledEventId": "9", "startedEventId": "16", "identity": "1@host" """)
            .Task()
            .Add("WorkflowExecutionUpdateCompleted", $$""" "meta": { "updateId": "u1", "identity": "1@host" }, "acceptedEventId": "8", "outcome": { "success": {{Payloads("\"done\"")}} } """)
            .Add("WorkflowExecutionCompleted", Completed("abcd", 20)),
        ["continue"] = h => h.Task(true)
            .Add("WorkflowExecutionContinuedAsNew", $$"""
                "newExecutionRunId": "r2", "workflowType": { "name": "Recorded" }, "taskQueue": { "name": "q", "kind": "TASK_QUEUE_KIND_NORMAL" }, "input": {{Payloads("\"continue\"")}}, "workflowRunTimeout": "0s",
                "workflowTaskTimeout": "10s", "workflowTaskCompletedEventId": "7", "backoffStartInterval": "0s", "initiator": "CONTINUE_AS_NEW_INITIATOR_WORKFLOW", "failure": null, "lastCompletionResult": null, "header": {}
                """),
        ["cancelled"] = h => h
            .Add("TimerStarted", """ "timerId": "1", "startToFireTimeout": "86400s", "workflowTaskCompletedEventId": "4" """)
            .Add("WorkflowExecutionCancelRequested", """ "cause": "", "externalInitiatedEventId": "0", "externalWorkflowExecution": null, "identity": "1@host" """).Task()
            .Add("TimerCanceled", """ "timerId": "1", "startedEventId": "5", "workflowTaskCompletedEventId": "9" """)
            .Add("WorkflowExecutionCanceled", """ "workflowTaskCompletedEventId": "9", "details": null """),
        ["failed"] = h => h.Add("WorkflowExecutionFailed", $$""" "failure": {{Failure("lost")}}, "retryState": "RETRY_STATE_RETRY_POLICY_NOT_SET", "workflowTaskCompletedEventId": "4", "newExecutionRunId": "" """),
        ["cancelled, but terminated"] = h => h
            .Add("TimerStarted", """ "timerId": "1", "startToFireTimeout": "86400s", "workflowTaskCompletedEventId": "4" """).Scheduled()
            .Add("WorkflowTaskStarted", """ "scheduledEventId": "6", "identity": "1@host", "requestId": "r" """)
            .Add("WorkflowExecutionTerminated", """ "reason": "enough", "details": null, "identity": "1@host" """),
        ["cancelled, but timed out"] = h => h
            .Add("TimerStarted", """ "timerId": "1", "startToFireTimeout": "86400s", "workflowTaskCompletedEventId": "4" """)
            .Add("WorkflowExecutionTimedOut", """ "retryState": "RETRY_STATE_TIMEOUT", "newExecutionRunId": "" """),
        ["cancelled, still open"] = h => h
            .Add("TimerStarted", """ "timerId": "1", "startToFireTimeout": "86400s", "workflowTaskCompletedEventId": "4" """)
            .Add("WorkflowExecutionOptionsUpdated", """ "unsetVersioningOverride": true """)
            .Add("WorkflowExecutionRethought?", """ "what": 1 """).Scheduled(),
        ["nothing"] = h => h.Add("WorkflowExecutionCompleted", Completed("nothing", 4)),
    };

    public static TheoryData<string> Names => [.. Histories.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_history_of_a_server_replays(string name)
    {
        foreach (var shortNames in (bool[])[false, true])
        {
            var result = await ReplayAsync(Make(name, Program(name)).Read(shortNames));
            Assert.Null(result.ReplayFailure);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_json_comes_back(string name)
    {
        var history = Make(name, Program(name)).Read();
        Assert.Equal(history.Events, Make(name, Program(name)).Read(true).Events);
        var json = history.ToJson();
        var again = WorkflowHistory.FromJson("w", json);
        Assert.Equal(history.Events, again.Events);
        Assert.Equal(json, again.ToJson());
    }

    [Fact]
    public void The_histories_have_every_event_that_workflows_without_nexus_have()
    {
        EventType[] others =
        [
            EventType.Unspecified, EventType.ActivityTaskCanceled, EventType.RequestCancelExternalWorkflowExecutionFailed, EventType.WorkflowExecutionUpdateRejected,
            EventType.WorkflowPropertiesModifiedExternally, EventType.ActivityPropertiesModifiedExternally,
            EventType.WorkflowExecutionPaused, EventType.WorkflowExecutionUnpaused, EventType.WorkflowExecutionTimeSkippingTransitioned,
        ];
        var present = Histories.Keys.SelectMany(n => Make(n, Program(n)).Read().Events).Select(e => e.EventType).Concat(others).ToHashSet();
        Assert.Equal(Enum.GetValues<EventType>().Where(t => !t.ToString().StartsWith("Nexus", StringComparison.Ordinal)).Order(), present.Order());
    }

    [Theory]
    [InlineData("activity", "other activity", "event 5 is ActivityTaskScheduled 1 'charge', but the workflow made the command ActivityTaskScheduled 1 'refund'")]
    [InlineData("activity", "timers", "event 5 is ActivityTaskScheduled 1 'charge', but the workflow made the command TimerStarted 1")]
    [InlineData("activity", "nothing", "event 5 is ActivityTaskScheduled 1 'charge', but the workflow made the command WorkflowExecutionCompleted")]
    [InlineData("activity", "messages", "event 5 is ActivityTaskScheduled 1 'charge', but the workflow made no further command")]
    [InlineData("nothing", "activity", "event 5 is WorkflowExecutionCompleted, but the workflow made the command ActivityTaskScheduled 1 'charge'")]
    [InlineData("messages, signals", "activity", "the workflow made the command ActivityTaskScheduled 1 'charge', but the history has no such event before event 14 (WorkflowTaskStarted)")]
    [InlineData("cancelled child", "named child", "event 6 is TimerStarted 1, but the workflow made no further command")]
    [InlineData("child", "named child", "event 5 is StartChildWorkflowExecutionInitiated 8b3ac4f4-5a0e-4f4e-9f2e-0d6d0a1f2b3c 'Child', but the workflow made the command StartChildWorkflowExecutionInitiated c1 'Child'")]
    [InlineData("patches", "timers", "event 5 is MarkerRecorded patch 'new way', but the workflow made the command TimerStarted 1")]
    [InlineData("local activities", "activity", "event 11 records local activity 2 of type 'look', but the workflow did not call it")]
    [InlineData("messages, updates", "continue", "")]
    public async Task It_replays_with_no_other_code(string history, string program, string message)
    {
        var failure = (await ReplayAsync(Make(history, program).Read())).ReplayFailure;
        if (message.Length > 0)
        {
            Assert.Equal("[TMPRL1100] Nondeterminism error: " + message, Assert.IsType<WorkflowNondeterminismException>(failure).Message);
        }
        else
        {
            Assert.IsType<WorkflowNondeterminismException>(failure);
        }
    }

    [Theory]
    [InlineData("MarkerRecorded", "\"markerName\": \"Version\", \"details\": {}, \"workflowTaskCompletedEventId\": \"4\"", "event 5 is MarkerRecorded Version, but the workflow made the command WorkflowExecutionCompleted")]
    [InlineData("MarkerRecorded", "\"markerName\": \"SideEffect\", \"details\": {}, \"workflowTaskCompletedEventId\": \"4\"", "event 5 is MarkerRecorded SideEffect, but the workflow made the command WorkflowExecutionCompleted")]
    [InlineData("NexusOperationScheduled", "\"endpoint\": \"e\", \"service\": \"s\", \"operation\": \"o\"", "event 5 is NexusOperationScheduled, which this engine does not know or support")]
    public async Task What_other_sdks_record_is_refused(string type, string attributes, string message)
    {
        var history = new ServerHistory("nothing").Add(type, attributes).Add("WorkflowExecutionCompleted", Completed("nothing", 4)).Read();
        var failure = Assert.IsType<WorkflowNondeterminismException>((await ReplayAsync(history)).ReplayFailure);
        Assert.Equal("[TMPRL1100] Nondeterminism error: " + message, failure.Message);
    }

    [Fact]
    public void Unknown_kinds_of_events_and_other_unknown_values_differ()
    {
        var unknown = new ServerHistory("nothing").Add("WorkflowExecutionRethought", "\"what\": 1");
        Assert.Throws<FormatException>(() => unknown.Read());
        var kind = new ServerHistory("nothing").ToJson(false).Replace("TASK_QUEUE_KIND_STICKY", "TASK_QUEUE_KIND_OF_THE_FUTURE", StringComparison.Ordinal);
        Assert.Equal(TaskQueueKind.Unspecified, WorkflowHistory.FromJson("w", kind).Events.ElementAt(1).WorkflowTaskScheduledEventAttributes.TaskQueue.Kind);
    }

    [Fact]
    public async Task Local_activities_of_the_first_form_replay()
    {
        // Numbered by themselves, with other names and times.
        var json = Make("local activities", "local activities").Read().Events.Select(e => e.Clone()).ToList();
        foreach (var (e, sequence) in json.Where(e => e.EventType == EventType.MarkerRecorded).Zip([1, 2]))
        {
            e.MarkerRecordedEventAttributes.Details["data"].Payloads_[0].Data = Google.Protobuf.ByteString.CopyFromUtf8(
                $$"""{"seq":{{sequence}},"attempt":1,"activityId":"{{sequence}}","activityType":"look","completeTime":"2026-03-01T10:00:09Z","backoff":null,"originalScheduleTime":"2026-03-01T10:00:08Z"}""");
        }

        json.Last(e => e.EventType == EventType.ActivityTaskScheduled).ActivityTaskScheduledEventAttributes.ActivityId = "2";
        Assert.Null((await ReplayAsync(new WorkflowHistory("w", json))).ReplayFailure);
    }

    private static string Program(string name) => name.Split(',')[0];

    private static ServerHistory Make(string name, string program) => Histories[name](new ServerHistory(program));

    private static Task<WorkflowReplayResult> ReplayAsync(WorkflowHistory history) =>
        new WorkflowReplayer(new WorkflowReplayerOptions().AddWorkflow<RecordedWorkflow>()).ReplayWorkflowAsync(history, false);

    private static string Completed(string result, int task) => $$""" "result": {{Payloads($"\"{result}\"")}}, "workflowTaskCompletedEventId": "{{task}}", "newExecutionRunId": "" """;

    private static string Scheduled(int number, int task) => $$"""
        "activityId": "{{number}}", "activityType": { "name": "charge" }, "taskQueue": { "name": "q", "kind": "TASK_QUEUE_KIND_NORMAL" }, "header": {}, "input": {{Payloads("1")}}, "scheduleToCloseTimeout": "0s",
        "scheduleToStartTimeout": "0s", "startToCloseTimeout": "10s", "heartbeatTimeout": "0s", "workflowTaskCompletedEventId": "{{task}}", "useWorkflowBuildId": true, "priority": {}, {{Retry}}
        """;

    private static ServerHistory Schedule(ServerHistory history, int number, int task) => history.Add("ActivityTaskScheduled", Scheduled(number, task));

    /// <summary>Adds an activity that is the fifth event.</summary>
    private static ServerHistory Activity(ServerHistory history, int number, int task) => Schedule(history, number, task)
        .Add("ActivityTaskStarted", """ "scheduledEventId": "5", "identity": "1@host", "requestId": "r", "attempt": 1, "lastFailure": null, "workerVersion": null """)
        .Add("ActivityTaskCompleted", $$""" "result": {{Payloads("\"done\"")}}, "scheduledEventId": "5", "startedEventId": "6", "identity": "1@host" """);

    private static ServerHistory Initiate(ServerHistory history, string id) => history.Add("StartChildWorkflowExecutionInitiated", $$"""
        "namespace": "n", "workflowId": "{{id}}", "workflowType": { "name": "Child" }, "taskQueue": { "name": "q", "kind": "TASK_QUEUE_KIND_NORMAL" }, "input": {}, "workflowExecutionTimeout": "0s",
        "parentClosePolicy": "PARENT_CLOSE_POLICY_TERMINATE", "workflowTaskCompletedEventId": "4", "workflowIdReusePolicy": "WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE", "inheritBuildId": true
        """);

    private static ServerHistory Say(ServerHistory history, string text) =>
        history.Add("WorkflowExecutionSignaled", $$""" "signalName": "Say", "input": {{Payloads($"\"{text}\"")}}, "identity": "1@host", "header": null """);

    private static string Marker(string name, int task, string details, string more) =>
        $$""" "markerName": "{{name}}", "details": { {{details}}{{more}} }, "workflowTaskCompletedEventId": "{{task}}", "header": null """;

    private static string LocalActivity(int number)
    {
        var data = $$$"""
            {"seq":{{{number}}},"attempt":1,"activity_id":"{{{number}}}","activity_type":"look","complete_time":{"seconds":1772359209,"nanos":5000},"backoff":null,"original_schedule_time":{"seconds":1772359208,"nanos":0}}
            """;
        return $$""" "data": {{Payloads(data)}} """;
    }

    private static string Update(string id, string text) =>
        $$"""{ "meta": { "updateId": "{{id}}", "identity": "1@host" }, "input": { "header": {}, "name": "Put", "args": {{Payloads($"\"{text}\"")}} } } """;
}
