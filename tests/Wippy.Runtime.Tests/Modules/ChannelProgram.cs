using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Wippy.Runtime.Tests.Modules;

/// <summary>A step of a task in a test program.</summary>
internal sealed record Step(string Kind, int Channel = 0, int Value = 0, IReadOnlyList<Step>? Cases = null, bool Default = false)
{
    public override string ToString() => Kind switch
    {
        "send" => $"send c{Channel} {Value}",
        "select" => $"select[{string.Join(", ", Cases!)}{(Default ? ", default" : "")}]",
        "spawn" => $"spawn t{Value}",
        "yield" => "yield",
        _ => $"{Kind} c{Channel}",
    };
}

/// <summary>Tasks that use channels. Task 0 is the main task. Each step logs what it got, so the interleaving shows.</summary>
internal sealed record ChannelProgram(IReadOnlyList<int> Sizes, IReadOnlyList<IReadOnlyList<Step>> Tasks)
{
    public override string ToString() =>
        "sizes " + string.Join(' ', Sizes) + "\n" + string.Join('\n', Tasks.Select((t, i) => $"t{i}: " + string.Join("; ", t)));

    /// <summary>Runs it in the real runtime.</summary>
    public async Task<IReadOnlyList<string>> RunAsync()
    {
        var log = new List<string>();
        var outcome = await LuaRun.OutcomeAsync(lua =>
        {
            var channels = Sizes.Select(size => lua.Call(lua.Globals["channel"].AsTable()["new"], size, 0)).ToArray();
            return new LuaAsyncFunction0("main", () => RunTask(lua, channels, 0, log));
        });
        if (outcome.Error is not null)
        {
            log.Add("error " + (outcome.Error.Message.Contains("send on closed", StringComparison.Ordinal) ? "closed" : outcome.Error.Message));
        }

        return log;
    }

    /// <summary>What spec/modules.md sections 2.1 to 2.3 say will happen, written as plainly as possible.</summary>
    public IReadOnlyList<string> Expected() => new Model(this).Run();

    private async LuaTask<LuaValues> RunTask(LuaState lua, LuaValue[] channels, int index, List<string> log)
    {
        foreach (var step in Tasks[index])
        {
            switch (step.Kind)
            {
                case "send":
                    {
                        var (ok, error) = await Method(lua, channels[step.Channel], "send", step.Value);
                        log.Add($"t{index} sent {(ok.IsTruthy ? "ok" : error.ToString())}");
                        break;
                    }

                case "receive":
                    {
                        var (value, ok) = await Method(lua, channels[step.Channel], "receive", default);
                        log.Add($"t{index} got {value} {ok}");
                        break;
                    }

                case "close":
                    await Method(lua, channels[step.Channel], "close", default);
                    log.Add($"t{index} closed");
                    break;
                case "yield":
                    await lua.CallAsync(lua.Globals["coroutine"].AsTable()["yield"], 0);
                    log.Add($"t{index} yielded");
                    break;
                case "spawn":
                    {
                        var task = step.Value;
                        await lua.CallAsync(
                            lua.Globals["coroutine"].AsTable()["spawn"], new LuaAsyncFunction0("task", () => RunTask(lua, channels, task, log)), 0);
                        log.Add($"t{index} spawned");
                        break;
                    }

                default:
                    {
                        var cases = new LuaTable();
                        for (var i = 0; i < step.Cases!.Count; i++)
                        {
                            var part = step.Cases[i];
                            var name = part.Kind == "send" ? "case_send" : "case_receive";
                            cases[i + 1L] = (await Method(lua, channels[part.Channel], name, part.Value)).First;
                        }

                        var result = (await lua.CallAsync(lua.Globals["channel"].AsTable()["select"], cases, step.Default, 0)).First.AsTable();
                        var channel = Array.IndexOf(channels, result["channel"]);
                        log.Add(result["default"].IsTruthy ? $"t{index} default" : $"t{index} selected c{channel} {result["value"]} {result["ok"]}");
                        break;
                    }
            }
        }

        log.Add($"t{index} end");
        return default;
    }

    private static LuaTask<LuaValues> Method(LuaState lua, LuaValue channel, string name, LuaValue argument) =>
        lua.CallAsync(LuaOperators.Index(channel, name, 0), channel, argument, 0);

    private sealed class Model(ChannelProgram program)
    {
        private readonly List<string> log = [];
        private readonly Queue<ModelTask> ready = new();
        private readonly List<List<ModelTask>> yields = [];
        private readonly List<ModelChannel> channels = program.Sizes.Select(size => new ModelChannel(size)).ToList();

        public IReadOnlyList<string> Run()
        {
            var main = new ModelTask(0);
            ready.Enqueue(main);
            while (true)
            {
                while (ready.TryDequeue(out var task))
                {
                    if (!Go(task))
                    {
                        return log;
                    }
                }

                foreach (var woken in yields)
                {
                    woken.ForEach(ready.Enqueue);
                }

                yields.Clear();
                if (ready.Count == 0)
                {
                    log.Add("error all coroutines blocked with no pending operations");
                    return log;
                }
            }
        }

