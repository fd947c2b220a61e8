using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Temporalio.Activities;
using Temporalio.Common;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Temporalio.Worker;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Workflows;

/// <summary>What a workflow may do. Outside a workflow every member but <see cref="InWorkflow"/> throws <see cref="InvalidOperationException"/>.</summary>
public static class Workflow
{
    /// <summary>Gets a value indicating whether no signal or update handler is running.</summary>
    public static bool AllHandlersFinished => Context.AllHandlersFinished;

    /// <summary>Gets the token that is cancelled when cancellation of the workflow is requested.</summary>
    public static CancellationToken CancellationToken => Context.CancellationToken;

    /// <summary>Gets a value indicating whether the history is so long that continuing as new is advised.</summary>
    public static bool ContinueAsNewSuggested => Context.ContinueAsNewSuggested;

    /// <summary>Gets the build id of the worker that ran the current task.</summary>
    public static string CurrentBuildId => Context.CurrentBuildId;

    /// <summary>Gets the deployment version of the worker that ran the current task.</summary>
    public static WorkerDeploymentVersion? CurrentDeploymentVersion => Context.CurrentDeploymentVersion;

    /// <summary>Gets or sets details about the current state, shown in user interfaces.</summary>
    public static string CurrentDetails
    {
        get => Context.CurrentDetails;
        set => Context.CurrentDetails = value;
    }

    /// <summary>Gets the number of history events up to the current task.</summary>
    public static int CurrentHistoryLength => Context.CurrentHistoryLength;

    /// <summary>Gets the size in bytes of the history up to the current task.</summary>
    public static int CurrentHistorySize => Context.CurrentHistorySize;

    /// <summary>Gets the update whose handler is running, or null.</summary>
    public static WorkflowUpdateInfo? CurrentUpdateInfo => Context.CurrentUpdateInfo;

    /// <summary>Gets or sets the handler of queries that have none of their own.</summary>
    public static WorkflowQueryDefinition? DynamicQuery
    {
        get => Context.DynamicQuery;
        set => Context.DynamicQuery = value;
    }

    /// <summary>Gets or sets the handler of signals that have none of their own.</summary>
    public static WorkflowSignalDefinition? DynamicSignal
    {
        get => Context.DynamicSignal;
        set => Context.DynamicSignal = value;
    }

    /// <summary>Gets or sets the handler of updates that have none of their own.</summary>
    public static WorkflowUpdateDefinition? DynamicUpdate
    {
        get => Context.DynamicUpdate;
        set => Context.DynamicUpdate = value;
    }

    /// <summary>Gets a value indicating whether the code runs on the scheduler of a workflow.</summary>
    public static bool InWorkflow => TaskScheduler.Current is WorkflowInstance;

    /// <summary>Gets the facts of this run that do not change.</summary>
    public static WorkflowInfo Info => Context.Info;

    /// <summary>Gets the instance of the workflow class.</summary>
    public static object Instance => Context.Instance;

    /// <summary>Gets a logger that is silent during replay.</summary>
    public static ILogger Logger => Context.Logger;

    /// <summary>Gets the memo.</summary>
    public static IReadOnlyDictionary<string, IRawValue> Memo => Context.Memo;

    /// <summary>Gets a meter that is silent during replay.</summary>
    public static MetricMeter MetricMeter => Context.MetricMeter;

    /// <summary>Gets the payload converter of this workflow.</summary>
    public static IPayloadConverter PayloadConverter => Context.PayloadConverter;

    /// <summary>Gets the query handlers by name; changes take effect at once.</summary>
    public static IDictionary<string, WorkflowQueryDefinition> Queries => Context.Queries;

    /// <summary>Gets the random numbers of this run. Fetch it on each use: a reset changes the seed.</summary>
    public static DeterministicRandom Random => Context.Random;

    /// <summary>Gets the signal handlers by name; adding one delivers the signals that waited for it.</summary>
    public static IDictionary<string, WorkflowSignalDefinition> Signals => Context.Signals;

    /// <summary>Gets why continuing as new is advised.</summary>
    public static IReadOnlyCollection<SuggestContinueAsNewReason> SuggestedContinueAsNewReasons => Context.SuggestedContinueAsNewReasons;

    /// <summary>Gets a value indicating whether the target deployment version has changed since the last task.</summary>
    public static bool TargetWorkerDeploymentVersionChanged => Context.TargetWorkerDeploymentVersionChanged;

