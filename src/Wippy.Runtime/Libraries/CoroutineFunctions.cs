namespace Wippy.Runtime.Libraries;

/// <summary><c>coroutine.resume</c>.</summary>
internal sealed class CoroutineResume() : LuaAsyncFunction("resume")
{
    public override LuaTask<LuaValues> CallAsync() => CallAsync(LuaValues.Empty);

    public override LuaTask<LuaValues> CallAsync(LuaValue a)
    {
        var thread = CheckThread(a);
        if (!LuaScheduler.CanResume(thread, false))
        {
            return new(Refuse(thread));
        }

        thread.Put();
        return Enter(thread);
    }

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b)
    {
        var thread = CheckThread(a);
        if (!LuaScheduler.CanResume(thread, false))
        {
            return new(Refuse(thread));
        }

        thread.Put(b);
        return Enter(thread);
    }

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => CallAsync(new LuaValues([a, b, c]));

    public override LuaTask<LuaValues> CallAsync(LuaValues args)
    {
        var thread = CoroutineLibrary.CheckThread(args, Name);
        if (!LuaScheduler.CanResume(thread, false))
        {
            return new(Refuse(thread));
        }

        thread.Put(args.From(1));
        return Enter(thread);
    }

    public override LuaValues CallAll(LuaValue a)
    {
        var thread = CheckThread(a);
        if (!LuaScheduler.CanResume(thread, false))
        {
            return Refuse(thread);
        }

        thread.Put();
        LuaState.Current.Scheduler.EnterNow(thread);
        return LuaScheduler.Results(thread);
    }

    public override LuaValues CallAll(LuaValue a, LuaValue b)
    {
        var thread = CheckThread(a);
        if (!LuaScheduler.CanResume(thread, false))
        {
            return Refuse(thread);
        }

        thread.Put(b);
        LuaState.Current.Scheduler.EnterNow(thread);
        return LuaScheduler.Results(thread);
    }

    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => CallAll(new LuaValues([a, b, c]));

    public override LuaValues CallAll(in LuaValues args)
    {
        var thread = CoroutineLibrary.CheckThread(args, Name);
        if (!LuaScheduler.CanResume(thread, false))
        {
            return Refuse(thread);
        }

        thread.Put(args.From(1));
        LuaState.Current.Scheduler.EnterNow(thread);
        return LuaScheduler.Results(thread);
    }

    internal override LuaValue CallTwo(LuaValue a, out LuaValue second)
    {
        var thread = CheckThread(a);
        if (!LuaScheduler.CanResume(thread, false))
        {
            return Refuse(thread, out second);
        }

        thread.Put();
        LuaState.Current.Scheduler.EnterNow(thread);
        return LuaScheduler.Results(thread, out second);
    }

    internal override LuaValue CallTwo(LuaValue a, LuaValue b, out LuaValue second)
    {
        var thread = CheckThread(a);
        if (!LuaScheduler.CanResume(thread, false))
        {
            return Refuse(thread, out second);
        }

        thread.Put(b);
        LuaState.Current.Scheduler.EnterNow(thread);
        return LuaScheduler.Results(thread, out second);
    }

    internal override LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, out LuaValue first, out LuaValue second)
    {
        var thread = CheckThread(a);
        if (!LuaScheduler.CanResume(thread, false))
        {
            first = Refuse(thread, out second);
            return null;
        }

        thread.Put();
        return Enter(lua.Scheduler, thread, out first, out second);
    }

    internal override LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, LuaValue b, out LuaValue first, out LuaValue second)
    {
        var thread = CheckThread(a);
        if (!LuaScheduler.CanResume(thread, false))
        {
            first = Refuse(thread, out second);
            return null;
        }

        thread.Put(b);
        return Enter(lua.Scheduler, thread, out first, out second);
    }

    private static LuaValues Refuse(LuaThread thread) => new(false, LuaScheduler.Refusal(thread));

    private static LuaValue Refuse(LuaThread thread, out LuaValue second)
    {
        second = LuaScheduler.Refusal(thread);
        return false;
    }

    private static LuaFrame<LuaValues>? Enter(LuaScheduler scheduler, LuaThread thread, out LuaValue first, out LuaValue second)
    {
        if (scheduler.Enter(thread))
        {
            first = LuaScheduler.Results(thread, out second);
            return null;
        }

        first = default;
        second = default;
        return LuaScheduler.WaitInside(thread);
    }

    private static LuaTask<LuaValues> Enter(LuaThread thread)
    {
        var scheduler = LuaState.Current.Scheduler;
        return scheduler.Enter(thread) ? new(LuaScheduler.Results(thread)) : new(LuaScheduler.WaitInside(thread));
    }

    private LuaThread CheckThread(LuaValue value) => value.Reference as LuaThread ?? throw LuaArguments.Bad(1, Name, "thread expected");
}

