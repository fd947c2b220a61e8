using System.Collections.Generic;
using Temporalio.Api.Common.V1;
using Wippy.Runtime;
using Wippy.Temporal.Converters;

namespace Wippy.Temporal.Interceptors;

/// <summary>
/// Immutable context values and security identity that travel with calls, activities, children and signals (spec/temporal.md section 13). Tables inside are never handed
/// out: reading copies.
/// </summary>
internal sealed class ContextValues
{
    private const int MaximumDepth = 128;

    private readonly LuaTable values;
    private readonly Payload? security;

    private ContextValues(LuaTable values, Payload? security)
    {
        this.values = values;
        this.security = security;
    }

    /// <summary>No values, no identity.</summary>
    public static ContextValues Empty { get; } = new(new LuaTable(), null);

    /// <summary>True if there is nothing to send.</summary>
    public bool IsEmpty => IsEmptyTable(values);

    /// <summary>Reads the headers of an inbound call. Values that cannot be decoded are left out: a foreign caller must not stop the callee.</summary>
    public static ContextValues FromHeaders(IEnumerable<KeyValuePair<string, Payload>>? headers, out string sender)
    {
        sender = string.Empty;
        LuaTable? values = null;
        Payload? security = null;
        foreach (var (name, payload) in headers ?? [])
        {
            if (name == HeaderNames.Security)
            {
                security = payload;
            }
            else if (name == HeaderNames.Context && LuaPayloads.TryDecode(payload, out var decoded) && decoded.TryGetTable(out var table))
            {
                values = table;
            }
        }

        if (values is not null)
        {
            sender = values[HeaderNames.SignalFrom].TryGetString(out var from) ? from.ToString() : string.Empty;
            values[HeaderNames.SignalFrom] = LuaValue.Nil;
        }

        return values is null && security is null ? Empty : new ContextValues(values ?? new LuaTable(), security);
    }

    /// <summary>These values with others laid over them; keys that are no strings and values that cannot travel are dropped.</summary>
    public ContextValues With(LuaTable overlay)
    {
        var merged = Copy(values);
        var position = 0;
        while (overlay.Next(ref position, out var key, out var value))
        {
            if (key.IsString && CanTravel(value, 0))
            {
                merged[key] = LuaCopy.Copy(value);
            }
        }

        return new ContextValues(merged, security);
    }

    /// <summary>A copy of one value; nil when absent.</summary>
    public LuaValue Get(LuaString key) => LuaCopy.Copy(values[key]);

    /// <summary>A copy of all values.</summary>
    public LuaTable All() => Copy(values);

    /// <summary>The headers of an outbound call, added to those already there.</summary>
    public IDictionary<string, Payload>? ToHeaders(IDictionary<string, Payload>? existing, string sender)
    {
        if (IsEmpty && security is null && sender.Length == 0)
        {
            return existing;
        }

        var headers = existing is null ? new Dictionary<string, Payload>() : new Dictionary<string, Payload>(existing);
        var context = values;
        if (sender.Length > 0)
        {
            context = Copy(values);
            context[HeaderNames.SignalFrom] = sender;
        }

        if (!IsEmptyTable(context))
        {
            headers[HeaderNames.Context] = LuaPayloads.Encode(context);
        }

        if (security is not null)
        {
            headers[HeaderNames.Security] = security;
        }

        return headers;
    }

    private static LuaTable Copy(LuaTable table) => LuaCopy.Copy(table).AsTable();

    private static bool IsEmptyTable(LuaTable table)
    {
        var position = 0;
        return !table.Next(ref position, out _, out _);
    }

    // Strings, numbers, booleans, and tables of nothing else travel; a table that holds anything else is dropped as a whole.
    private static bool CanTravel(LuaValue value, int depth)
    {
        if (value.IsString || value.IsNumber || value.IsBoolean)
        {
            return true;
        }

        if (!value.TryGetTable(out var table) || depth > MaximumDepth)
        {
            return false;
        }

        var position = 0;
        while (table.Next(ref position, out var key, out var item))
        {
            if (!(key.IsString || key.IsInteger) || !CanTravel(item, depth + 1))
            {
                return false;
            }
        }

        return true;
    }
}