    /// <summary>Gets the search attributes.</summary>
    public static SearchAttributeCollection TypedSearchAttributes => Context.TypedSearchAttributes;

    /// <summary>Gets the update handlers by name; changes take effect at once.</summary>
    public static IDictionary<string, WorkflowUpdateDefinition> Updates => Context.Updates;

    /// <summary>Gets the time of the current activation: the only clock a workflow may read.</summary>
    public static DateTime UtcNow => Context.UtcNow;

    /// <summary>Gets the workflow whose code is running: the one of the current scheduler, or the one that evaluates a condition, query or validator.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    internal static WorkflowInstance Context =>
        TaskScheduler.Current as WorkflowInstance ?? WorkflowInstance.Override ?? throw new InvalidOperationException("Not in workflow");

    /// <summary>Creates the exception that, when thrown, ends this run and continues as a new one. Unset options inherit.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options.</param>
    /// <returns>The exception to throw.</returns>
    public static ContinueAsNewException CreateContinueAsNewException<TWorkflow, TResult>(Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, ContinueAsNewOptions? options = null)
    {
        var (method, args) = CallExpression.Extract(workflowRunCall);
        return CreateContinueAsNewException(WorkflowDefinition.NameFromRunMethodForCall(method), args, options);
    }

    /// <summary>Creates the exception that, when thrown, ends this run and continues as a new one. Unset options inherit.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options.</param>
    /// <returns>The exception to throw.</returns>
    public static ContinueAsNewException CreateContinueAsNewException<TWorkflow>(Expression<Func<TWorkflow, Task>> workflowRunCall, ContinueAsNewOptions? options = null)
    {
        var (method, args) = CallExpression.Extract(workflowRunCall);
        return CreateContinueAsNewException(WorkflowDefinition.NameFromRunMethodForCall(method), args, options);
    }

    /// <summary>Creates the exception that, when thrown, ends this run and continues as a new one. Unset options inherit.</summary>
    /// <param name="workflow">The workflow type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>The exception to throw.</returns>
    public static ContinueAsNewException CreateContinueAsNewException(string workflow, IReadOnlyCollection<object?> args, ContinueAsNewOptions? options = null) =>
        Context.Outbound.CreateContinueAsNewException(new CreateContinueAsNewExceptionInput(workflow, args, options, null));

    /// <summary>Waits with a durable timer. Zero becomes one millisecond, -1 millisecond waits for ever without a timer.</summary>
    /// <param name="delay">How long to wait.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>A task that ends when the timer fires.</returns>
    /// <exception cref="ArgumentException">The delay is negative, other than infinite.</exception>
    public static Task DelayAsync(TimeSpan delay, CancellationToken? cancellationToken = null) =>
        DelayWithOptionsAsync(new DelayOptions(delay, null, cancellationToken));

    /// <summary>Waits with a durable timer. Zero becomes one millisecond, -1 millisecond waits for ever without a timer.</summary>
    /// <param name="millisecondsDelay">How long to wait.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>A task that ends when the timer fires.</returns>
    /// <exception cref="ArgumentException">The delay is negative, other than infinite.</exception>
    public static Task DelayAsync(int millisecondsDelay, CancellationToken? cancellationToken = null) =>
        DelayWithOptionsAsync(new DelayOptions(TimeSpan.FromMilliseconds(millisecondsDelay), null, cancellationToken));

    /// <summary>Waits with a durable timer. Zero becomes one millisecond, -1 millisecond waits for ever without a timer.</summary>
    /// <param name="options">The options.</param>
    /// <returns>A task that ends when the timer fires.</returns>
    /// <exception cref="ArgumentException">The delay is negative, other than infinite.</exception>
    public static Task DelayWithOptionsAsync(DelayOptions options) =>
        Context.Outbound.DelayAsync(new DelayAsyncInput(options.Delay, options.CancellationToken, options.Summary));

    /// <summary>Marks a patch whose old branch is gone: the code always takes the new branch, and histories with the marker still replay.</summary>
    /// <param name="patchId">The patch id.</param>
    public static void DeprecatePatch(string patchId) => Context.Patch(patchId, true);

