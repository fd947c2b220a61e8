using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace Wippy.Runtime;

/// <summary>
/// The deterministic, single-threaded scheduler of one instance (spec/modules.md section 2.1). It knows nothing of the host:
/// blocking operations are commands that the host completes.
/// </summary>
public sealed partial class LuaScheduler
{
    private const string YieldAcrossBoundary = "attempt to yield across a C-call boundary";

    // So many tasks at most wait on the stack at once.
    private const int MaximumStacked = 8;

    private readonly LuaState lua;

    // The run queue, and the threads of the yield list: they are the run queue of the next round.
    private ThreadQueue ready;
    private ThreadQueue yields;
    private readonly List<Command> pending = [];
    private readonly List<Subscription> subscriptions = [];
    private readonly Lock gate = new();
    private readonly Queue<Action> completions = new();
    private readonly Queue<Action> external = new();
    private int tasks;
    private int waitingForever;
    private TaskCompletionSource? signal;
    private Exception? failure;
    private LuaValues results;
    private bool ended;
    private int outstanding;
    private LuaThread main = new(null, true);
    private LuaThread task;
    private LuaFrame? next;
    private int stacked;
    private int waitBarriers;
    private int yieldBarriers;

    internal LuaScheduler(LuaState lua)
    {
        this.lua = lua;
        task = main;
    }

    /// <summary>The coroutine or task that runs now.</summary>
    public LuaThread Running => task.Active;

    /// <summary>Is the running thread the main task?</summary>
    public bool IsMain => Running == main;

    /// <summary>
    /// Runs when nothing is ready any more, before commands are emitted and the instance waits: a mailbox offers again what nobody could take before
    /// (spec/temporal.md section 7, Receiving). True if it made a task ready.
    /// </summary>
    public Func<bool>? BeforeIdle { get; set; }

    /// <summary>May the running code wait or yield here?</summary>
    public bool IsYieldable => yieldBarriers == 0;

    /// <summary>The status of a thread as <c>coroutine.status</c> tells it.</summary>
    public LuaThreadStatus StatusOf(LuaThread thread) =>
        thread == Running ? LuaThreadStatus.Running
        : thread.Active != thread ? LuaThreadStatus.Normal
        : thread.Status;

    /// <summary>
    /// A blocking host operation. <paramref name="start"/> runs in phase 5, in the order of the pending commands; the task goes on at the intake after its completion.
    /// </summary>
    public LuaTask<LuaValues> RunCommand(Func<Task<LuaValues>> start)
    {
        ThrowIfCannotWait();
        var suspension = Suspend();
        pending.Add(new Command(task, suspension, start));
        return new LuaTask<LuaValues>(suspension);
    }

    /// <summary>
    /// A command that completes at its registration (timers, async calls): <paramref name="start"/> runs in phase 5 and gives the results; the task goes on at the next intake.
    /// </summary>
    public LuaTask<LuaValues> RunRegistration(Func<LuaValues> start) => RunCommand(() => Task.FromResult(start()));

    /// <summary>
    /// A subscription request: <paramref name="apply"/> runs in phase 4, in order; <paramref name="deliver"/> then hands over what was already waiting.
    /// </summary>
    public LuaTask<LuaValues> RunSubscription(Func<LuaValues> apply, Action? deliver = null)
    {
        ThrowIfCannotWait();
        var suspension = Suspend();
        subscriptions.Add(new Subscription(task, suspension, apply, deliver));
        return new LuaTask<LuaValues>(suspension);
    }

    /// <summary>Queues an external message: it is delivered at the next intake, after completions, in arrival order. May be called from any thread.</summary>
    public void Post(Action deliver)
    {
        lock (gate)
        {
            external.Enqueue(deliver);
        }

        Signal();
    }

    /// <summary>Queues the completion of an operation (a timer that fired, a future's result). May be called from any thread.</summary>
    public void PostCompletion(Action complete)
    {
        lock (gate)
        {
            completions.Enqueue(complete);
        }

        Signal();
    }

    /// <summary>
    /// Watches an operation that a registration has started: its end is handled in completion order, and while it is outstanding the instance is not deadlocked.
    /// </summary>
    public void Watch(Task operation, Action<Task> completed)
    {
        outstanding++;
        Observe(operation, () =>
        {
            outstanding--;
            completed(operation);
        });
    }

