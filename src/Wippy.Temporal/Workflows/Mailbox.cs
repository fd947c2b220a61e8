using System;
using System.Collections.Generic;
using Wippy.Runtime;
using Wippy.Runtime.Modules;
using Wippy.Temporal.Modules;

namespace Wippy.Temporal.Workflows;

/// <summary>
/// The one FIFO mailbox of an instance (spec/temporal.md section 7, Receiving). On every pass each message goes to the listener of its topic, else to the inbox, else it
/// stays; it also stays when nobody waits and there is no room. Events have a channel of their own.
/// </summary>
internal sealed class Mailbox
{
    private readonly List<LuaMessage> messages = [];
    private readonly List<LuaValue> events = [];
    private readonly Dictionary<string, Listener> listeners = new(StringComparer.Ordinal);
    private LuaState? lua;
    private LuaChannel? inbox;
    private LuaChannel? eventChannel;

    /// <summary>Connects the mailbox to the instance that reads it; what has arrived before is delivered in arrival order.</summary>
    public void Attach(LuaState state)
    {
        lua = state;
        state.Scheduler.BeforeIdle = Deliver;
    }

    /// <summary>A message from outside.</summary>
    public void Post(LuaMessage message) => Receive(() => messages.Add(message));

    /// <summary>An event from outside.</summary>
    public void PostEvent(LuaValue happened) => Receive(() => events.Add(happened));

    /// <summary>A message of the instance to itself.</summary>
    public void Append(LuaMessage message) => messages.Add(message);

    /// <summary>The channel of messages without a listener of their own.</summary>
    public LuaChannel Inbox() => inbox ??= new LuaChannel();

    /// <summary>The channel of events.</summary>
    public LuaChannel Events() => eventChannel ??= new LuaChannel();

    /// <summary>The channel of a topic; a later call may switch it to message objects.</summary>
    public LuaChannel Listen(string topic, bool asMessages)
    {
        if (!listeners.TryGetValue(topic, out var listener))
        {
            listeners[topic] = listener = new Listener(new LuaChannel(1), asMessages);
        }
        else if (asMessages)
        {
            listener.AsMessages = true;
        }

        return listener.Channel;
    }

    /// <summary>Attaches a channel of the program to a topic.</summary>
    public void Subscribe(string topic, LuaChannel channel) => listeners[topic] = new Listener(channel, false);

    /// <summary>Ends a subscription and closes its channel when it was made by <c>listen</c>, <c>inbox</c> or <c>events</c>. False if there is none.</summary>
    public bool Unsubscribe(LuaChannel channel, bool close)
    {
        var found = false;
        if (channel == inbox)
        {
            inbox = null;
            found = true;
        }
        else if (channel == eventChannel)
        {
            eventChannel = null;
            found = true;
        }

        foreach (var (topic, listener) in listeners)
        {
            if (listener.Channel == channel)
            {
                listeners.Remove(topic);
                found = true;
                break;
            }
        }

        if (found && close)
        {
            channel.Close();
        }

        return found;
    }

    /// <summary>One pass over everything that waits. True if something was delivered.</summary>
    public bool Deliver()
    {
        var delivered = false;
        for (var index = 0; eventChannel is not null && index < events.Count;)
        {
            if (!eventChannel.TryDeliver(events[index]))
            {
                break;
            }

            events.RemoveAt(index);
            delivered = true;
        }

        for (var index = 0; index < messages.Count;)
        {
            if (TryDeliver(messages[index]))
            {
                messages.RemoveAt(index);
                delivered = true;
            }
            else
            {
                index++;
            }
        }

        return delivered;
    }

    private bool TryDeliver(LuaMessage message)
    {
        if (listeners.TryGetValue(message.Topic, out var listener))
        {
            return listener.Channel.TryDeliver(listener.AsMessages ? message : message.Value);
        }

        return inbox is not null && !message.Topic.StartsWith('@') && inbox.TryDeliver(message);
    }

    private void Receive(Action add)
    {
        if (lua is null)
        {
            add();
        }
        else
        {
            lua.Scheduler.Post(() =>
            {
                add();
                Deliver();
            });
        }
    }

    private sealed class Listener(LuaChannel channel, bool asMessages)
    {
        public LuaChannel Channel { get; } = channel;

        public bool AsMessages { get; set; } = asMessages;
    }
}
