using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Logging;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Api.History.V1;
using Temporalio.Api.Query.V1;
using Temporalio.Api.Sdk.V1;
using Temporalio.Api.Update.V1;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Runtime;
using Temporalio.Worker.Interceptors;
using Temporalio.Workflows;
using Type = System.Type;
using WorkflowDefinition = Temporalio.Workflows.WorkflowDefinition;
using VersioningBehavior = Temporalio.Common.VersioningBehavior;

namespace Temporalio.Worker;

/// <summary>
/// A run of a workflow in memory and its scheduler: one task at a time, first in first out, never inline
/// (spec/temporalio-notes.md sections 1 and 4).
/// </summary>
internal sealed partial class WorkflowInstance : TaskScheduler
{
    [ThreadStatic]
    private static WorkflowInstance? current;

    private readonly WorkflowInstanceOptions options;
    private readonly WorkflowExecutionStartedEventAttributes started;
    private readonly Queue<Task> scheduled = new();
    private readonly LinkedList<(Func<bool> Check, TaskCompletionSource Source)> conditions = new();
    private readonly CancellationTokenSource cancellation = new();
    private readonly HashSet<string> historyPatches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> patches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WorkflowExecutionSignaledEventAttributes>> waitingSignals = new(StringComparer.Ordinal);
    private readonly List<string> waitingSignalOrder = [];
    private readonly LinkedList<(string Kind, string Name, HandlerUnfinishedPolicy Policy)> runningHandlers = new();
    private readonly AsyncLocal<WorkflowUpdateInfo?> currentUpdate = new();
    private readonly WorkflowInboundInterceptor inbound;
    private readonly SortedDictionary<string, IRawValue> memo = new(StringComparer.Ordinal);
    private readonly List<WorkflowCommand> commands = [];
    private readonly List<(string UpdateId, Failure Failure)> rejectedUpdates = [];
    private WorkflowOutboundInterceptor? outbound;
    private readonly DataConverter converter;
    private readonly PendingStackTraces? stackTraces;
    private WorkflowDefinitionOptions? dynamicOptions;
    private WorkflowSignalDefinition? dynamicSignal;
    private WorkflowQueryDefinition? dynamicQuery;
    private WorkflowUpdateDefinition? dynamicUpdate;
    private object? instance;
    private object?[]? arguments;
    private bool runStarted;
    private bool readOnly;
    private bool inQuery;
    private bool tracingDisabled;
    private WorkflowCommand? terminal;
    private Exception? activationException;
    private DeterministicRandom? random;
    private WorkflowInfo? info;
    private ReplaySafeLogger? logger;

    /// <summary>Initializes a new instance of the <see cref="WorkflowInstance"/> class.</summary>
    /// <param name="options">What it runs and with what.</param>
    public WorkflowInstance(WorkflowInstanceOptions options)
    {
        this.options = options;
        converter = options.DataConverter.WithSerializationContext(new ISerializationContext.Workflow(options.Namespace, options.WorkflowId));
        started = options.Started.WorkflowExecutionStartedEventAttributes;
        Signals = new HandlerDictionary<WorkflowSignalDefinition>(options.Definition.Signals, d => d.Name, CheckWritable, DeliverWaitingSignals);
        Queries = new HandlerDictionary<WorkflowQueryDefinition>(options.Definition.Queries, d => d.Name, CheckWritable, null);
        Updates = new HandlerDictionary<WorkflowUpdateDefinition>(options.Definition.Updates, d => d.Name, CheckWritable, null);
        stackTraces = options.WorkerOptions.WorkflowStackTrace == WorkflowStackTrace.None ? null : new PendingStackTraces(options.WorkerOptions.WorkflowStackTrace == WorkflowStackTrace.Normal);
        dynamicSignal = options.Definition.DynamicSignal;
        dynamicQuery = options.Definition.DynamicQuery;
        dynamicUpdate = options.Definition.DynamicUpdate;
        foreach (var (key, value) in started.Memo?.Fields ?? [])
        {
            memo[key] = new RawValue(value);
        }

        TypedSearchAttributes = started.SearchAttributes is null ? SearchAttributeCollection.Empty : SearchAttributeCollection.FromProto(started.SearchAttributes);
        inbound = options.Interceptors.Reverse().Aggregate((WorkflowInboundInterceptor)new InboundRoot(this), (next, i) => i.InterceptWorkflow(next));
    }

    /// <summary>Gets the workflow that evaluates a condition, query or validator on this thread.</summary>
    public static WorkflowInstance? Override => current;

    /// <inheritdoc/>
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Gets the definition.</summary>
    public WorkflowDefinition Definition => options.Definition;

    /// <summary>Gets a value indicating whether no signal or update handler is running.</summary>
    public bool AllHandlersFinished => runningHandlers.Count == 0;

    /// <summary>Gets the token that is cancelled on request.</summary>
    public CancellationToken CancellationToken => cancellation.Token;