    /// <summary>Ends the instance with an exception of the host that no Lua code can catch, at once.</summary>
    public LuaTask<LuaValues> Terminate(Exception exception)
    {
        End(exception);
        throw new LuaTerminationException("The instance has ended.", exception);
    }

    /// <summary>Starts a task that runs before the caller goes on (coroutine.spawn).</summary>
    internal LuaTask<LuaValues> Spawn(LuaFunction body)
    {
        ThrowIfCannotWait();
        var thread = new LuaThread(body, true);
        tasks++;
        ready.Enqueue(thread);
        var suspension = Suspend();
        suspension.Fulfill((LuaValue)thread);
        MakeReady(task);
        return Wait(suspension);
    }

    /// <summary>Sends the running task to the back of the run queue.</summary>
    internal LuaTask<LuaValues> Reschedule()
    {
        ThrowIfCannotWait();
        var suspension = Suspend();
        suspension.Fulfill(LuaValues.Empty);
        MakeReady(task);
        return Wait(suspension);
    }

    /// <summary>A wait of the running task that nobody has completed yet; the caller tells who will wake it.</summary>
    internal LuaSuspension Suspend()
    {
        task.IsWaiting = true;
        return task.Suspension ??= new LuaSuspension(task);
    }

    internal LuaThread CurrentTask => task;

    internal void ThrowIfCannotWait()
    {
        if (waitBarriers > 0)
        {
            throw new LuaException(YieldAcrossBoundary);
        }
    }

    /// <summary>
    /// The running task has woken another and yields: both go to the run queue, it before the other. When nothing else is ready and nothing has yielded
    /// before, it would run next, so it need not stop. True if so.
    /// </summary>
    internal bool TryGoOn(LuaThread woken)
    {
        if (ready.First is not null || yields.First is not null)
        {
            return false;
        }

        ready.First = woken;
        return true;
    }

    /// <summary>The running task waits, and nobody can wake it.</summary>
    internal void AddWaitForever() => waitingForever++;

    /// <summary>The running task and one that it woke go to the run queue, in this order, when the yield list is settled.</summary>
    internal void AddYield(LuaThread woken)
    {
        yields.Enqueue(task);
        yields.Enqueue(woken);
    }

    /// <summary>Tasks that the running one woke, and then it, go to the run queue when the yield list is settled.</summary>
    internal void AddYield(List<LuaThread> woken)
    {
        foreach (var thread in woken)
        {
            yields.Enqueue(thread);
        }

        yields.Enqueue(task);
    }

    /// <summary>Adds a task whose wait has been completed to the run queue.</summary>
    internal void MakeReady(LuaThread thread) => ready.Enqueue(thread);

    /// <summary>
    /// The running task, which has a suspension and is in no queue but those of whom it waits for, waits. The tasks before it in the run queue run on top of
    /// its stack, if that can be: when its turn has come, it simply goes on. Else, for example when the next one is further down on the stack, or nothing is
    /// ready, it has to leave the stack. True if it goes on.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryWaitOnStack() => ready.First is not { IsOnStack: true } && TryRunOthers();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryRunOthers()
    {
        if (stacked == MaximumStacked || lua.IsOnBigStack || lua.IsStackLow || !TryPeek(out var thread) || thread.IsOnStack)
        {
            return false;
        }

        var waiting = task;
        var barriers = yieldBarriers;
        stacked++;
        waiting.IsOnStack = true;
        bool isNext;
        do
        {
            isNext = thread == waiting;
            if (thread.IsOnStack && !isNext)
            {
                break;
            }

            ready.Dequeue();
            if (isNext)
            {
                waiting.IsWaiting = false;
                break;
            }

            Run(thread);
        }
        while (!ended && TryPeek(out thread));

        stacked--;
        waiting.IsOnStack = false;
        task = waiting;
        yieldBarriers = barriers;
        waitBarriers = 0;
        return isNext;
    }

    /// <summary>The wait of a task that is in the queues as <see cref="TryWaitOnStack"/> wants it.</summary>
    internal LuaTask<LuaValues> Wait(LuaSuspension suspension) => TryWaitOnStack() ? new(suspension.TakeResult()) : new(suspension);

    internal void EnterBarrier()
    {
        waitBarriers++;
        yieldBarriers++;
    }