        /// <summary>Runs a task until it yields; false when the program has ended.</summary>
        private bool Go(ModelTask task)
        {
            if (task.Result is not null)
            {
                log.Add($"t{task.Index} {task.Result}");
                task.Result = null;
            }

            var steps = program.Tasks[task.Index];
            while (task.Position < steps.Count)
            {
                var step = steps[task.Position++];
                switch (step.Kind)
                {
                    case "yield":
                        task.Result = "yielded";
                        ready.Enqueue(task);
                        return true;
                    case "spawn":
                        task.Result = "spawned";
                        ready.Enqueue(new ModelTask(step.Value));
                        ready.Enqueue(task);
                        return true;
                    case "select":
                        {
                            var now = step.Cases!.FirstOrDefault(IsReady);
                            if (now is null && step.Default)
                            {
                                log.Add($"t{task.Index} default");
                                continue;
                            }

                            if (now is null)
                            {
                                var waiter = new Waiter(task, true);
                                foreach (var part in step.Cases!)
                                {
                                    (part.Kind == "send" ? channels[part.Channel].Senders : channels[part.Channel].Receivers).Add((waiter, part.Value));
                                }

                                yields.Add([]);
                                return true;
                            }

                            if (!Execute(task, now, true, out var selectYields))
                            {
                                return false;
                            }

                            if (selectYields)
                            {
                                return true;
                            }

                            break;
                        }

                    default:
                        if (!Execute(task, step, false, out var mustYield))
                        {
                            return false;
                        }

                        if (mustYield)
                        {
                            return true;
                        }

                        break;
                }
            }

            log.Add($"t{task.Index} end");
            return task.Index != 0;
        }

        private bool IsReady(Step step)
        {
            var channel = channels[step.Channel];
            return step.Kind == "send"
                ? channel.Closed || channel.Receivers.Count > 0 || channel.Buffer.Count < channel.Size
                : channel.Buffer.Count > 0 || channel.Senders.Count > 0 || channel.Closed;
        }

        private bool Execute(ModelTask task, Step step, bool select, out bool mustYield)
        {
            var channel = channels[step.Channel];
            mustYield = true;
            string Result(string text, int? value, bool ok) => select ? $"selected c{step.Channel} {Text(value)} {Text(ok)}" : text;
            switch (step.Kind)
            {
                case "send" when channel.Closed:
                    log.Add("error closed");
                    return false;
                case "send" when channel.Receivers.Count > 0:
                    {
                        var (receiver, _) = channel.Receivers[0];
                        Wake(receiver, $"got {step.Value} true", step.Channel, step.Value, true);
                        task.Result = Result("sent ok", step.Value, true);
                        yields.Add([task, receiver.Task]);
                        return true;
                    }

                case "send" when channel.Buffer.Count < channel.Size:
                    channel.Buffer.Enqueue(step.Value);
                    log.Add($"t{task.Index} " + Result("sent ok", step.Value, true));
                    mustYield = false;
                    return true;
                case "send":
                    channel.Senders.Add((new Waiter(task, false), step.Value));
                    yields.Add([]);
                    return true;
                case "receive" when channel.Senders.Count > 0:
                    {
                        var (sender, sent) = channel.Senders[0];
                        var value = sent;
                        if (channel.Buffer.Count > 0)
                        {
                            value = channel.Buffer.Dequeue();
                            channel.Buffer.Enqueue(sent);
                        }

                        Wake(sender, "sent ok", step.Channel, sent, true);
                        task.Result = Result($"got {value} true", value, true);
                        yields.Add([task, sender.Task]);
                        return true;
                    }

                case "receive" when channel.Buffer.Count > 0:
                    {
                        var value = channel.Buffer.Dequeue();
                        log.Add($"t{task.Index} " + Result($"got {value} true", value, true));
                        mustYield = false;
                        return true;
                    }

                case "receive" when channel.Closed:
                    log.Add($"t{task.Index} " + Result("got nil false", null, false));
                    mustYield = false;
                    return true;
                case "receive":
                    channel.Receivers.Add((new Waiter(task, false), 0));
                    yields.Add([]);
                    return true;
                default:
                    {
                        var woken = new List<ModelTask>();
                        channel.Closed = true;
                        while (channel.Senders.Count > 0)
                        {
                            var (sender, sent) = channel.Senders[0];
                            woken.Add(sender.Task);
                            Wake(sender, "sent send on closed channel", step.Channel, sent, false);
                        }

                        while (channel.Receivers.Count > 0)
                        {
                            var (receiver, _) = channel.Receivers[0];
                            woken.Add(receiver.Task);
                            Wake(receiver, "got nil false", step.Channel, null, false);
                        }

                        if (woken.Count == 0)
                        {
                            log.Add($"t{task.Index} closed");
                            mustYield = false;
                            return true;
                        }

                        task.Result = "closed";
                        woken.Add(task);
                        yields.Add(woken);
                        return true;
                    }
            }
        }

        private void Wake(Waiter waiter, string plain, int channel, int? value, bool ok)
        {
            waiter.Task.Result = waiter.Select ? $"selected c{channel} {Text(value)} {Text(ok)}" : plain;
            foreach (var other in channels)
            {
                other.Senders.RemoveAll(entry => entry.Waiter == waiter);
                other.Receivers.RemoveAll(entry => entry.Waiter == waiter);
            }
        }

        private static string Text(int? value) => value is int number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : "nil";

        private static string Text(bool value) => value ? "true" : "false";

        private sealed class ModelTask(int index)
        {
            public int Index { get; } = index;

            public int Position { get; set; }

            public string? Result { get; set; }
        }

        private sealed class Waiter(ModelTask task, bool select)
        {
            public ModelTask Task { get; } = task;

            public bool Select { get; } = select;
        }

        private sealed class ModelChannel(int size)
        {
            public int Size { get; } = size;

            public Queue<int> Buffer { get; } = new();

            public List<(Waiter Waiter, int Value)> Senders { get; } = [];

            public List<(Waiter Waiter, int Value)> Receivers { get; } = [];

            public bool Closed { get; set; }
        }
    }
}
