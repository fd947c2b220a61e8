using System;
using System.Collections.Generic;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Binding;

/// <summary>Tells from the text which function an entry runs (spec/lua.md section 1, "module value").</summary>
internal static class EntryFunctionFinder
{
    /// <summary>The function that <paramref name="method"/> names; null when the text does not tell.</summary>
    public static FunctionBodySyntax? Find(ChunkSyntax chunk, string? method)
    {
        var functions = new Dictionary<string, FunctionBodySyntax?>(StringComparer.Ordinal);
        var tables = new Dictionary<string, TableConstructorSyntax>(StringComparer.Ordinal);
        ExpressionSyntax? result = null;
        foreach (var statement in chunk.Block.Statements)
        {
            switch (statement)
            {
                case LocalFunctionStatementSyntax local:
                    functions[local.Name.Text] = local.Body;
                    break;
                case FunctionStatementSyntax function:
                    functions[NameOf(function)] = function.Body;
                    break;
                case LocalStatementSyntax local:
                    for (var i = 0; i < local.Variables.Count; i++)
                    {
                        var name = local.Variables[i].Name.Text;
                        functions.Remove(name);
                        tables.Remove(name);
                        if (i < local.Values.Count)
                        {
                            Assign(name, local.Values[i], functions, tables);
                        }
                    }

                    break;
                case AssignmentStatementSyntax assignment:
                    for (var i = 0; i < assignment.Targets.Count && i < assignment.Values.Count; i++)
                    {
                        if (PathOf(assignment.Targets[i]) is { } path)
                        {
                            Assign(path, assignment.Values[i], functions, tables);
                        }
                    }

                    break;
                case ReturnStatementSyntax { Values.Count: > 0 } @return:
                    result = @return.Values[0];
                    break;
                default:
                    break;
            }
        }

        switch (result?.Unwrap())
        {
            case FunctionExpressionSyntax function:
                return function.Body;
            case TableConstructorSyntax table when method is not null:
                return FindField(table, method, functions);
            case NameExpressionSyntax name when functions.TryGetValue(name.Name, out var body):
                return body;
            case NameExpressionSyntax name when method is not null:
                return functions.TryGetValue(name.Name + "." + method, out var field) ? field
                    : tables.TryGetValue(name.Name, out var constructor) ? FindField(constructor, method, functions)
                    : null;
            default:
                return null;
        }
    }

    private static FunctionBodySyntax? FindField(
        TableConstructorSyntax table, string method, Dictionary<string, FunctionBodySyntax?> functions)
    {
        foreach (var field in table.Fields)
        {
            if (field is NamedTableFieldSyntax named && string.Equals(named.Name.Text, method, StringComparison.Ordinal))
            {
                return named.Value.Unwrap() switch
                {
                    FunctionExpressionSyntax function => function.Body,
                    { } value when PathOf(value) is { } path && functions.TryGetValue(path, out var body) => body,
                    _ => null,
                };
            }
        }

        return null;
    }

    private static void Assign(
        string path, ExpressionSyntax value, Dictionary<string, FunctionBodySyntax?> functions, Dictionary<string, TableConstructorSyntax> tables)
    {
        switch (value.Unwrap())
        {
            case FunctionExpressionSyntax function:
                functions[path] = function.Body;
                break;
            case TableConstructorSyntax table:
                tables[path] = table;
                break;
            case { } other when PathOf(other) is { } source && functions.TryGetValue(source, out var body):
                functions[path] = body;
                break;
            default:
                functions[path] = null;
                break;
        }
    }

    private static string NameOf(FunctionStatementSyntax function)
    {
        var parts = new List<string>();
        foreach (var name in function.Names)
        {
            parts.Add(name.Text);
        }

        if (function.Method is { } method)
        {
            parts.Add(method.Text);
        }

        return string.Join(".", parts);
    }

    private static string? PathOf(ExpressionSyntax expression) => expression.Unwrap() switch
    {
        NameExpressionSyntax name => name.Name,
        FieldExpressionSyntax field when PathOf(field.Object) is { } path => path + "." + field.Name.Text,
        _ => null,
    };
}