    internal void LeaveBarrier()
    {
        waitBarriers--;
        yieldBarriers--;
    }

    /// <summary>Runs a body as the main task until it ends, and gives its results. Raises what ended the instance.</summary>
    internal async Task<LuaValues> RunAsync(LuaFunction body, LuaValues args)
    {
        main = new LuaThread(body, true);
        tasks = 1;
        main.Put(args);
        ready.Enqueue(main);
        try
        {
            await PumpAsync(lua.Host.CancellationToken);
        }
        finally
        {
            lua.Host.OnEnded();
        }

        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return results;
    }

    /// <summary>The loop of section 2.1: intake, rounds, settling, subscriptions, commands, waiting for the next event.</summary>
    private async Task PumpAsync(CancellationToken token)
    {
        using var registration = token.UnsafeRegister(static s => ((LuaScheduler)s!).Signal(), this);
        while (true)
        {
            RunUntilIdle();
            if (ended)
            {
                return;
            }

            token.ThrowIfCancellationRequested();
            EmitPending();
            Task waiting;
            lock (gate)
            {
                if (completions.Count > 0 || external.Count > 0)
                {
                    continue;
                }

                if (IsDeadlocked())
                {
                    End(new LuaException((LuaValue)new LuaError(LuaError.Internal, "all coroutines blocked with no pending operations") { Retryable = false }));
                    return;
                }

                signal = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                waiting = signal.Task;
            }

            // A cancellation before the signal existed.
            token.ThrowIfCancellationRequested();

            // Without ConfigureAwait: in a workflow the continuation must stay on the workflow's scheduler.
            await waiting;
        }
    }

    /// <summary>Steps 1 to 4 until nothing is ready.</summary>
    private void RunUntilIdle()
    {
        var previous = LuaState.Enter(lua);
        try
        {
            Intake();
            while (!ended)
            {
                if (TryPeek(out var thread))
                {
                    ready.Dequeue();
                    Run(thread);
                }
                else if (!ApplySubscriptions() && BeforeIdle?.Invoke() != true)
                {
                    break;
                }
            }
        }
        finally
        {
            LuaState.Enter(previous);
        }
    }

    private void Intake()
    {
        while (Take(completions) is { } completion)
        {
            completion();
        }

        while (Take(external) is { } delivery)
        {
            delivery();
        }
    }

    private Action? Take(Queue<Action> queue)
    {
        lock (gate)
        {
            return queue.TryDequeue(out var action) ? action : null;
        }
    }

    private void Run(LuaThread thread)
    {
        task = thread;
        waitBarriers = 0;
        yieldBarriers = 0;
        if (!thread.IsStarted)
        {
            thread.IsStarted = true;
            Start(thread);
        }
        else
        {
            var frame = thread.IsWaiting ? thread.Suspension!.Parent : thread.Innermost;
            thread.IsWaiting = false;
            Trampoline(frame);
        }
    }

    // Runs the body of a thread with the values handed over, up to its first wait.
    private void Start(LuaThread thread)
    {
        LuaValues values;
        Exception? failure;
        lua.EnterThread(thread.Body!);
        try
        {
            if (LuaState.Outcome(LuaState.StartAsync(thread.Body!, thread.Take()), out values, out failure) is { } frame)
            {
                frame.Parent = new RootFrame(this, thread, frame);
                return;
            }
        }
        catch (Exception exception)
        {
            // The end of the thread: the scheduler decides who sees it.
            values = default;
            failure = exception;
        }

        Finish(thread, values, failure);
    }

    /// <summary>Resumes a chain of waiting frames, in a loop: completion never recurses.</summary>
    private void Trampoline(LuaFrame? frame)
    {
        while (frame is not null && !ended)
        {
            frame.Resume();
            if (frame.IsCompleted)
            {
                frame = frame.Parent;
            }
            else
            {
                frame = next;
                next = null;
            }
        }
    }

    /// <summary>The end of a thread. Gives the frame that goes on: that of a resumer which waits on the heap.</summary>
    private LuaFrame? Finish(LuaThread thread, in LuaValues values, Exception? failure)
    {
        var exception = values.IsError ? new LuaException(values.First) : failure;
        if (thread.IsTask)
        {
            thread.Status = LuaThreadStatus.Dead;
            tasks--;
            if (exception is not null)
            {
                End(exception is LuaTerminationException { InnerException: { } inner } ? inner : exception);
            }
            else if (thread == main)
            {
                results = values;
                End(null);
            }

            return null;
        }

        return FinishCoroutine(thread, values, exception);
    }