    /// <summary>Starts a child workflow and waits for its result.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ChildWorkflowFailureException">The child failed.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">A workflow with the id is running.</exception>
    public static async Task<TResult> ExecuteChildWorkflowAsync<TWorkflow, TResult>(Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, ChildWorkflowOptions? options = null)
    {
        var handle = await StartChildWorkflowAsync(workflowRunCall, options).ConfigureAwait(true);
        return await handle.GetResultAsync().ConfigureAwait(true);
    }

    /// <summary>Runs an activity and waits for its result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TResult>(Expression<Func<TResult>> activityCall, ActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteActivityAsync<TResult>(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs an activity and waits for its end.</summary>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task ExecuteActivityAsync(Expression<Action> activityCall, ActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteActivityAsync(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs an activity and waits for its result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TResult>(Expression<Func<Task<TResult>>> activityCall, ActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteActivityAsync<TResult>(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs an activity and waits for its end.</summary>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task ExecuteActivityAsync(Expression<Func<Task>> activityCall, ActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteActivityAsync(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs an activity and waits for its result.</summary>
    /// <typeparam name="TActivityInstance">The class with the activity method.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, TResult>> activityCall, ActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteActivityAsync<TResult>(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs an activity and waits for its end.</summary>
    /// <typeparam name="TActivityInstance">The class with the activity method.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task ExecuteActivityAsync<TActivityInstance>(Expression<Action<TActivityInstance>> activityCall, ActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteActivityAsync(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs an activity and waits for its result.</summary>
    /// <typeparam name="TActivityInstance">The class with the activity method.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, Task<TResult>>> activityCall, ActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteActivityAsync<TResult>(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs an activity and waits for its end.</summary>
    /// <typeparam name="TActivityInstance">The class with the activity method.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task ExecuteActivityAsync<TActivityInstance>(Expression<Func<TActivityInstance, Task>> activityCall, ActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteActivityAsync(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs an activity and waits for its result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="activity">The activity type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task<TResult> ExecuteActivityAsync<TResult>(string activity, IReadOnlyCollection<object?> args, ActivityOptions options) =>
        Context.Outbound.ScheduleActivityAsync<TResult>(new ScheduleActivityInput(activity, args, options, null));

    /// <summary>Runs an activity and waits for its end.</summary>
    /// <param name="activity">The activity type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task ExecuteActivityAsync(string activity, IReadOnlyCollection<object?> args, ActivityOptions options) =>
        Context.Outbound.ScheduleActivityAsync<ValueTuple>(new ScheduleActivityInput(activity, args, options, null));

    /// <summary>Runs a local activity and waits for its result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(Expression<Func<TResult>> activityCall, LocalActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteLocalActivityAsync<TResult>(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs a local activity and waits for its end.</summary>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task ExecuteLocalActivityAsync(Expression<Action> activityCall, LocalActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteLocalActivityAsync(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs a local activity and waits for its result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(Expression<Func<Task<TResult>>> activityCall, LocalActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteLocalActivityAsync<TResult>(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs a local activity and waits for its end.</summary>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task ExecuteLocalActivityAsync(Expression<Func<Task>> activityCall, LocalActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteLocalActivityAsync(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs a local activity and waits for its result.</summary>
    /// <typeparam name="TActivityInstance">The class with the activity method.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, TResult>> activityCall, LocalActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteLocalActivityAsync<TResult>(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs a local activity and waits for its end.</summary>
    /// <typeparam name="TActivityInstance">The class with the activity method.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task ExecuteLocalActivityAsync<TActivityInstance>(Expression<Action<TActivityInstance>> activityCall, LocalActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteLocalActivityAsync(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs a local activity and waits for its result.</summary>
    /// <typeparam name="TActivityInstance">The class with the activity method.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TActivityInstance, TResult>(Expression<Func<TActivityInstance, Task<TResult>>> activityCall, LocalActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteLocalActivityAsync<TResult>(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs a local activity and waits for its end.</summary>
    /// <typeparam name="TActivityInstance">The class with the activity method.</typeparam>
    /// <param name="activityCall">The call of the activity method.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task ExecuteLocalActivityAsync<TActivityInstance>(Expression<Func<TActivityInstance, Task>> activityCall, LocalActivityOptions options)
    {
        var (method, args) = CallExpression.Extract(activityCall);
        return ExecuteLocalActivityAsync(ActivityDefinition.NameFromMethodForCall(method), args, options);
    }