/// <summary>What <c>coroutine.wrap</c> gives.</summary>
/// <param name="thread">The coroutine; its errors are raised in the resumer.</param>
/// <param name="mayWait">Whether the whole task may wait inside the coroutine.</param>
internal sealed class CoroutineWrap(LuaThread thread, bool mayWait) : LuaAsyncFunction("wrap", mayWait)
{
    public override LuaTask<LuaValues> CallAsync() => EnterAsync(LuaValues.Empty);

    public override LuaTask<LuaValues> CallAsync(LuaValue a) => EnterAsync(new LuaValues(a));

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => EnterAsync(new LuaValues(a, b));

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => EnterAsync(new LuaValues([a, b, c]));

    public override LuaTask<LuaValues> CallAsync(LuaValues args) => EnterAsync(args);

    public override LuaValue Call()
    {
        Check();
        thread.Put();
        LuaState.Current.Scheduler.EnterNow(thread);
        return LuaScheduler.FirstResult(thread);
    }

    public override LuaValue Call(LuaValue a)
    {
        Check();
        thread.Put(a);
        LuaState.Current.Scheduler.EnterNow(thread);
        return LuaScheduler.FirstResult(thread);
    }

    public override LuaValues CallAll()
    {
        Check();
        thread.Put();
        LuaState.Current.Scheduler.EnterNow(thread);
        return LuaScheduler.Results(thread);
    }

    public override LuaValues CallAll(LuaValue a)
    {
        Check();
        thread.Put(a);
        LuaState.Current.Scheduler.EnterNow(thread);
        return LuaScheduler.Results(thread);
    }

    public override LuaValues CallAll(LuaValue a, LuaValue b) => CallAll(new LuaValues(a, b));

    public override LuaValues CallAll(LuaValue a, LuaValue b, LuaValue c) => CallAll(new LuaValues([a, b, c]));

    public override LuaValues CallAll(in LuaValues args)
    {
        Check();
        thread.Put(args);
        LuaState.Current.Scheduler.EnterNow(thread);
        return LuaScheduler.Results(thread);
    }

    /// <summary>A call by a generic <c>for</c>.</summary>
    internal void Next(LuaValue state, LuaValue control, out LuaValue first, out LuaValue second)
    {
        Check();
        thread.Put(state, control);
        LuaState.Current.Scheduler.EnterNow(thread);
        first = LuaScheduler.FirstResult(thread);
        second = thread.Second;
    }

    internal override LuaFrame<LuaValues>? Start(LuaState lua, out LuaValue result)
    {
        Check();
        thread.Put();
        return Enter(lua.Scheduler, out result);
    }

    internal override LuaFrame<LuaValues>? Start(LuaState lua, LuaValue a, out LuaValue result)
    {
        Check();
        thread.Put(a);
        return Enter(lua.Scheduler, out result);
    }

    internal override LuaFrame<LuaValues>? StartTwo(LuaState lua, LuaValue a, LuaValue b, out LuaValue first, out LuaValue second)
    {
        Check();
        thread.Put(a, b);
        var wait = Enter(lua.Scheduler, out first);
        second = wait is null ? thread.Second : default;
        return wait;
    }

    private LuaFrame<LuaValues>? Enter(LuaScheduler scheduler, out LuaValue result)
    {
        if (scheduler.Enter(thread))
        {
            result = LuaScheduler.FirstResult(thread);
            return null;
        }

        result = default;
        return LuaScheduler.WaitInside(thread);
    }

    private LuaTask<LuaValues> EnterAsync(in LuaValues args)
    {
        Check();
        thread.Put(args);
        var scheduler = LuaState.Current.Scheduler;
        return scheduler.Enter(thread) ? new(LuaScheduler.Results(thread)) : new(LuaScheduler.WaitInside(thread));
    }

    private void Check()
    {
        if (!LuaScheduler.CanResume(thread, true))
        {
            throw new LuaException(LuaScheduler.Refusal(thread));
        }
    }
}

/// <summary><c>coroutine.yield</c> as a value; generated code that knows it goes a shorter way.</summary>
internal sealed class CoroutineYield() : LuaAsyncFunction("yield")
{
    public override LuaTask<LuaValues> CallAsync() => new(LuaState.Current.Scheduler.Yield().Frame);

    public override LuaTask<LuaValues> CallAsync(LuaValue a) => new(LuaState.Current.Scheduler.Yield(a).Frame);

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b) => CallAsync(new LuaValues(a, b));

    public override LuaTask<LuaValues> CallAsync(LuaValue a, LuaValue b, LuaValue c) => CallAsync(new LuaValues([a, b, c]));

    public override LuaTask<LuaValues> CallAsync(LuaValues args) => new(LuaState.Current.Scheduler.Yield(args).Frame);
}
