using System;
using Wippy.Runtime;
using Wippy.Runtime.Modules;
using Wippy.Temporal.Activities;
using Wippy.Temporal.Workflows;

namespace Wippy.Temporal.Modules;

/// <summary>The <c>process</c> module and the globals <c>subscribe</c> and <c>unsubscribe</c> (spec/temporal.md sections 6 to 8).</summary>
public static class ProcessModule
{
    private static readonly LuaTable Module = Create();
    private static readonly LuaFunction SubscribeFunction = new LuaAsyncFunctionN("subscribe", Subscribe);
    private static readonly LuaFunction UnsubscribeFunction = new LuaAsyncFunctionN("unsubscribe", args => Unsubscribe(args, "unsubscribe", close: false));

    /// <summary>The module table.</summary>
    public static LuaValue Open(LuaState lua) => Module;

    /// <summary>The global <c>subscribe</c>.</summary>
    public static LuaValue OpenSubscribe(LuaState lua) => SubscribeFunction;

    /// <summary>The global <c>unsubscribe</c>.</summary>
    public static LuaValue OpenUnsubscribe(LuaState lua) => UnsubscribeFunction;

    private static IWippyHost Host => LuaState.Current.Host as IWippyHost ?? throw new LuaException("process functions need a running application");

    private static LuaTable Create()
    {
        var module = new LuaTable();
        var events = new LuaTable();
        events["EXIT"] = ProcessEvents.Exit;
        events["LINK_DOWN"] = ProcessEvents.LinkDown;
        events["CANCEL"] = ProcessEvents.Cancel;
        module["event"] = events.Freeze();
        module["pid"] = new LuaFunction0("pid", () => LuaState.Current.Host.ProcessId);
        module["id"] = new LuaFunction0("id", () => Host.EntryId);
        module["send"] = new LuaAsyncFunctionN("send", Send);
        module["inbox"] = new LuaAsyncFunctionN("inbox", _ => Subscription(mailbox => mailbox.Inbox()));
        module["events"] = new LuaAsyncFunctionN("events", _ => Subscription(mailbox => mailbox.Events()));
        module["listen"] = new LuaAsyncFunctionN("listen", Listen);
        module["unlisten"] = new LuaAsyncFunctionN("unlisten", args => Unsubscribe(args, "unlisten", close: true));
        module["with_context"] = new LuaFunctionN("with_context", args => ProcessSpawner.Plain.WithContext(args.CheckTable(1, "with_context")));
        module["with_options"] = new LuaFunctionN("with_options", args => ProcessSpawner.Plain.WithOptions(args.CheckTable(1, "with_options")));
        module["spawn"] = Spawn("spawn", monitor: false, link: false);
        module["spawn_monitored"] = Spawn("spawn_monitored", monitor: true, link: false);
        module["spawn_linked"] = Spawn("spawn_linked", monitor: false, link: true);
        module["spawn_linked_monitored"] = Spawn("spawn_linked_monitored", monitor: true, link: true);
        module["exec"] = new LuaAsyncFunctionN("exec", args => ProcessSpawner.Plain.Execute(args));
        module["monitor"] = new LuaAsyncFunctionN("monitor", args => ProcessControl.Watch(args.CheckString(1, "monitor").ToString(), "monitor"));
        module["unmonitor"] = new LuaAsyncFunctionN("unmonitor", args => ProcessControl.Unwatch(args.CheckString(1, "unmonitor").ToString(), "unmonitor"));
        module["link"] = new LuaAsyncFunctionN("link", args => ProcessControl.Watch(args.CheckString(1, "link").ToString(), "link"));
        module["unlink"] = new LuaAsyncFunctionN("unlink", args => ProcessControl.Unwatch(args.CheckString(1, "unlink").ToString(), "unlink"));
        module["cancel"] = new LuaAsyncFunctionN("cancel", args => ProcessControl.End(args.CheckString(1, "cancel").ToString(), terminate: false));
        module["terminate"] = new LuaAsyncFunctionN("terminate", args => ProcessControl.End(args.CheckString(1, "terminate").ToString(), terminate: true));
        module["set_options"] = new LuaMultiFunctionN("set_options", args => ProcessControl.SetOptions(args.CheckTable(1, "set_options")));
        module["get_options"] = new LuaFunction0("get_options", ProcessControl.GetOptions);
        module["upgrade"] = new LuaAsyncFunctionN("upgrade", Upgrade);
        var registry = new LuaTable();
        foreach (var name in (string[])["register", "unregister", "lookup"])
        {
            registry[name] = Unsupported.Function("process.registry." + name);
        }

        module["registry"] = registry.Freeze();
        return module.Freeze();
    }

    private static LuaFunction Spawn(string name, bool monitor, bool link) =>
        new LuaAsyncFunctionN(name, args => ProcessSpawner.Plain.Spawn(args, name, monitor, link));

    private static LuaTask<LuaValues> Send(LuaValues args)
    {
        var topic = args.CheckString(2, "send").ToString();
        if (topic.StartsWith('@'))
        {
            return Failed(LuaError.Invalid, "cannot send to @ topics");
        }

        return Messages.Send(Host, args.CheckString(1, "send").ToString(), topic, args.From(2));
    }

    private static LuaTask<LuaValues> Listen(LuaValues args)
    {
        var topic = args.CheckString(1, "listen").ToString();
        if (topic.Length == 0)
        {
            return Failed(LuaError.Invalid, "topic cannot be empty");
        }

        if (topic.StartsWith('@'))
        {
            return Failed(LuaError.Invalid, "cannot listen to @ topics");
        }

        var asMessages = args[1].TryGetTable(out var options) && options["message"].IsTruthy;
        return Subscription(mailbox => mailbox.Listen(topic, asMessages));
    }

    private static LuaTask<LuaValues> Subscription(Func<Mailbox, LuaChannel> open)
    {
        var mailbox = Host.Mailbox;
        return LuaState.Current.Scheduler.RunSubscription(() => (LuaValue)open(mailbox), () => mailbox.Deliver());
    }

    private static LuaTask<LuaValues> Subscribe(LuaValues args)
    {
        var mailbox = Host.Mailbox;
        var topic = args.CheckString(1, "subscribe").ToString();
        var channel = args.CheckUserdata<LuaChannel>(2, "subscribe", "channel");
        return LuaState.Current.Scheduler.RunSubscription(
            () =>
            {
                mailbox.Subscribe(topic, channel);
                return (LuaValue)true;
            },
            () => mailbox.Deliver());
    }

    private static LuaTask<LuaValues> Unsubscribe(LuaValues args, string function, bool close)
    {
        var mailbox = Host.Mailbox;
        var channel = args.CheckUserdata<LuaChannel>(1, function, "channel");
        return LuaState.Current.Scheduler.RunSubscription(
            () => mailbox.Unsubscribe(channel, close)
                ? (LuaValue)true
                : new LuaValues(false, new LuaError(LuaError.NotFound, "channel is not subscribed") { Retryable = false }),
            () => mailbox.Deliver());
    }

    private static LuaTask<LuaValues> Upgrade(LuaValues args)
    {
        if (LuaState.Current.Host is not WorkflowHost host)
        {
            throw new LuaException(LuaState.Current.Host is FunctionHost ? "process.upgrade outside a workflow is not supported yet" : "process.upgrade needs a workflow");
        }

        return WorkflowStarts.ContinueAsNew(host, args.Count > 0 && args[0].TryGetString(out var id) ? id.ToString() : string.Empty, args.From(1));
    }

    private static LuaTask<LuaValues> Failed(string kind, string message) => new(LuaError.Fail(kind, message));
}