    /// <summary>Runs a local activity and waits for its result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="activity">The activity type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task<TResult> ExecuteLocalActivityAsync<TResult>(string activity, IReadOnlyCollection<object?> args, LocalActivityOptions options) =>
        Context.Outbound.ScheduleLocalActivityAsync<TResult>(new ScheduleLocalActivityInput(activity, args, options, null));

    /// <summary>Runs a local activity and waits for its end.</summary>
    /// <param name="activity">The activity type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options; a start-to-close or schedule-to-close timeout is mandatory.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ActivityFailureException">The activity failed, timed out or was cancelled.</exception>
    public static Task ExecuteLocalActivityAsync(string activity, IReadOnlyCollection<object?> args, LocalActivityOptions options) =>
        Context.Outbound.ScheduleLocalActivityAsync<ValueTuple>(new ScheduleLocalActivityInput(activity, args, options, null));

    /// <summary>Starts a child workflow and waits for its result.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="workflow">The workflow type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the result.</returns>
    /// <exception cref="ChildWorkflowFailureException">The child failed.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">A workflow with the id is running.</exception>
    public static async Task<TResult> ExecuteChildWorkflowAsync<TResult>(string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options = null)
    {
        var handle = await StartChildWorkflowAsync(workflow, args, options).ConfigureAwait(true);
        return await handle.GetResultAsync<TResult>().ConfigureAwait(true);
    }

