using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Lowering;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <content>Globals that nothing defines.</content>
internal sealed partial class TypeChecker
{
    private void CheckGlobals()
    {
        if (_bound.HasDynamicGlobals)
        {
            return;
        }

        var tested = TestedNames();
        var local = new HashSet<string>(_bound.Chunk.Block.Statements.OfType<LocalFunctionStatementSyntax>().Select(static f => f.Name.Text), StringComparer.Ordinal);
        foreach (var name in _bound.GlobalReads)
        {
            // A local function below and what Wippy has not have findings of their own; so have modules that are not listed.
            if (name.Name == "_ENV" || local.Contains(name.Name) || tested.Contains(name.Name) || IsDefined(name.Name) || ModuleCatalogue.Removed.Contains(name.Name))
            {
                continue;
            }

            var near = name.Name.Length < 3 ? null : SpellingSuggestion.Nearest(name.Name, VisibleNames(name).Where(n => n != name.Name));
            Report(DiagnosticDescriptors.UndefinedName, name, name.Name, near is null
                ? $"declare it with 'local {name.Name} = ...' above" : $"did you mean '{near}'?");
        }
    }

    private bool IsDefined(string name) =>
        name == "typeof" || _bound.MayBeAssigned(name) || ModuleCatalogue.IsAlwaysAvailable(name) || ModuleCatalogue.Find(name) is not null
        || TypeLowering.BuiltInValueOf(name) is not null || IsImport(name);

    private bool IsImport(string name) =>
        _bound.Input.Imports.Any(i => string.Equals(i.Alias, name, StringComparison.Ordinal) || i.Library.AssignedGlobals.Contains(name))
        || _bound.Input.Modules.Any(m => string.Equals(m.Name, name, StringComparison.Ordinal));

    private IEnumerable<string> VisibleNames(NameExpressionSyntax name)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var scope in _bound.Scopes)
        {
            if (scope.Key.Span.Start <= name.Span.Start && name.Span.End <= scope.Key.Span.End)
            {
                names.UnionWith(scope.Value.Locals.Where(l => l.Declaration.Span.Start < name.Span.Start).Select(static l => l.Name));
            }
        }

        names.UnionWith(_bound.AssignedGlobals);
        names.UnionWith(ModuleCatalogue.Globals.Select(static g => g.Name));
        names.UnionWith(ModuleCatalogue.Modules.Where(static m => m.IsAlwaysAvailable).Select(static m => m.Name));
        names.UnionWith(_bound.Input.Modules.Select(static m => m.Name));
        names.UnionWith(_bound.Input.Imports.Select(static i => i.Alias));
        return names;
    }

    // Asking whether a global is there is how optional ones are used.
    private HashSet<string> TestedNames()
    {
        var tested = new HashSet<string>(StringComparer.Ordinal);
        void Test(ExpressionSyntax? expression)
        {
            if (expression is not null && Unwrap(expression) is NameExpressionSyntax name)
            {
                tested.Add(name.Name);
            }
        }

        SyntaxWalk.Visit(_bound.Chunk.Block, e =>
        {
            switch (e)
            {
                case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                    Test(binary.Left);
                    break;
                case BinaryExpressionSyntax { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } binary:
                    Test(binary.Right is NilExpressionSyntax ? binary.Left : binary.Left is NilExpressionSyntax ? binary.Right : null);
                    break;
                case UnaryExpressionSyntax { Operator: UnaryOperator.Not } unary:
                    Test(unary.Operand);
                    break;
                case CallExpressionSyntax { Callee: NameExpressionSyntax { Name: "type" }, Arguments: { Count: 1 } arguments }:
                    Test(arguments[0]);
                    break;
                default:
                    break;
            }
        });
        foreach (var function in _bound.Functions)
        {
            TestConditions(function.Block);
        }

        return tested;

        void TestConditions(BlockSyntax block)
        {
            foreach (var statement in block.Statements)
            {
                if (statement is IfStatementSyntax or WhileStatementSyntax or RepeatStatementSyntax)
                {
                    foreach (var (condition, _) in SyntaxWalk.ExpressionsOf(statement))
                    {
                        Test(condition);
                    }
                }

                if (statement is not (FunctionStatementSyntax or LocalFunctionStatementSyntax))
                {
                    foreach (var inner in SyntaxWalk.BlocksOf(statement))
                    {
                        TestConditions(inner);
                    }
                }
            }
        }
    }
}
