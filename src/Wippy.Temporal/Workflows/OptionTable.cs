using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Temporalio.Common;
using Wippy.Runtime;
using Wippy.Temporal.Hosting;

namespace Wippy.Temporal.Workflows;

/// <summary>
/// An option table as Lua wrote it, with defaults behind it key by key. Every key has several spellings, tried in order: <c>activity.x</c>, <c>temporal.activity.x</c>,
/// bare <c>x</c> (spec/temporal.md sections 5 and 6).
/// </summary>
internal sealed class OptionTable(string family, bool bare, LuaTable? options, LuaTable? defaults = null)
{
    /// <summary>The first value found; nil when no spelling is set.</summary>
    public LuaValue this[string key]
    {
        get
        {
            var value = Find(options, key);
            return value.IsNil ? Find(defaults, key) : value;
        }
    }

    public TimeSpan? Duration(string key) => Duration(this[key], $"{family}.{key}");

    public string? Text(string key)
    {
        var value = this[key];
        if (value.IsNil)
        {
            return null;
        }

        var text = value.TryGetString(out var found) ? found.ToString() : throw new OptionException($"{family}.{key} must be a string, got {value.TypeName}");
        return text.Length > 0 ? text : throw new OptionException($"{family}.{key} cannot be empty");
    }

    public bool? Flag(string key)
    {
        var value = this[key];
        return value.IsNil ? null : value.IsBoolean ? value.AsBoolean() : throw new OptionException($"{family}.{key} must be a boolean, got {value.TypeName}");
    }

    public LuaTable? Table(string key)
    {
        var value = this[key];
        return value.IsNil ? null : value.TryGetTable(out var table) ? table : throw new OptionException($"{family}.{key} must be a table, got {value.TypeName}");
    }

    /// <summary>An enumeration: case-insensitive, <c>-</c> like <c>_</c>, an optional prefix such as <c>WORKFLOW_ID_CONFLICT_POLICY_</c>, or the number of the value.</summary>
    public T? Enumeration<T>(string key, string prefix, params (string Name, T Value)[] values)
        where T : struct, Enum
    {
        var value = this[key];
        if (value.IsNil)
        {
            return null;
        }

        if (value.TryGetString(out var text))
        {
            var name = text.ToString().Replace('-', '_').ToUpperInvariant();
            name = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
            foreach (var (candidate, result) in values)
            {
                if (string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
                {
                    return result;
                }
            }
        }
        else if (value.TryGetInteger(out var number))
        {
            foreach (var (_, result) in values)
            {
                if (Convert.ToInt64(result, CultureInfo.InvariantCulture) == number)
                {
                    return result;
                }
            }
        }

        throw new OptionException($"{family}.{key} must be one of {string.Join(", ", values.Select(item => item.Name.ToLowerInvariant()))}, got {value}");
    }

    /// <summary>Retry policy keys are case-insensitive and may be written in camel case.</summary>
    public RetryPolicy? Retry(string key)
    {
        if (Table(key) is not { } table)
        {
            return null;
        }

        var policy = new RetryPolicy();
        var position = 0;
        while (table.Next(ref position, out var name, out var value))
        {
            switch (name.TryGetString(out var text) ? text.ToString().Replace("_", string.Empty, StringComparison.Ordinal).ToUpperInvariant() : string.Empty)
            {
                case "INITIALINTERVAL" when Duration(value, $"{family}.{key}.initial_interval") is { } initial && initial > TimeSpan.Zero:
                    policy.InitialInterval = initial;
                    break;
                case "MAXIMUMINTERVAL" or "MAXINTERVAL" when Duration(value, $"{family}.{key}.maximum_interval") is { } longest && longest > TimeSpan.Zero:
                    policy.MaximumInterval = longest;
                    break;
                case "BACKOFFCOEFFICIENT":
                    policy.BackoffCoefficient = value.TryGetNumber(out var coefficient) && coefficient >= 1
                        ? (float)coefficient : throw new OptionException($"{family}.{key}.backoff_coefficient must be a number of at least 1");
                    break;
                case "MAXIMUMATTEMPTS" or "MAXATTEMPTS":
                    policy.MaximumAttempts = value.TryGetInteger(out var attempts) && attempts is >= 0 and <= int.MaxValue
                        ? (int)attempts : throw new OptionException($"{family}.{key}.maximum_attempts must be an integer of at least 0");
                    break;
                case "NONRETRYABLEERRORTYPES":
                    policy.NonRetryableErrorTypes = Texts(value, $"{family}.{key}.non_retryable_error_types");
                    break;
                default:
                    break;
            }
        }

        return policy;
    }

    /// <summary>Priority of a task.</summary>
    public Priority? Priority(string key)
    {
        if (Table(key) is not { } table)
        {
            return null;
        }

        return new Priority(
            table["priority_key"].TryGetInteger(out var level) ? (int)level : null,
            table["fairness_key"].TryGetString(out var fairness) ? fairness.ToString() : null,
            table["fairness_weight"].TryGetNumber(out var weight) ? (float)weight : null);
    }

    /// <summary>YAML default options as the table that Lua would have written.</summary>
    public static LuaTable? FromEntry(EntryNode? node)
    {
        if (node is not { IsMap: true })
        {
            return null;
        }

        return ToLua(node).AsTable();
    }

    private static LuaValue ToLua(EntryNode node)
    {
        if (node.IsMap)
        {
            var map = new LuaTable();
            foreach (var (key, value) in node.Fields)
            {
                map[key] = ToLua(value);
            }

            return map;
        }

        if (node.IsList)
        {
            var list = new LuaTable();
            for (var index = 0; index < node.Items.Count; index++)
            {
                list[index + 1L] = ToLua(node.Items[index]);
            }

            return list;
        }

        return node.Value switch
        {
            bool flag => flag,
            long integer => integer,
            double number => number,
            string text => text,
            _ => LuaValue.Nil,
        };
    }

    private static TimeSpan? Duration(LuaValue value, string name)
    {
        if (value.IsNil)
        {
            return null;
        }

        return OptionDuration.TryRead(value, out var duration)
            ? duration : throw new OptionException($"{name} must be a duration string or milliseconds number, got {(value.IsString ? $"\"{value}\"" : value.TypeName)}");
    }

    private static List<string> Texts(LuaValue value, string name)
    {
        var result = new List<string>();
        if (value.TryGetString(out var single))
        {
            result.Add(single.ToString());
        }
        else if (value.TryGetTable(out var table))
        {
            for (var index = 1L; index <= table.Length; index++)
            {
                result.Add(table[index].TryGetString(out var text) ? text.ToString() : throw new OptionException($"{name} must hold strings"));
            }
        }
        else
        {
            throw new OptionException($"{name} must be a string or a list of strings");
        }

        return result;
    }

    private LuaValue Find(LuaTable? table, string key)
    {
        if (table is null)
        {
            return LuaValue.Nil;
        }

        var value = table[$"{family}.{key}"];
        if (value.IsNil)
        {
            value = table[$"temporal.{family}.{key}"];
        }

        return value.IsNil && bare ? table[key] : value;
    }
}

/// <summary>A bad option; Lua sees <c>nil, err</c> of kind Invalid.</summary>
public sealed class OptionException(string message) : Exception(message);