    /// <summary>Starts a child workflow and waits for its end.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ChildWorkflowFailureException">The child failed.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">A workflow with the id is running.</exception>
    public static async Task ExecuteChildWorkflowAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> workflowRunCall, ChildWorkflowOptions? options = null)
    {
        var handle = await StartChildWorkflowAsync(workflowRunCall, options).ConfigureAwait(true);
        await handle.GetResultAsync().ConfigureAwait(true);
    }

    /// <summary>Starts a child workflow and waits for its end.</summary>
    /// <param name="workflow">The workflow type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>A task for the end.</returns>
    /// <exception cref="ChildWorkflowFailureException">The child failed.</exception>
    /// <exception cref="WorkflowAlreadyStartedException">A workflow with the id is running.</exception>
    public static async Task ExecuteChildWorkflowAsync(string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options = null)
    {
        var handle = await StartChildWorkflowAsync(workflow, args, options).ConfigureAwait(true);
        await handle.GetResultAsync().ConfigureAwait(true);
    }

    /// <summary>Gets a handle to a workflow that is not a child. It checks nothing; calls complete when they are delivered.</summary>
    /// <param name="id">The workflow id.</param>
    /// <param name="runId">The run id; null means the latest run.</param>
    /// <returns>The handle.</returns>
    public static ExternalWorkflowHandle GetExternalWorkflowHandle(string id, string? runId = null) =>
        GetExternalWorkflowHandle<ValueTuple>(id, runId);

    /// <summary>Gets a handle to a workflow that is not a child. It checks nothing; calls complete when they are delivered.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="id">The workflow id.</param>
    /// <param name="runId">The run id; null means the latest run.</param>
    /// <returns>The handle.</returns>
    public static ExternalWorkflowHandle<TWorkflow> GetExternalWorkflowHandle<TWorkflow>(string id, string? runId = null) =>
        Context.GetExternalWorkflowHandle<TWorkflow>(id, runId);

    /// <summary>Makes a version 4 GUID from <see cref="Random"/>.</summary>
    /// <returns>The GUID.</returns>
    public static Guid NewGuid()
    {
        var bytes = new byte[16];
        Random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    /// <summary>Tells whether this run takes the new branch of a change: true unless it replays a history made before the change.</summary>
    /// <param name="patchId">The patch id.</param>
    /// <returns>True for the new branch.</returns>
    public static bool Patched(string patchId) => Context.Patch(patchId, false);

    /// <summary>Runs a function on the scheduler of the workflow: what to use in place of <see cref="Task.Run(Func{Task})"/>.</summary>
    /// <param name="function">The function.</param>
    /// <param name="cancellationToken">The token that keeps it from starting; null means the cancellation token of the workflow.</param>
    /// <returns>A task for its end.</returns>
    public static Task RunTaskAsync(Func<Task> function, CancellationToken? cancellationToken = null)
    {
        var context = Context;
        return Task.Factory.StartNew(function, cancellationToken ?? context.CancellationToken, TaskCreationOptions.None, context).Unwrap();
    }

    /// <summary>Runs a function on the scheduler of the workflow: what to use in place of <see cref="Task.Run(Func{Task})"/>.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="cancellationToken">The token that keeps it from starting; null means the cancellation token of the workflow.</param>
    /// <returns>A task for its result.</returns>
    public static Task<TResult> RunTaskAsync<TResult>(Func<Task<TResult>> function, CancellationToken? cancellationToken = null)
    {
        var context = Context;
        return Task.Factory.StartNew(function, cancellationToken ?? context.CancellationToken, TaskCreationOptions.None, context).Unwrap();
    }

    /// <summary>Starts a child workflow; completes when the server has accepted it.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options.</param>
    /// <returns>The handle of the child.</returns>
    /// <exception cref="WorkflowAlreadyStartedException">A workflow with the id is running.</exception>
    public static Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildWorkflowAsync<TWorkflow, TResult>(Expression<Func<TWorkflow, Task<TResult>>> workflowRunCall, ChildWorkflowOptions? options = null)
    {
        var (method, args) = CallExpression.Extract(workflowRunCall);
        return StartChildAsync<TWorkflow, TResult>(WorkflowDefinition.NameFromRunMethodForCall(method), args, options);
    }

    /// <summary>Starts a child workflow; completes when the server has accepted it.</summary>
    /// <typeparam name="TWorkflow">The workflow type.</typeparam>
    /// <param name="workflowRunCall">The call of the run method.</param>
    /// <param name="options">The options.</param>
    /// <returns>The handle of the child.</returns>
    /// <exception cref="WorkflowAlreadyStartedException">A workflow with the id is running.</exception>
    public static async Task<ChildWorkflowHandle<TWorkflow>> StartChildWorkflowAsync<TWorkflow>(Expression<Func<TWorkflow, Task>> workflowRunCall, ChildWorkflowOptions? options = null)
    {
        var (method, args) = CallExpression.Extract(workflowRunCall);
        return await StartChildAsync<TWorkflow, ValueTuple>(WorkflowDefinition.NameFromRunMethodForCall(method), args, options).ConfigureAwait(true);
    }

    /// <summary>Starts a child workflow; completes when the server has accepted it.</summary>
    /// <param name="workflow">The workflow type name.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="options">The options.</param>
    /// <returns>The handle of the child.</returns>
    /// <exception cref="WorkflowAlreadyStartedException">A workflow with the id is running.</exception>
    public static async Task<ChildWorkflowHandle> StartChildWorkflowAsync(string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options = null) =>
        await StartChildAsync<ValueTuple, ValueTuple>(workflow, args, options).ConfigureAwait(true);

    /// <summary>Changes the memo; visible at once.</summary>
    /// <param name="updates">The changes: at least one, no key twice.</param>
    /// <exception cref="ArgumentException">There is no change, or two for one key.</exception>
    public static void UpsertMemo(params MemoUpdate[] updates) => Context.UpsertMemo(updates);

    /// <summary>Changes search attributes; visible at once.</summary>
    /// <param name="updates">The changes: at least one, no key twice.</param>
    /// <exception cref="ArgumentException">There is no change, or two for one key.</exception>
    public static void UpsertTypedSearchAttributes(params SearchAttributeUpdate[] updates) => Context.UpsertTypedSearchAttributes(updates);

    /// <summary>Waits until a condition holds. It is tested after each activation has run.</summary>
    /// <param name="conditionCheck">The condition: fast and without effects.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>A task that ends when the condition holds.</returns>
    public static Task WaitConditionAsync(Func<bool> conditionCheck, CancellationToken? cancellationToken = null) =>
        WaitConditionWithOptionsAsync(new WaitConditionOptions(conditionCheck, null, null, cancellationToken));

    /// <summary>Waits until a condition holds or a durable timer fires.</summary>
    /// <param name="conditionCheck">The condition: fast and without effects.</param>
    /// <param name="timeout">The limit.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>True if the condition holds, false if the time is up.</returns>
    public static Task<bool> WaitConditionAsync(Func<bool> conditionCheck, TimeSpan timeout, CancellationToken? cancellationToken = null) =>
        WaitConditionWithOptionsAsync(new WaitConditionOptions(conditionCheck, timeout, null, cancellationToken));

    /// <summary>Waits until a condition holds or a durable timer fires.</summary>
    /// <param name="conditionCheck">The condition: fast and without effects.</param>
    /// <param name="timeoutMilliseconds">The limit in milliseconds.</param>
    /// <param name="cancellationToken">The token that cancels it; null means the cancellation token of the workflow.</param>
    /// <returns>True if the condition holds, false if the time is up.</returns>
    public static Task<bool> WaitConditionAsync(Func<bool> conditionCheck, int timeoutMilliseconds, CancellationToken? cancellationToken = null) =>
        WaitConditionAsync(conditionCheck, TimeSpan.FromMilliseconds(timeoutMilliseconds), cancellationToken);

    /// <summary>Waits until a condition holds or, if there is a timeout, a durable timer fires.</summary>
    /// <param name="options">The options.</param>
    /// <returns>True if the condition holds, false if the time is up.</returns>
    public static Task<bool> WaitConditionWithOptionsAsync(WaitConditionOptions options) => Context.WaitConditionAsync(options);

    /// <summary>Waits for all tasks.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <returns>A task for the end of all.</returns>
    public static Task WhenAllAsync(IEnumerable<Task> tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for all tasks.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <returns>A task for the end of all.</returns>
    public static Task WhenAllAsync(params Task[] tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for all tasks.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>A task for the results in order.</returns>
    public static Task<TResult[]> WhenAllAsync<TResult>(IEnumerable<Task<TResult>> tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for all tasks.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>A task for the results in order.</returns>
    public static Task<TResult[]> WhenAllAsync<TResult>(params Task<TResult>[] tasks) => Task.WhenAll(tasks);

    /// <summary>Waits for the first task to end.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <returns>A task for the task that ended.</returns>
    public static Task<Task> WhenAnyAsync(IEnumerable<Task> tasks) => Task.WhenAny(tasks);

    /// <summary>Waits for the first task to end.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <returns>A task for the task that ended.</returns>
    public static Task<Task> WhenAnyAsync(params Task[] tasks) => Task.WhenAny(tasks);

    /// <summary>Waits for the first task to end. Unlike the generic method of the framework it stays on the scheduler of the workflow on every runtime.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>A task for the task that ended.</returns>
    public static async Task<Task<TResult>> WhenAnyAsync<TResult>(IEnumerable<Task<TResult>> tasks) =>
        (Task<TResult>)await Task.WhenAny(tasks.Cast<Task>()).ConfigureAwait(true);

    /// <summary>Waits for the first task to end. Unlike the generic method of the framework it stays on the scheduler of the workflow on every runtime.</summary>
    /// <typeparam name="TResult">The result type.</typeparam>
    /// <param name="tasks">The tasks.</param>
    /// <returns>A task for the task that ended.</returns>
    public static Task<Task<TResult>> WhenAnyAsync<TResult>(params Task<TResult>[] tasks) =>
        WhenAnyAsync((IEnumerable<Task<TResult>>)tasks);

    private static Task<ChildWorkflowHandle<TWorkflow, TResult>> StartChildAsync<TWorkflow, TResult>(string workflow, IReadOnlyCollection<object?> args, ChildWorkflowOptions? options) =>
        Context.Outbound.StartChildWorkflowAsync<TWorkflow, TResult>(new StartChildWorkflowInput(workflow, args, options ?? new ChildWorkflowOptions(), null));

    /// <summary>Members for rare needs; careless use breaks determinism.</summary>
    public static class Unsafe
    {
        /// <summary>Gets a value indicating whether the workflow is replaying; also true while a query is answered during replay.</summary>
        public static bool IsReplaying => Context.IsReplaying;

        /// <summary>Gets a value indicating whether events of the history are being replayed; false in queries and validators.</summary>
        public static bool IsReplayingHistoryEvents => Context.IsReplayingHistoryEvents;

        /// <summary>Runs a function without the listener that catches slips off the scheduler.</summary>
        /// <typeparam name="T">The result type.</typeparam>
        /// <param name="fn">The function.</param>
        /// <returns>Its result.</returns>
        public static T WithTracingEventListenerDisabled<T>(Func<T> fn) => Context.WithTracingEventListenerDisabled(fn);

        /// <summary>Runs a function without the listener that catches slips off the scheduler.</summary>
        /// <param name="fn">The function.</param>
        public static void WithTracingEventListenerDisabled(Action fn) =>
            Context.WithTracingEventListenerDisabled(() =>
            {
                fn();
                return true;
            });
    }
}