    /// <summary>Gets a value indicating whether continuing as new is advised.</summary>
    public bool ContinueAsNewSuggested => SuggestedContinueAsNewReasons.Count > 0;

    /// <summary>Gets the build id of the worker.</summary>
    public string CurrentBuildId => options.WorkerOptions.DeploymentOptions?.Version?.BuildId ?? string.Empty;

    /// <summary>Gets the deployment version of the worker.</summary>
    public WorkerDeploymentVersion? CurrentDeploymentVersion => options.WorkerOptions.DeploymentOptions?.Version;

    /// <summary>Gets or sets the details shown in user interfaces.</summary>
    public string CurrentDetails { get; set; } = string.Empty;

    /// <summary>Gets the number of events.</summary>
    public int CurrentHistoryLength { get; private set; }

    /// <summary>Gets the size of the history.</summary>
    public int CurrentHistorySize { get; private set; }

    /// <summary>Gets the update whose handler is running.</summary>
    public WorkflowUpdateInfo? CurrentUpdateInfo => currentUpdate.Value;

    /// <summary>Gets or sets the dynamic query handler.</summary>
    public WorkflowQueryDefinition? DynamicQuery
    {
        get => dynamicQuery;
        set
        {
            CheckWritable();
            dynamicQuery = value is null or { Dynamic: true } ? value : throw new ArgumentException("Query is not dynamic");
        }
    }

    /// <summary>Gets or sets the dynamic signal handler; setting it delivers every signal that waits.</summary>
    public WorkflowSignalDefinition? DynamicSignal
    {
        get => dynamicSignal;
        set
        {
            CheckWritable();
            dynamicSignal = value is null or { Dynamic: true } ? value : throw new ArgumentException("Signal is not dynamic");
            if (value is not null)
            {
                DeliverWaitingSignals(null);
            }
        }
    }

    /// <summary>Gets or sets the dynamic update handler.</summary>
    public WorkflowUpdateDefinition? DynamicUpdate
    {
        get => dynamicUpdate;
        set
        {
            CheckWritable();
            dynamicUpdate = value is null or { Dynamic: true } ? value : throw new ArgumentException("Update is not dynamic");
        }
    }

    /// <summary>Gets the facts of the run.</summary>
    public WorkflowInfo Info => info ??= MakeInfo();

    /// <summary>Gets the instance of the workflow class, made on first use.</summary>
    public object Instance => instance ??= CreateInstance();

    /// <summary>Gets what happens to the workflow when its deployment gets a new version.</summary>
    public VersioningBehavior VersioningBehavior =>
        dynamicOptions is { VersioningBehavior: not VersioningBehavior.Unspecified and var own } ? own
        : Definition.VersioningBehavior is { } declared and not VersioningBehavior.Unspecified ? declared
        : options.WorkerOptions.DeploymentOptions?.DefaultVersioningBehavior ?? VersioningBehavior.Unspecified;

    /// <summary>Gets a value indicating whether the activation repeats what the history has.</summary>
    public bool IsReplaying { get; private set; }

    /// <summary>Gets a value indicating whether history events are replayed; false in queries and validators.</summary>
    public bool IsReplayingHistoryEvents => IsReplaying && !inQuery && !readOnly;

    /// <summary>Gets the logger.</summary>
    public ILogger Logger => logger ??= new ReplaySafeLogger(options.LoggerFactory.CreateLogger($"Temporalio.Workflow:{started.WorkflowType.Name}"), this);

    /// <summary>Gets the memo.</summary>
    public IReadOnlyDictionary<string, IRawValue> Memo => memo;

    /// <summary>Gets the meter.</summary>
    public MetricMeter MetricMeter => IsReplayingHistoryEvents ? NoMetricMeter.Instance : options.MetricMeter;

    /// <summary>Gets the outermost outbound interceptor.</summary>
    public WorkflowOutboundInterceptor Outbound
    {
        get
        {
            if (outbound is null)
            {
                inbound.Init(new OutboundRoot(this));
            }

            return outbound ?? throw new InvalidOperationException("A workflow inbound interceptor did not pass Init on");
        }
    }

    /// <summary>Gets the payload converter.</summary>
    public IPayloadConverter PayloadConverter => converter.PayloadConverter;

    /// <summary>Gets the query handlers.</summary>
    public HandlerDictionary<WorkflowQueryDefinition> Queries { get; }

    /// <summary>Gets the random numbers.</summary>
    public DeterministicRandom Random => random ??= new DeterministicRandom(Seed(started.OriginalExecutionRunId.Length > 0 ? started.OriginalExecutionRunId : options.RunId));

    /// <summary>Gets the signal handlers.</summary>
    public HandlerDictionary<WorkflowSignalDefinition> Signals { get; }

    /// <summary>Gets why continuing as new is advised.</summary>
    public IReadOnlyCollection<Workflows.SuggestContinueAsNewReason> SuggestedContinueAsNewReasons { get; private set; } = [];