    private void End(Exception? exception)
    {
        if (!ended)
        {
            ended = true;
            failure = exception;
            ready = default;
            yields = default;
            pending.Clear();
        }
    }

    /// <summary>The next task of the run queue; when a round is over, of the settled yield list.</summary>
    private bool TryPeek([NotNullWhen(true)] out LuaThread? thread)
    {
        if (ready.First is null && yields.First is not null)
        {
            ready.TakeAll(ref yields);
        }

        thread = ready.First;
        return thread is not null;
    }

    private bool ApplySubscriptions()
    {
        if (subscriptions.Count == 0)
        {
            return false;
        }

        var requests = subscriptions.ToArray();
        subscriptions.Clear();
        foreach (var request in requests)
        {
            Complete(request.Suspension, request.Apply);
            MakeReady(request.Thread);
        }

        foreach (var request in requests)
        {
            request.Deliver?.Invoke();
        }

        return true;
    }

    private static void Complete(LuaSuspension suspension, Func<LuaValues> results)
    {
        try
        {
            suspension.Fulfill(results());
        }
        catch (Exception exception)
        {
            // Raised in the Lua code that waits.
            suspension.Fail(LuaException.IsCatchable(exception) ? LuaException.From(exception) : exception);
        }
    }

    private void EmitPending()
    {
        if (pending.Count == 0)
        {
            return;
        }

        var commands = pending.ToArray();
        pending.Clear();
        foreach (var command in commands)
        {
            if (ended)
            {
                return;
            }

            Task<LuaValues> operation;
            var previous = LuaState.Enter(lua);
            try
            {
                operation = command.Start();
            }
            catch (Exception exception)
            {
                operation = Task.FromException<LuaValues>(exception);
            }
            finally
            {
                LuaState.Enter(previous);
            }

            outstanding++;
            Observe(operation, () =>
            {
                outstanding--;
                Complete(command.Suspension, operation.GetAwaiter().GetResult);
                MakeReady(command.Thread);
            });
        }
    }

    private void Observe(Task operation, Action completed)
    {
        if (operation.IsCompleted)
        {
            PostCompletion(completed);
        }
        else
        {
            _ = ObserveAsync(operation, completed);
        }
    }

    private async Task ObserveAsync(Task operation, Action completed)
    {
        try
        {
            // Without ConfigureAwait: in a workflow the continuation must stay on the workflow's scheduler.
            await operation;
        }
        catch (Exception)
        {
            // The completion reads the failure from the operation.
        }

        PostCompletion(completed);
    }

    // Where nothing is ready or outstanding, tasks wait for channels or for ever.
    private bool IsDeadlocked() => outstanding == 0 && (!lua.Host.ReceivesMessages || tasks == waitingForever);

    private void Signal()
    {
        TaskCompletionSource? waiting;
        lock (gate)
        {
            waiting = signal;
            signal = null;
        }

        waiting?.TrySetResult();
    }

    private sealed record Command(LuaThread Thread, LuaSuspension Suspension, Func<Task<LuaValues>> Start);

    private sealed record Subscription(LuaThread Thread, LuaSuspension Suspension, Func<LuaValues> Apply, Action? Deliver);

    /// <summary>The bottom of a thread's chain of frames.</summary>
    private sealed class RootFrame(LuaScheduler scheduler, LuaThread thread, LuaFrame<LuaValues> body) : LuaFrame
    {
        private LuaFrame<LuaValues> body = body;

        internal override void Resume()
        {
            LuaValues values;
            Exception? failure;
            try
            {
                if (LuaState.Outcome(new(body), out values, out failure) is { } frame)
                {
                    // A pending call that was made here waits.
                    body = frame;
                    frame.Parent = this;
                    return;
                }
            }
            catch (Exception exception)
            {
                // The end of the thread: the scheduler decides who sees it.
                values = default;
                failure = exception;
            }

            IsCompleted = true;
            Parent = scheduler.Finish(thread, values, failure);
        }
    }
}
