using System.Collections.Generic;
using Wippy.Runtime;

namespace Wippy.Temporal.Modules;

/// <summary>A message of the mailbox (spec/temporal.md section 7, Receiving).</summary>
internal sealed class LuaMessage(string topic, string from, IReadOnlyList<LuaPayload> payloads) : LuaUserdata
{
    private static readonly LuaTable Methods = CreateMethods();

    public string Topic { get; } = topic;

    /// <summary>What <c>process.listen</c> delivers: the value of one payload, nil for none, an array of several.</summary>
    public LuaValue Value
    {
        get
        {
            if (payloads.Count <= 1)
            {
                return payloads.Count == 0 ? LuaValue.Nil : First(payloads[0]);
            }

            var values = new LuaTable();
            for (var index = 0; index < payloads.Count; index++)
            {
                values[index + 1L] = First(payloads[index]);
            }

            return values;
        }
    }

    private LuaValue Payload
    {
        get
        {
            if (payloads.Count <= 1)
            {
                return payloads.Count == 0 ? LuaValue.Nil : payloads[0];
            }

            var table = new LuaTable();
            for (var index = 0; index < payloads.Count; index++)
            {
                table[index + 1L] = payloads[index];
            }

            return table;
        }
    }

    /// <inheritdoc/>
    public override string? HostType => "process.Message";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => $"process.Message{{topic={Topic}}}";

    // A value that cannot be decoded arrives as its error.
    private static LuaValue First(LuaPayload payload)
    {
        var data = payload.Data();
        return data.Count > 1 ? data.Second : data.First;
    }

    private static LuaTable CreateMethods()
    {
        var methods = new LuaTable();
        methods["topic"] = new LuaFunction1("topic", self => Self(self, "topic").Topic);
        methods["from"] = new LuaFunction1("from", self => Self(self, "from").From);
        methods["payload"] = new LuaFunction1("payload", self => Self(self, "payload").Payload);
        return methods.Freeze();
    }

    private string From { get; } = from;

    private static LuaMessage Self(LuaValue self, string method) => LuaArguments.CheckUserdata<LuaMessage>(self, 1, method, "message");
}