    /// <summary>Gets a value indicating whether the target deployment version has changed; the engine has no deployments.</summary>
    public bool TargetWorkerDeploymentVersionChanged => false;

    /// <summary>Gets the search attributes.</summary>
    public SearchAttributeCollection TypedSearchAttributes { get; private set; }

    /// <summary>Gets the update handlers.</summary>
    public HandlerDictionary<WorkflowUpdateDefinition> Updates { get; }

    /// <summary>Gets the time of the activation.</summary>
    public DateTime UtcNow { get; private set; }

    /// <summary>Gets a value indicating whether a command has ended the run.</summary>
    public bool Completed => terminal is not null;

    /// <summary>Gets the retry policy that the run that continues this one asks for.</summary>
    public Api.Common.V1.RetryPolicy? NextRetryPolicy { get; private set; }

    /// <summary>Gets a value indicating whether slips off the scheduler are to be caught now.</summary>
    public bool TracingEnabled => !tracingDisabled && !options.WorkerOptions.DisableWorkflowTracingEventListener;

    /// <summary>Runs the workflow on what has happened until it can go no further.</summary>
    /// <param name="activation">What has happened.</param>
    /// <exception cref="Exception">The workflow task must fail.</exception>
    public void Activate(Activation activation)
    {
        UtcNow = activation.Time > UtcNow ? activation.Time : UtcNow;
        IsReplaying = activation.Replaying;
        CurrentHistoryLength = activation.HistoryLength;
        CurrentHistorySize = activation.HistorySize;
        SuggestedContinueAsNewReasons = activation.SuggestContinueAsNew.Select(r => (Workflows.SuggestContinueAsNewReason)(int)r).ToList();
        historyPatches.UnionWith(activation.Patches);
        Run(() =>
        {
            foreach (var e in activation.Events)
            {
                if (e.EventType == EventType.WorkflowExecutionSignaled)
                {
                    ApplySignal(e.WorkflowExecutionSignaledEventAttributes);
                }
            }

            foreach (var update in activation.Updates)
            {
                ApplyUpdate(update);
            }

            foreach (var e in activation.Events)
            {
                ApplyEvent(e);
            }

            if (!runStarted)
            {
                runStarted = true;
                _ = Schedule(RunWorkflowAsync);
            }
        });
    }

    /// <summary>Ends a local activity and runs what waited for it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="end">How it ended.</param>
    public void ResolveLocalActivity(LocalActivityCall call, LocalActivityEnd end)
    {
        UtcNow = end.CompleteTime > UtcNow ? end.CompleteTime : UtcNow;
        Run(() => call.Resolve(end));
    }

    /// <summary>Answers a query. Conditions are not tested.</summary>
    /// <param name="id">The query id.</param>
    /// <param name="query">The query.</param>
    /// <returns>The answer.</returns>
    public WorkflowQueryResult Query(string id, WorkflowQuery query)
    {
        var answer = new WorkflowQueryResult { ResultType = QueryResultType.Failed };
        var wasReplaying = IsReplaying;
        var commandCount = commands.Count;
        inQuery = true;
        try
        {
            _ = Schedule(() =>
            {
                readOnly = true;
                try
                {
                    var result = HandleOwnQuery(query.QueryType) ?? inbound.HandleQuery(QueryInput(id, query));
                    answer = new WorkflowQueryResult { ResultType = QueryResultType.Answered, Answer = new Payloads { Payloads_ = { PayloadConverter.ToPayload(result) } } };
                }
                catch (Exception e)
                {
                    // A query that fails is answered with the failure; the workflow goes on.
                    answer = new WorkflowQueryResult
                    {
                        ResultType = QueryResultType.Failed,
                        ErrorMessage = e.Message,
                        Failure = converter.FailureConverter.ToFailure(e, PayloadConverter),
                    };
                }
                finally
                {
                    readOnly = false;
                }

                return Task.CompletedTask;
            });
            Drain(false);
            return commands.Count == commandCount ? answer : throw new InvalidWorkflowOperationException("A query handler issued commands");
        }
        finally
        {
            inQuery = false;
            IsReplaying = wasReplaying;
        }
    }

    /// <summary>Takes the commands made since the last call; the one that ends the run is last.</summary>
    /// <returns>The commands.</returns>
    public List<WorkflowCommand> TakeCommands()
    {
        var result = commands.Where(c => !c.Dropped).ToList();
        commands.Clear();
        if (terminal is { Sent: false })
        {
            result.Add(terminal);
        }

        result.ForEach(c => c.Sent = true);
        return result;
    }

    /// <summary>Takes the updates rejected since the last call.</summary>
    /// <returns>The updates.</returns>
    public List<(string UpdateId, Failure Failure)> TakeRejectedUpdates()
    {
        var result = rejectedUpdates.ToList();
        rejectedUpdates.Clear();
        return result;
    }

