using Temporalio.Api.Common.V1;
using Wippy.Runtime;
using Wippy.Temporal.Converters;

namespace Wippy.Temporal.Modules;

/// <summary>A payload object: a Lua value, or data as it came over the wire (spec/modules.md section 12).</summary>
internal sealed class LuaPayload : LuaUserdata
{
    public const string Json = "json/plain";
    public const string Text = "text/plain";
    public const string Bytes = "application/octet-stream";
    public const string Lua = "lua/any";
    public const string Error = "golang/error";

    private static readonly LuaTable Methods = CreateMethods();
    private readonly LuaValue value;
    private readonly Payload? wire;

    /// <summary>A payload around a Lua value.</summary>
    public LuaPayload(LuaValue value)
        : this(value, value.TryGetUserdata<LuaError>(out _) ? Error : Lua)
    {
    }

    /// <summary>A payload as it came over the wire; decoded when it is read.</summary>
    public LuaPayload(Payload wire)
    {
        this.wire = wire;
        var encoding = LuaPayloads.EncodingOf(wire);
        Format = encoding == LuaPayloads.BinaryPlain ? Bytes : encoding == LuaPayloads.BinaryNull ? Json : encoding;
    }

    private LuaPayload(LuaValue value, string format)
    {
        this.value = value;
        Format = format;
    }

    /// <summary>One of the constants of <c>payload.format</c>.</summary>
    public string Format { get; }

    /// <inheritdoc/>
    public override string? HostType => "payload.Payload";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => $"payload{{format={Format}}}";

    /// <summary>The value, freshly copied; nil and an error when it cannot be decoded.</summary>
    public LuaValues Data()
    {
        try
        {
            if (wire is not null)
            {
                return LuaPayloads.Decode(wire);
            }

            // A text in JSON form is parsed; every other form is the value itself.
            return Format == Json && value.TryGetString(out var text) ? LuaPayloads.DecodeJson(text.Span) : LuaCopy.Copy(value);
        }
        catch (LuaException error)
        {
            return LuaError.Fail(LuaError.Internal, error.Message);
        }
    }

    private LuaValues Transcode(string format)
    {
        if (format == Format)
        {
            return (LuaValue)this;
        }

        var data = Data();
        if (data.Count > 1)
        {
            return data;
        }

        switch (format)
        {
            case Lua:
                return (LuaValue)new LuaPayload(data.First, Lua);
            case Json:
                return LuaPayloads.TryEncode(data.First, out var encoded, out var message)
                    ? (LuaValue)new LuaPayload(LuaString.FromBytes(encoded!.Data.Span), Json)
                    : LuaError.Fail(LuaError.Internal, message!);
            case Text or Bytes when data.First.IsString:
                return (LuaValue)new LuaPayload(data.First, format);
            default:
                return LuaError.Fail(LuaError.Internal, $"cannot transcode payload from {Format} to {format}");
        }
    }

    private static LuaTable CreateMethods()
    {
        var methods = new LuaTable();
        methods["data"] = new LuaMultiFunction1("data", self => Self(self, "data").Data());
        methods["unmarshal"] = new LuaMultiFunction1("unmarshal", self => Self(self, "unmarshal").Data());
        methods["get_format"] = new LuaFunction1("get_format", self => Self(self, "get_format").Format);
        methods["transcode"] = new LuaMultiFunction2("transcode", (self, format) =>
            Self(self, "transcode").Transcode(LuaArguments.CheckString(format, 2, "transcode").ToString()));
        return methods.Freeze();
    }

    private static LuaPayload Self(LuaValue self, string method) => LuaArguments.CheckUserdata<LuaPayload>(self, 1, method, "payload");
}
