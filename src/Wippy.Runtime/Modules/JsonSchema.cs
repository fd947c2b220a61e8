using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Wippy.Runtime.Modules;

/// <summary>
/// Checks values against a JSON Schema (2020-12, with the common keywords of the drafts since 7). References go within the schema; <c>format</c> is not asserted.
/// </summary>
internal sealed class JsonSchema
{
    private const int MaximumDepth = 128;
    private const int MaximumSteps = 1_000_000;

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal) { "null", "boolean", "object", "array", "number", "integer", "string" };

    private readonly LuaValue root;
    private readonly Dictionary<LuaString, Regex> patterns = [];
    private readonly Dictionary<LuaString, LuaValue> references = [];

    private JsonSchema(LuaValue root) => this.root = root;

    /// <summary>Checks the schema itself; null with a reason if it is none.</summary>
    public static JsonSchema? Compile(LuaValue root, out string problem)
    {
        var schema = new JsonSchema(root);
        try
        {
            schema.CompilePart(root, 0);
        }
        catch (LuaJsonException exception)
        {
            problem = exception.Message;
            return null;
        }

        problem = "";
        return schema;
    }

    /// <summary>The first violation, null if the value is valid.</summary>
    public string? Validate(LuaValue value)
    {
        var steps = 0;
        return Check(root, value, "", 0, ref steps);
    }

    private static bool IsObject(LuaValue value) => value.TryGetTable(out var table) && !IsArray(value) && (table.FieldCount > 0 || table.HadFields || table.Length == 0);

    private static bool IsArray(LuaValue value) => value.TryGetTable(out var table) && (table.Length > 0 || (table.FieldCount == 0 && !table.HadFields));

    private void CompilePart(LuaValue schema, int depth)
    {
        if (schema.IsBoolean)
        {
            return;
        }

        if (!schema.TryGetTable(out var table) || (table.Length > 0))
        {
            throw new LuaJsonException("schema must be an object or a boolean");
        }

        if (depth > MaximumDepth)
        {
            throw new LuaJsonException("schema is nested too deeply");
        }

        CheckKeywords(table);
        foreach (var keyword in new[] { "not", "if", "then", "else", "additionalProperties", "propertyNames", "contains", "additionalItems", "unevaluatedProperties", "unevaluatedItems" })
        {
            if (!table[keyword].IsNil)
            {
                CompilePart(table[keyword], depth + 1);
            }
        }

        foreach (var keyword in new[] { "allOf", "anyOf", "oneOf", "prefixItems" })
        {
            CompileList(table, keyword, depth);
        }

        foreach (var keyword in new[] { "properties", "patternProperties", "$defs", "definitions", "dependentSchemas" })
        {
            CompileMap(table, keyword, depth);
        }

        if (table["items"].TryGetTable(out var items) && items.Length > 0)
        {
            CompileList(table, "items", depth);
        }
        else if (!table["items"].IsNil)
        {
            CompilePart(table["items"], depth + 1);
        }
    }

    private void CheckKeywords(LuaTable table)
    {
        var type = table["type"];
        if (!type.IsNil)
        {
            foreach (var name in type.IsTable ? type.AsTable().Sequence() : [type])
            {
                if (!Types.Contains(name.ToString()))
                {
                    throw new LuaJsonException($"unknown type '{name}'");
                }
            }
        }

        if (table["pattern"].TryGetString(out var pattern))
        {
            Compile(pattern);
        }

        if (table["$ref"].TryGetString(out var reference))
        {
            references[reference] = Resolve(reference.ToString());
        }

        foreach (var keyword in new[]
        {
            "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties",
            "minContains", "maxContains",
        })
        {
            if (!table[keyword].IsNil && !table[keyword].IsNumber)
            {
                throw new LuaJsonException($"'{keyword}' must be a number");
            }
        }

        foreach (var keyword in new[] { "required", "enum", "allOf", "anyOf", "oneOf" })
        {
            if (!table[keyword].IsNil && !table[keyword].IsTable)
            {
                throw new LuaJsonException($"'{keyword}' must be an array");
            }
        }
    }

    private void CompileList(LuaTable table, string keyword, int depth)
    {
        if (table[keyword].TryGetTable(out var list))
        {
            for (long i = 1; i <= list.Length; i++)
            {
                CompilePart(list[i], depth + 1);
            }
        }
    }

    private void CompileMap(LuaTable table, string keyword, int depth)
    {
        if (!table[keyword].TryGetTable(out var map))
        {
            if (!table[keyword].IsNil)
            {
                throw new LuaJsonException($"'{keyword}' must be an object");
            }

            return;
        }

        var position = 0;
        while (map.Next(ref position, out var name, out var part))
        {
            if (keyword == "patternProperties" && name.TryGetString(out var pattern))
            {
                Compile(pattern);
            }

            CompilePart(part, depth + 1);
        }
    }

    private void Compile(LuaString pattern)
    {
        try
        {
            // Without backtracking: matching takes time linear in the text, whatever the pattern.
            patterns[pattern] = new Regex(pattern.ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new LuaJsonException($"invalid pattern '{pattern}'");
        }
    }

    private LuaValue Resolve(string reference)
    {
        if (reference == "#")
        {
            return root;
        }

        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new LuaJsonException($"cannot resolve '{reference}': only references within the schema are supported");
        }

        var target = root;
        foreach (var part in reference[2..].Split('/'))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (!target.TryGetTable(out var table))
            {
                throw new LuaJsonException($"cannot resolve '{reference}'");
            }

            var next = table[LuaString.FromUtf16(name)];
            target = next.IsNil && long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? table[index + 1] : next;
        }

        return target.IsNil ? throw new LuaJsonException($"cannot resolve '{reference}'") : target;
    }

    private string? Check(LuaValue schema, LuaValue value, string path, int depth, ref int steps)
    {
        if (schema.IsBoolean)
        {
            return schema.AsBoolean() ? null : At(path, "no value is allowed");
        }

        if (depth > MaximumDepth || ++steps > MaximumSteps)
        {
            return At(path, "schema is too complex for this value");
        }

        var table = schema.AsTable();
        return (table["$ref"].TryGetString(out var reference) ? Check(references[reference], value, path, depth + 1, ref steps) : null)
            ?? CheckGeneral(table, value, path)
            ?? CheckNumber(table, value, path)
            ?? CheckString(table, value, path)
            ?? CheckArray(table, value, path, depth, ref steps)
            ?? CheckObject(table, value, path, depth, ref steps)
            ?? CheckCombined(table, value, path, depth, ref steps);
    }

    private static string At(string path, string problem) => (path.Length == 0 ? "(root)" : path) + ": " + problem;

    private static string? CheckGeneral(LuaTable schema, LuaValue value, string path)
    {
        var type = schema["type"];
        if (type.TryGetTable(out var types))
        {
            var found = false;
            foreach (var name in types.Sequence())
            {
                found |= IsOfType(value, name.ToString());
            }

            if (!found)
            {
                return At(path, $"expected one of {types.Length} types, got {NameOf(value)}");
            }
        }
        else if (!type.IsNil && !IsOfType(value, type.ToString()))
        {
            return At(path, $"expected {type}, got {NameOf(value)}");
        }

        if (schema["enum"].TryGetTable(out var choices))
        {
            var found = false;
            for (long i = 1; i <= choices.Length; i++)
            {
                found |= DeepEquals(choices[i], value, 0);
            }

            if (!found)
            {
                return At(path, "value is not one of the allowed values");
            }
        }

        return !schema["const"].IsNil && !DeepEquals(schema["const"], value, 0) ? At(path, "value is not the constant") : null;
    }

    private static string NameOf(LuaValue value) => IsArray(value) ? "array" : value.IsTable ? "object" : value.IsNil ? "null" : value.TypeName;

    private static bool IsOfType(LuaValue value, string type) => type switch
    {
        "null" => value.IsNil,
        "boolean" => value.IsBoolean,
        "string" => value.IsString,
        "number" => value.IsNumber,
        "integer" => value.TryGetInteger(out _) || (value.IsFloat && value.AsFloat() == Math.Truncate(value.AsFloat())),
        "array" => IsArray(value),
        _ => IsObject(value) || (value.TryGetTable(out var table) && table.Length == 0),
    };

    private static bool DeepEquals(LuaValue a, LuaValue b, int depth)
    {
        if (a.Equals(b))
        {
            return true;
        }

        if (depth > MaximumDepth || !a.TryGetTable(out var left) || !b.TryGetTable(out var right) || left.Length != right.Length || left.FieldCount != right.FieldCount)
        {
            return false;
        }

        var position = 0;
        while (left.Next(ref position, out var key, out var value))
        {
            if (!DeepEquals(value, right[key], depth + 1))
            {
                return false;
            }
        }

        return true;
    }

    private static string? CheckNumber(LuaTable schema, LuaValue value, string path)
    {
        if (!value.IsNumber)
        {
            return null;
        }

        if (!schema["minimum"].IsNil && LuaOperators.LessThan(value, schema["minimum"], 0))
        {
            return At(path, $"value is below the minimum {schema["minimum"]}");
        }

        if (!schema["maximum"].IsNil && LuaOperators.LessThan(schema["maximum"], value, 0))
        {
            return At(path, $"value is above the maximum {schema["maximum"]}");
        }

        if (!schema["exclusiveMinimum"].IsNil && LuaOperators.LessOrEqual(value, schema["exclusiveMinimum"], 0))
        {
            return At(path, $"value must be above {schema["exclusiveMinimum"]}");
        }

        if (!schema["exclusiveMaximum"].IsNil && LuaOperators.LessOrEqual(schema["exclusiveMaximum"], value, 0))
        {
            return At(path, $"value must be below {schema["exclusiveMaximum"]}");
        }

        if (schema["multipleOf"].TryGetNumber(out var unit) && unit > 0)
        {
            var quotient = value.AsNumber() / unit;
            if (Math.Abs(quotient - Math.Round(quotient)) > 1e-9 * Math.Max(1, Math.Abs(quotient)))
            {
                return At(path, $"value is no multiple of {schema["multipleOf"]}");
            }
        }

        return null;
    }

    private string? CheckString(LuaTable schema, LuaValue value, string path)
    {
        if (!value.TryGetString(out var text))
        {
            return null;
        }

        if (!schema["minLength"].IsNil || !schema["maxLength"].IsNil)
        {
            long length = 0;
            foreach (var unused in text.ToString().EnumerateRunes())
            {
                length++;
            }

            if (OutOfBounds(schema, "minLength", "maxLength", length) is { } problem)
            {
                return At(path, "length " + problem);
            }
        }

        return schema["pattern"].TryGetString(out var pattern) && !patterns[pattern].IsMatch(text.ToString())
            ? At(path, $"text does not match the pattern {pattern}")
            : null;
    }

    private static string? OutOfBounds(LuaTable schema, string least, string most, long count)
    {
        if (schema[least].TryGetNumber(out var minimum) && count < minimum)
        {
            return $"is below the minimum {schema[least]}";
        }

        return schema[most].TryGetNumber(out var maximum) && count > maximum ? $"is above the maximum {schema[most]}" : null;
    }

    private string? CheckArray(LuaTable schema, LuaValue value, string path, int depth, ref int steps)
    {
        if (!IsArray(value))
        {
            return null;
        }

        var array = value.AsTable();
        if (OutOfBounds(schema, "minItems", "maxItems", array.Length) is { } bounds)
        {
            return At(path, "number of items " + bounds);
        }

        // "items" as a list and "additionalItems" are the draft 7 spelling of "prefixItems" and "items".
        var listItems = schema["items"].TryGetTable(out var items) && items.Length > 0;
        var prefix = listItems ? items : schema["prefixItems"].TryGetTable(out var given) ? given : null;
        var rest = listItems ? schema["additionalItems"] : schema["items"];
        for (long i = 1; i <= array.Length; i++)
        {
            var part = prefix is not null && i <= prefix.Length ? prefix[i] : rest;
            if (!part.IsNil && Check(part, array[i], $"{path}[{i}]", depth + 1, ref steps) is { } problem)
            {
                return problem;
            }
        }

        if (schema["uniqueItems"].IsTruthy)
        {
            for (long i = 1; i <= array.Length; i++)
            {
                for (var j = i + 1; j <= array.Length; j++)
                {
                    if (++steps > MaximumSteps)
                    {
                        return At(path, "schema is too complex for this value");
                    }

                    if (DeepEquals(array[i], array[j], 0))
                    {
                        return At(path, $"items {i} and {j} are equal");
                    }
                }
            }
        }

        return CheckContains(schema, array, path, depth, ref steps);
    }

    private string? CheckContains(LuaTable schema, LuaTable array, string path, int depth, ref int steps)
    {
        if (schema["contains"].IsNil)
        {
            return null;
        }

        long matches = 0;
        for (long i = 1; i <= array.Length; i++)
        {
            matches += Check(schema["contains"], array[i], path, depth + 1, ref steps) is null ? 1 : 0;
        }

        if (schema["minContains"].IsNil && matches == 0)
        {
            return At(path, "no item matches 'contains'");
        }

        return OutOfBounds(schema, "minContains", "maxContains", matches) is { } problem ? At(path, "number of matching items " + problem) : null;
    }

    private string? CheckObject(LuaTable schema, LuaValue value, string path, int depth, ref int steps)
    {
        if (!value.TryGetTable(out var table) || table.Length > 0)
        {
            return null;
        }

        if (OutOfBounds(schema, "minProperties", "maxProperties", table.FieldCount) is { } bounds)
        {
            return At(path, "number of properties " + bounds);
        }

        if (schema["required"].TryGetTable(out var required) && Missing(required, table) is { } missing)
        {
            return At(path, $"missing property '{missing}'");
        }

        if (schema["dependentRequired"].TryGetTable(out var dependencies))
        {
            var index = 0;
            while (dependencies.Next(ref index, out var trigger, out var needed))
            {
                if (!table[trigger].IsNil && needed.TryGetTable(out var list) && Missing(list, table) is { } dependent)
                {
                    return At(path, $"property '{trigger}' needs property '{dependent}'");
                }
            }
        }

        if (schema["dependentSchemas"].TryGetTable(out var schemas))
        {
            var index = 0;
            while (schemas.Next(ref index, out var trigger, out var part))
            {
                if (!table[trigger].IsNil && Check(part, value, path, depth + 1, ref steps) is { } problem)
                {
                    return problem;
                }
            }
        }

        var position = 0;
        while (table.Next(ref position, out var name, out var field))
        {
            if (CheckProperty(schema, name, field, path, depth, ref steps) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static LuaString? Missing(LuaTable required, LuaTable table)
    {
        for (long i = 1; i <= required.Length; i++)
        {
            if (required[i].TryGetString(out var name) && table[name].IsNil)
            {
                return name;
            }
        }

        return null;
    }

    private string? CheckProperty(LuaTable schema, LuaValue name, LuaValue field, string path, int depth, ref int steps)
    {
        var inner = path.Length == 0 ? name.ToString() : path + "." + name;
        var known = false;
        if (!schema["propertyNames"].IsNil && Check(schema["propertyNames"], name, inner, depth + 1, ref steps) is { } badName)
        {
            return badName;
        }

        if (schema["properties"].TryGetTable(out var properties) && !properties[name].IsNil)
        {
            known = true;
            if (Check(properties[name], field, inner, depth + 1, ref steps) is { } problem)
            {
                return problem;
            }
        }

        if (schema["patternProperties"].TryGetTable(out var byPattern))
        {
            var position = 0;
            while (byPattern.Next(ref position, out var pattern, out var part))
            {
                if (pattern.TryGetString(out var text) && patterns[text].IsMatch(name.ToString()))
                {
                    known = true;
                    if (Check(part, field, inner, depth + 1, ref steps) is { } problem)
                    {
                        return problem;
                    }
                }
            }
        }

        if (known || schema["additionalProperties"].IsNil)
        {
            return null;
        }

        return schema["additionalProperties"] == LuaValue.False
            ? At(path, $"property '{name}' is not allowed")
            : Check(schema["additionalProperties"], field, inner, depth + 1, ref steps);
    }

    private string? CheckCombined(LuaTable schema, LuaValue value, string path, int depth, ref int steps)
    {
        if (schema["allOf"].TryGetTable(out var all))
        {
            for (long i = 1; i <= all.Length; i++)
            {
                if (Check(all[i], value, path, depth + 1, ref steps) is { } problem)
                {
                    return problem;
                }
            }
        }

        if (schema["anyOf"].TryGetTable(out var any) && Matches(any, value, depth, ref steps) == 0)
        {
            return At(path, "value matches none of the alternatives");
        }

        if (schema["oneOf"].TryGetTable(out var one) && Matches(one, value, depth, ref steps) is var count && count != 1)
        {
            return At(path, $"value matches {count} of the alternatives instead of exactly one");
        }

        if (!schema["not"].IsNil && Check(schema["not"], value, path, depth + 1, ref steps) is null)
        {
            return At(path, "value matches what it must not match");
        }

        if (schema["if"].IsNil)
        {
            return null;
        }

        var branch = schema[Check(schema["if"], value, path, depth + 1, ref steps) is null ? "then" : "else"];
        return branch.IsNil ? null : Check(branch, value, path, depth + 1, ref steps);
    }

    private int Matches(LuaTable alternatives, LuaValue value, int depth, ref int steps)
    {
        var count = 0;
        for (long i = 1; i <= alternatives.Length; i++)
        {
            count += Check(alternatives[i], value, "", depth + 1, ref steps) is null ? 1 : 0;
        }

        return count;
    }
}
