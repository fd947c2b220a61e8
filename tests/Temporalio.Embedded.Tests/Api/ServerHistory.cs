using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Temporalio.Common;

namespace Temporalio.Embedded.Tests.Api;

/// <summary>A history in the JSON that <c>temporal workflow show --output json</c> writes, made by hand. Events are numbered from 1 on.</summary>
internal sealed class ServerHistory
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private readonly List<(string Type, string Attributes, string More)> events = [];

    /// <summary>Initializes a new instance of the <see cref="ServerHistory"/> class with its first event and the first completed task.</summary>
    /// <param name="input">What the workflow starts with.</param>
    public ServerHistory(string input)
    {
        Add("WorkflowExecutionStarted", $$"""
            "workflowType": { "name": "Recorded" }, "parentWorkflowNamespace": "", "parentWorkflowExecution": null, "taskQueue": { "name": "q", "kind": "TASK_QUEUE_KIND_NORMAL", "normalName": "" },
            "input": {{Payloads($"\"{input}\"")}}, "workflowExecutionTimeout": "0s", "workflowRunTimeout": "0s", "workflowTaskTimeout": "10s", "continuedExecutionRunId": "",
            "initiator": "CONTINUE_AS_NEW_INITIATOR_UNSPECIFIED", "continuedFailure": null, "lastCompletionResult": {{Payloads("7")}}, "originalExecutionRunId": "019a2f31-7a44-7c63-b75a-ff7fc3d0b3d1",
            "identity": "1@host", "firstExecutionRunId": "019a2f31-7a44-7c63-b75a-ff7fc3d0b3d1", "retryPolicy": null, "attempt": 1, "workflowExecutionExpirationTime": null, "cronSchedule": "",
            "firstWorkflowTaskBackoff": "0s", "memo": { "fields": { "note": {{Payload("\"m\"")}} } }, "searchAttributes": { "indexedFields": {} }, "prevAutoResetPoints": null,
            "header": { "fields": { "trace": {{Payload("1")}} } }, "workflowId": "w", "priority": {}, "sourceVersionStamp": null, "fieldOfTheFuture": [1, { "a": null }]
            """, """, "userMetadata": { "summary": null }, "links": [{ "workflowEvent": { "namespace": "n", "workflowId": "x", "runId": "y" } }]""");
        Task();
    }

    /// <summary>Gets the JSON of payloads.</summary>
    /// <param name="json">Their values.</param>
    /// <returns>The JSON.</returns>
    public static string Payloads(params string[] json) => $$"""{ "payloads": [{{string.Join(", ", json.Select(Payload))}}] }""";

    /// <summary>Gets the JSON of a payload.</summary>
    /// <param name="json">Its value.</param>
    /// <returns>The JSON.</returns>
    public static string Payload(string json) => $$"""{ "metadata": { "encoding": "anNvbi9wbGFpbg==" }, "data": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}" }""";

    /// <summary>Gets the JSON of the failure of an application.</summary>
    /// <param name="message">Its message.</param>
    /// <returns>The JSON.</returns>
    public static string Failure(string message) =>
        $$"""{ "message": "{{message}}", "source": "DotNetSDK", "stackTrace": "", "encodedAttributes": null, "cause": null, "applicationFailureInfo": { "type": "T", "nonRetryable": false, "details": null } }""";

    /// <summary>Adds an event.</summary>
    /// <param name="type">Its type in the short form.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="rest">What else it has.</param>
    /// <returns>This history.</returns>
    public ServerHistory Add(string type, string attributes, string rest = "")
    {
        events.Add((type, attributes, rest));
        return this;
    }

    /// <summary>Adds a completed workflow task: three events.</summary>
    /// <param name="suggestContinueAsNew">Whether continuing as new is suggested, without a reason as by older servers.</param>
    /// <returns>This history.</returns>
    public ServerHistory Task(bool suggestContinueAsNew = false)
    {
        var id = Scheduled().events.Count;
        return Add("WorkflowTaskStarted", $$""" "scheduledEventId": "{{id}}", "identity": "1@host", "requestId": "r", "suggestContinueAsNew": {{(suggestContinueAsNew ? "true" : "false")}}, "historySizeBytes": "512", "workerVersion": null """)
            .Add("WorkflowTaskCompleted", $$"""
                "scheduledEventId": "{{id}}", "startedEventId": "{{id + 1}}", "identity": "1@host", "binaryChecksum": "", "workerVersion": { "buildId": "b1", "bundleId": "", "useVersioning": false },
                "sdkMetadata": { "coreUsedFlags": [1, 2, 3], "langUsedFlags": [1], "sdkName": "temporal-dotnet", "sdkVersion": "1.18.0" }, "meteringMetadata": { "nonfirstLocalActivityExecutionAttempts": 0 }
                """);
    }

    /// <summary>Adds a workflow task that is only scheduled.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <returns>This history.</returns>
    public ServerHistory Scheduled(int attempt = 1) =>
        Add("WorkflowTaskScheduled", $$""" "taskQueue": { "name": "host:sticky", "kind": "TASK_QUEUE_KIND_STICKY", "normalName": "q" }, "startToCloseTimeout": "10s", "attempt": {{attempt}} """);

    /// <summary>Gets the JSON.</summary>
    /// <param name="shortNames">Whether enum values are in the form of old servers, such as TimerFired.</param>
    /// <returns>The JSON.</returns>
    public string ToJson(bool shortNames)
    {
        var json = $$"""{ "events": [{{string.Join(",\n", events.Select((e, i) => $$"""
            { "eventId": "{{i + 1}}", "eventTime": "2026-03-01T10:00:{{i.ToString("00", CultureInfo.InvariantCulture)}}.123456789Z", "eventType": "EVENT_TYPE{{Regex.Replace(e.Type, "[A-Z]", "_$0", RegexOptions.None, Limit).ToUpperInvariant()}}",
              "version": "0", "taskId": "{{1048576 + i}}", "workerMayIgnore": {{(e.Type.EndsWith('?') ? "true" : "false")}}{{e.More}}, "{{char.ToLowerInvariant(e.Type[0])}}{{e.Type[1..]}}EventAttributes": { {{e.Attributes}} } }
            """))}}] }""".Replace("?\"", "\"", StringComparison.Ordinal).Replace("?EventAttributes", "EventAttributes", StringComparison.Ordinal);
        return shortNames
            ? Regex.Replace(json, "\"(EVENT_TYPE|TASK_QUEUE_KIND|CONTINUE_AS_NEW_INITIATOR|RETRY_STATE|TIMEOUT_TYPE|PARENT_CLOSE_POLICY|[A-Z_]+_CAUSE|UPDATE_ADMITTED_EVENT_ORIGIN)_([A-Z_]+)\"", m => $"\"{Pascal(m.Groups[2].Value)}\"", RegexOptions.None, Limit)
            : json;
    }

    /// <summary>Reads the history.</summary>
    /// <param name="shortNames">The form of enum values.</param>
    /// <returns>The history.</returns>
    public WorkflowHistory Read(bool shortNames = false) => WorkflowHistory.FromJson("w", ToJson(shortNames));

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(p => p[..1] + p[1..].ToLowerInvariant()));
}