    /// <summary>Fails the current activation.</summary>
    /// <param name="exception">Why.</param>
    public void FailActivation(Exception exception) => activationException ??= exception;

    /// <summary>Runs a function without the listener that catches slips.</summary>
    /// <typeparam name="T">The result type.</typeparam>
    /// <param name="function">The function.</param>
    /// <returns>Its result.</returns>
    public T WithTracingEventListenerDisabled<T>(Func<T> function)
    {
        var before = tracingDisabled;
        tracingDisabled = true;
        try
        {
            return function();
        }
        finally
        {
            tracingDisabled = before;
        }
    }

    /// <summary>Takes or deprecates a patch.</summary>
    /// <param name="patchId">The patch id.</param>
    /// <param name="deprecated">Whether it is deprecated.</param>
    /// <returns>Whether the new branch is taken.</returns>
    public bool Patch(string patchId, bool deprecated)
    {
        CheckWritable();
        if (patches.TryGetValue(patchId, out var known))
        {
            return known;
        }

        var taken = historyPatches.Contains(patchId)
            || (!IsReplaying && (deprecated || options.WorkerOptions.PatchActivationCallback?.Invoke(new PatchActivationInput(Info, patchId)) != false))
            || (IsReplaying && deprecated);
        patches[patchId] = taken;
        if (taken)
        {
            AddCommand(new WorkflowCommand(Markers.Patch(patchId, deprecated)));
        }

        return taken;
    }

    /// <summary>Changes the memo.</summary>
    /// <param name="updates">The changes.</param>
    public void UpsertMemo(IReadOnlyCollection<MemoUpdate> updates)
    {
        CheckWritable();
        CheckDistinct(updates.Select(u => u.UntypedKey).ToList());
        var change = new Memo();
        foreach (var update in updates)
        {
            change.Fields[update.UntypedKey] = PayloadConverter.ToPayload(update.HasValue ? update.UntypedValue : null);
        }

        foreach (var update in updates)
        {
            if (update.HasValue)
            {
                memo[update.UntypedKey] = new RawValue(change.Fields[update.UntypedKey]);
            }
            else
            {
                memo.Remove(update.UntypedKey);
            }
        }

        AddCommand(new WorkflowCommand(new HistoryEvent
        {
            EventType = EventType.WorkflowPropertiesModified,
            WorkflowPropertiesModifiedEventAttributes = new WorkflowPropertiesModifiedEventAttributes { UpsertedMemo = change },
        }));
    }

    /// <summary>Changes search attributes.</summary>
    /// <param name="updates">The changes.</param>
    public void UpsertTypedSearchAttributes(IReadOnlyCollection<SearchAttributeUpdate> updates)
    {
        CheckWritable();
        CheckDistinct(updates.Select(u => u.UntypedKey.Name).ToList());
        var change = new SearchAttributes();
        var builder = new SearchAttributeCollection.Builder(TypedSearchAttributes);
        foreach (var update in updates)
        {
            if (update.HasValue)
            {
                change.IndexedFields[update.UntypedKey.Name] = SearchAttributePayload.Encode(update.UntypedKey, update.UntypedValue);
                builder.SetUntyped(update.UntypedKey, update.UntypedValue);
            }
            else
            {
                change.IndexedFields[update.UntypedKey.Name] = SearchAttributePayload.EncodeUnset(update.UntypedKey);
                builder.Unset(update.UntypedKey);
            }
        }

        TypedSearchAttributes = builder.ToSearchAttributeCollection();
        AddCommand(new WorkflowCommand(new HistoryEvent
        {
            EventType = EventType.UpsertWorkflowSearchAttributes,
            UpsertWorkflowSearchAttributesEventAttributes = new UpsertWorkflowSearchAttributesEventAttributes { SearchAttributes = change },
        }));
    }

    /// <summary>Waits for a condition.</summary>
    /// <param name="wait">What to wait for.</param>
    /// <returns>False if the time is up.</returns>
    public async Task<bool> WaitConditionAsync(WaitConditionOptions wait)
    {
        CheckWritable();
        var token = wait.CancellationToken ?? CancellationToken;
        var source = new TaskCompletionSource();
        var node = conditions.AddLast((wait.ConditionCheck, source));
        try
        {
            if (wait.Timeout is not { } timeout)
            {
                var registration = token.Register(() => source.TrySetCanceled(token));
                await using (registration.ConfigureAwait(true))
                {
                    await Traced(source.Task).ConfigureAwait(true);
                }

                return true;
            }

            using var delayCancel = CancellationTokenSource.CreateLinkedTokenSource(token);
            var delay = Outbound.DelayAsync(new DelayAsyncInput(timeout, delayCancel.Token, wait.TimeoutSummary));
            if (await Task.WhenAny(source.Task, delay).ConfigureAwait(true) == source.Task)
            {
                // Synchronous on purpose: CancelAsync leaves the scheduler of the workflow.
                delayCancel.Cancel();
                return true;
            }

            await delay.ConfigureAwait(true);
            return false;
        }
        finally
        {
            if (node.List is not null)
            {
                conditions.Remove(node);
            }
        }
    }

    /// <summary>Throws where nothing may be asked of the engine.</summary>
    /// <exception cref="InvalidOperationException">A query or validator is running.</exception>
    public void CheckWritable()
    {
        if (readOnly)
        {
            throw new InvalidOperationException("Queries and update validators cannot issue commands, wait or change handlers");
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (scheduled)
        {
            return [.. scheduled];
        }
    }

    /// <inheritdoc/>
    protected override void QueueTask(Task task)
    {
        lock (scheduled)
        {
            scheduled.Enqueue(task);
        }
    }

    /// <inheritdoc/>
    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    private static ulong Seed(string id)
    {
        // FNV-1a: the same on every machine.
        var hash = 14695981039346656037UL;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    private static void CheckDistinct(List<string> keys)
    {
        if (keys.Count == 0)
        {
            throw new ArgumentException("At least one update required");
        }

        if (keys.Distinct(StringComparer.Ordinal).Count() != keys.Count)
        {
            throw new ArgumentException("Duplicate update key");
        }
    }

    private void Run(Action apply)
    {
        apply();
        Drain(true);
    }

    private void Drain(bool testConditions)
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            do
            {
                while (TryTake(out var task))
                {
                    TryExecuteTask(task);
                    if (activationException is not null)
                    {
                        ExceptionDispatchInfo.Capture(activationException).Throw();
                    }
                }
            }
            while (testConditions && ReleaseCondition());
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private bool TryTake(out Task task)
    {
        lock (scheduled)
        {
            return scheduled.TryDequeue(out task!);
        }
    }

    private bool ReleaseCondition()
    {
        var before = current;
        current = this;
        try
        {
            for (var node = conditions.First; node is not null; node = node.Next)
            {
                if (node.Value.Check())
                {
                    conditions.Remove(node);
                    node.Value.Source.TrySetResult();
                    return true;
                }
            }

            return false;
        }
        finally
        {
            current = before;
        }
    }

    private Task Schedule(Func<Task> function) =>
        Task.Factory.StartNew(function, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    private void AddCommand(WorkflowCommand command)
    {
        CheckWritable();
        commands.Add(command);
    }

    private void End(HistoryEvent e) => terminal ??= new WorkflowCommand(e);

    private void ApplySignal(WorkflowExecutionSignaledEventAttributes signal)
    {
        var definition = Signals.TryGetValue(signal.SignalName, out var found) ? found : dynamicSignal;
        if (definition is null)
        {
            if (!waitingSignals.TryGetValue(signal.SignalName, out var waiting))
            {
                waitingSignals[signal.SignalName] = waiting = [];
            }

            waiting.Add(signal);
            waitingSignalOrder.Add(signal.SignalName);
            return;
        }

        _ = Schedule(() => RunHandlerAsync("signal", signal.SignalName, definition.UnfinishedPolicy, async () =>
        {
            object?[] args;
            try
            {
                args = definition.Dynamic
                    ? [signal.SignalName, RawValues(signal.Input)]
                    : Decode(definition.Invoker.Parameters, signal.Input);
            }
            catch (Exception e)
            {
                // Undecodable signals are dropped (spec/temporalio-notes.md section 3): failing the task would stop the workflow for good.
                Logger.LogError(e, "Failed decoding signal args for {Signal}, dropping the signal", signal.SignalName);
                return;
            }

            await inbound.HandleSignalAsync(new HandleSignalInput(signal.SignalName, definition, args, Headers(signal.Header))).ConfigureAwait(true);
        }));
    }

    private void DeliverWaitingSignals(string? name)
    {
        foreach (var signalName in waitingSignalOrder.Where(n => name is null || string.Equals(n, name, StringComparison.Ordinal)).ToList())
        {
            var waiting = waitingSignals[signalName];
            var signal = waiting[0];
            waiting.RemoveAt(0);
            waitingSignalOrder.Remove(signalName);
            ApplySignal(signal);
        }
    }

    private void ApplyUpdate(Request request)
    {
        var validate = !IsReplaying;
        _ = Schedule(async () =>
        {
            var id = request.Meta.UpdateId;
            var name = request.Input.Name;
            currentUpdate.Value = new WorkflowUpdateInfo(id, name);
            var definition = Updates.TryGetValue(name, out var found) ? found : dynamicUpdate;
            HandleUpdateInput input;
            try
            {
                if (definition is null)
                {
                    throw new InvalidOperationException($"Update handler for {name} expected but not found, known updates: [{string.Join(' ', Updates.Keys.Order(StringComparer.Ordinal))}]");
                }

                _ = Instance;
                var args = definition.Dynamic
                    ? [name, RawValues(request.Input.Args)]
                    : Decode(definition.Invoker.Parameters, request.Input.Args);
                input = new HandleUpdateInput(id, name, definition, args, Headers(request.Input.Header));
                if (validate && definition.Validator is not null)
                {
                    Validate(input);
                }
            }
            catch (Exception e)
            {
                // Whatever keeps an update from being accepted rejects it.
                rejectedUpdates.Add((id, converter.FailureConverter.ToFailure(e, PayloadConverter)));
                return;
            }

            AddCommand(new WorkflowCommand(new HistoryEvent
            {
                EventType = EventType.WorkflowExecutionUpdateAccepted,
                WorkflowExecutionUpdateAcceptedEventAttributes = new WorkflowExecutionUpdateAcceptedEventAttributes
                {
                    ProtocolInstanceId = id,
                    AcceptedRequestMessageId = $"{id}/request",
                    AcceptedRequest = request,
                },
            }));
            await RunHandlerAsync("update", name, definition.UnfinishedPolicy, async () =>
            {
                Outcome outcome;
                try
                {
                    var result = await inbound.HandleUpdateAsync(input).ConfigureAwait(true);
                    outcome = new Outcome { Success = new Payloads { Payloads_ = { PayloadConverter.ToPayload(result) } } };
                }
                catch (Exception e) when (FailsWorkflow(e))
                {
                    outcome = new Outcome { Failure = converter.FailureConverter.ToFailure(e, PayloadConverter) };
                }
                catch (Exception e)
                {
                    FailActivation(e);
                    return;
                }

                AddCommand(new WorkflowCommand(new HistoryEvent
                {
                    EventType = EventType.WorkflowExecutionUpdateCompleted,
                    WorkflowExecutionUpdateCompletedEventAttributes = new WorkflowExecutionUpdateCompletedEventAttributes
                    {
                        Meta = new Meta { UpdateId = id, Identity = request.Meta.Identity },
                        Outcome = outcome,
                    },
                }));
            }).ConfigureAwait(true);
        });
    }

    private void Validate(HandleUpdateInput input)
    {
        readOnly = true;
        try
        {
            inbound.ValidateUpdate(input);
        }
        finally
        {
            readOnly = false;
        }
    }

    private async Task RunHandlerAsync(string kind, string name, HandlerUnfinishedPolicy policy, Func<Task> handler)
    {
        var node = runningHandlers.AddLast((kind, name, policy));
        try
        {
            await handler().ConfigureAwait(true);
        }
        catch (Exception e)
        {
            HandleWorkflowException(e);
        }
        finally
        {
            runningHandlers.Remove(node);
        }
    }

    private object CreateInstance()
    {
        var made = Definition.CreateWorkflowInstance(Definition.InitAttribute ? Arguments : []);
        dynamicOptions = Definition.DynamicOptionsGetter?.Invoke(made);
        return made;
    }

    /// <summary>Answers the queries that every workflow has.</summary>
    /// <returns>The answer; null for every other query.</returns>
    private object? HandleOwnQuery(string queryType) => queryType switch
    {
        "__stack_trace" => stackTraces?.ToString() ?? throw new InvalidOperationException("Workflow stack traces are not enabled on this worker"),
        "__temporal_workflow_metadata" => DescribeSelf(),
        _ => null,
    };

    private Api.Sdk.V1.WorkflowMetadata DescribeSelf()
    {
        _ = Instance;
        return new Api.Sdk.V1.WorkflowMetadata
        {
            Definition = new Api.Sdk.V1.WorkflowDefinition
            {
                Type = Definition.Name ?? string.Empty,
                QueryDefinitions = { Interactions(Queries.Values.Append(dynamicQuery).Select(d => (d?.Name, d?.Description, IsThere: d is not null))) },
                SignalDefinitions = { Interactions(Signals.Values.Append(dynamicSignal).Select(d => (d?.Name, d?.Description, IsThere: d is not null))) },
                UpdateDefinitions = { Interactions(Updates.Values.Append(dynamicUpdate).Select(d => (d?.Name, d?.Description, IsThere: d is not null))) },
            },
            CurrentDetails = CurrentDetails,
        };
    }

    private static IEnumerable<Api.Sdk.V1.WorkflowInteractionDefinition> Interactions(IEnumerable<(string? Name, string? Description, bool IsThere)> handlers) => handlers
        .Where(h => h.IsThere)
        .Select(h => new Api.Sdk.V1.WorkflowInteractionDefinition { Name = h.Name ?? string.Empty, Description = h.Description ?? string.Empty })
        .OrderBy(h => h.Name, StringComparer.Ordinal);

    /// <summary>Remembers from where a task is awaited, for the query of stack traces.</summary>
    private T Traced<T>(T task)
        where T : Task
    {
        stackTraces?.Add(task);
        return task;
    }

    private HandleQueryInput QueryInput(string id, WorkflowQuery query)
    {
        var definition = Queries.TryGetValue(query.QueryType, out var found) ? found : dynamicQuery;
        if (definition is null)
        {
            throw new InvalidOperationException($"Query handler for {query.QueryType} expected but not found, known queries: [{string.Join(' ', Queries.Keys.Order(StringComparer.Ordinal))}]");
        }

        _ = Instance;
        var args = definition.Dynamic
            ? [query.QueryType, RawValues(query.QueryArgs)]
            : Decode(definition.Invoker.Parameters, query.QueryArgs);
        return new HandleQueryInput(id, query.QueryType, definition, args, Headers(query.Header));
    }

    private async Task RunWorkflowAsync()
    {
        try
        {
            _ = Outbound;
            object?[] args;
            object self;
            try
            {
                args = Arguments;
                self = Instance;
            }
            catch (Exception e) when (e is not FailureException)
            {
                // Undecodable input fails the task, not the workflow (spec/temporalio-notes.md section 3).
                FailActivation(e);
                return;
            }

            var result = await inbound.ExecuteWorkflowAsync(new ExecuteWorkflowInput(self, Definition.RunMethod, args)).ConfigureAwait(true);
            End(new HistoryEvent
            {
                EventType = EventType.WorkflowExecutionCompleted,
                WorkflowExecutionCompletedEventAttributes = new WorkflowExecutionCompletedEventAttributes
                {
                    Result = new Payloads { Payloads_ = { PayloadConverter.ToPayload(result) } },
                },
            });
        }
        catch (Exception e)
        {
            HandleWorkflowException(e);
        }

        WarnUnfinishedHandlers();
    }

    private void HandleWorkflowException(Exception e)
    {
        try
        {
            if (e is ContinueAsNewException continueAsNew)
            {
                End(ContinueAsNew(continueAsNew.Input));
            }
            else if (cancellation.IsCancellationRequested && TemporalException.IsCanceledException(e))
            {
                End(new HistoryEvent
                {
                    EventType = EventType.WorkflowExecutionCanceled,
                    WorkflowExecutionCanceledEventAttributes = new WorkflowExecutionCanceledEventAttributes(),
                });
            }
            else if (FailsWorkflow(e))
            {
                End(new HistoryEvent
                {
                    EventType = EventType.WorkflowExecutionFailed,
                    WorkflowExecutionFailedEventAttributes = new WorkflowExecutionFailedEventAttributes
                    {
                        Failure = converter.FailureConverter.ToFailure(e, PayloadConverter),
                    },
                });
            }
            else
            {
                FailActivation(e);
            }
        }
        catch (Exception conversion)
        {
            // A failure that cannot be converted fails the task, as any other conversion.
            FailActivation(conversion);
        }
    }

    private bool FailsWorkflow(Exception e) =>
        e is FailureException or OperationCanceledException || IsFailureType(e);

    private bool IsFailureType(Exception e) =>
        (options.WorkerOptions.WorkflowFailureExceptionTypes ?? []).Concat(dynamicOptions?.FailureExceptionTypes ?? Definition.FailureExceptionTypes ?? []).Any(t => t.IsInstanceOfType(e));

    /// <summary>Tells whether non-determinism fails the workflow instead of the task.</summary>
    /// <returns>True if a failure type covers it.</returns>
    public bool NondeterminismFailsWorkflow() =>
        !Definition.Dynamic
        && (options.WorkerOptions.WorkflowFailureExceptionTypes ?? []).Concat(Definition.FailureExceptionTypes ?? []).Any(t => t.IsAssignableFrom(typeof(WorkflowNondeterminismException)));

    /// <summary>Makes the event that fails the run.</summary>
    /// <param name="e">Why.</param>
    /// <returns>The event.</returns>
    public HistoryEvent FailureEvent(Exception e) => new()
    {
        EventType = EventType.WorkflowExecutionFailed,
        WorkflowExecutionFailedEventAttributes = new WorkflowExecutionFailedEventAttributes
        {
            Failure = converter.FailureConverter.ToFailure(e, PayloadConverter),
        },
    };

    private void WarnUnfinishedHandlers()
    {
        var unfinished = runningHandlers.Where(h => h.Policy == HandlerUnfinishedPolicy.WarnAndAbandon).ToList();
        if (unfinished.Count > 0 && !IsReplaying && Completed)
        {
            Logger.LogWarning(
                "[TMPRL1102] Workflow finished while handlers were still running: {Handlers}",
                string.Join(", ", unfinished.Select(h => $"{h.Kind} {h.Name}")));
        }
    }

    private object?[] Arguments
    {
        get
        {
            try
            {
                return arguments ??= Definition.Dynamic ? [RawValues(started.Input)] : Decode(Definition.RunMethod.GetParameters(), started.Input);
            }
            catch (Exception e) when (e is not InvalidOperationException)
            {
                throw new InvalidOperationException($"Failed decoding workflow arguments: {e.Message}", e);
            }
        }
    }

    private object?[] Decode(ParameterInfo[] parameters, Payloads? payloads)
    {
        var count = payloads?.Payloads_.Count ?? 0;
        var args = new object?[parameters.Length];
        for (var i = 0; i < args.Length; i++)
        {
            if (i < count)
            {
                args[i] = DecodeOne(PayloadConverter, payloads!.Payloads_[i], parameters[i].ParameterType);
            }
            else if (parameters[i].HasDefaultValue)
            {
                args[i] = parameters[i].DefaultValue;
            }
            else
            {
                throw new InvalidOperationException($"Argument {parameters[i].Name ?? i.ToString(CultureInfo.InvariantCulture)} is missing: {count} given");
            }
        }

        return args;
    }

    private static object? DecodeOne(IPayloadConverter payloadConverter, Payload payload, Type type) =>
        type == typeof(IRawValue) ? new RawValue(payload) : payloadConverter.ToValue(payload, type);

    private static IRawValue[] RawValues(Payloads? payloads) =>
        payloads is null ? [] : payloads.Payloads_.Select(p => (IRawValue)new RawValue(p)).ToArray();

    private static IReadOnlyDictionary<string, Payload>? Headers(Header? header) => header is null || header.Fields.Count == 0 ? null : new Dictionary<string, Payload>(header.Fields, StringComparer.Ordinal);

    private WorkflowInfo MakeInfo() => new(
        Math.Max(started.Attempt, 1),
        Optional(started.ContinuedExecutionRunId),
        Optional(started.CronSchedule),
        Optional(started.WorkflowExecutionTimeout),
        started.FirstExecutionRunId.Length > 0 ? started.FirstExecutionRunId : options.RunId,
        Headers(started.Header),
        started.ContinuedFailure is null ? null : converter.FailureConverter.ToException(started.ContinuedFailure, PayloadConverter),
        started.LastCompletionResult is null ? null : RawValues(started.LastCompletionResult),
        options.Namespace,
        started.ParentWorkflowExecution is null
            ? null
            : new WorkflowInfo.ParentInfo(
                started.ParentWorkflowNamespace.Length > 0 ? started.ParentWorkflowNamespace : options.Namespace,
                started.ParentWorkflowExecution.RunId,
                started.ParentWorkflowExecution.WorkflowId),
        Common.Priority.FromProto(started.Priority),
        started.RetryPolicy is null ? null : Common.RetryPolicy.FromProto(started.RetryPolicy),
        started.RootWorkflowExecution is null ? null : new WorkflowInfo.RootInfo(started.RootWorkflowExecution.RunId, started.RootWorkflowExecution.WorkflowId),
        options.RunId,
        Optional(started.WorkflowRunTimeout),
        UtcNow,
        started.TaskQueue.Name,
        Optional(started.WorkflowTaskTimeout) ?? TimeSpan.FromSeconds(10),
        options.WorkflowId,
        options.Started.EventTime.ToDateTime(),
        started.WorkflowType.Name);

    private static string? Optional(string value) => value.Length == 0 ? null : value;

    private static TimeSpan? Optional(Duration? value) => value is null || (value.Seconds == 0 && value.Nanos == 0) ? null : value.ToTimeSpan();

    private UserMetadata? Metadata(string? summary, string? details = null) =>
        summary is null && details is null
            ? null
            : new UserMetadata
            {
                Summary = summary is null ? null : PayloadConverter.ToPayload(summary),
                Details = details is null ? null : PayloadConverter.ToPayload(details),
            };

    /// <summary>The innermost inbound interceptor: calls the methods of the class.</summary>
    private sealed class InboundRoot(WorkflowInstance owner) : WorkflowInboundInterceptor
    {
        public override void Init(WorkflowOutboundInterceptor outbound) => owner.outbound = outbound;

        public override async Task<object?> ExecuteWorkflowAsync(ExecuteWorkflowInput input)
        {
            var task = (Task?)HandlerInvoker.Of(input.RunMethod).Invoke(input.Instance, input.Args)
                ?? throw new InvalidOperationException("The run method returned no task");
            return await HandlerInvoker.ResultAsync(task, input.RunMethod.ReturnType).ConfigureAwait(true);
        }

        public override Task HandleSignalAsync(HandleSignalInput input) =>
            (Task?)input.Definition.Invoker.Invoke(owner.Instance, input.Args) ?? throw new InvalidOperationException("The signal handler returned no task");

        public override object? HandleQuery(HandleQueryInput input) => input.Definition.Invoker.Invoke(owner.Instance, input.Args);

        public override void ValidateUpdate(HandleUpdateInput input) => input.Definition.Validator?.Invoke(owner.Instance, input.Args);

        public override async Task<object?> HandleUpdateAsync(HandleUpdateInput input)
        {
            var task = (Task?)input.Definition.Invoker.Invoke(owner.Instance, input.Args)
                ?? throw new InvalidOperationException("The update handler returned no task");
            return await HandlerInvoker.ResultAsync(task, input.Definition.Invoker.ReturnType).ConfigureAwait(true);
        }
    }
}
