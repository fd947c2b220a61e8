using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <content>Statements, in the order in which control goes through them.</content>
internal sealed partial class TypeChecker
{
    private void CheckBlock(BlockSyntax block)
    {
        var outer = _scope;
        _scope = _bound.Scopes[block];
        CheckDeclarations(block);
        foreach (var statement in block.Statements)
        {
            if (_state.HasEnded && statement is not (LabelStatementSyntax or TypeDeclarationSyntax or InterfaceDeclarationSyntax))
            {
                // "error(...) return" tells readers where the function ends.
                if (statement is not ReturnStatementSyntax)
                {
                    ReportAt(DiagnosticDescriptors.UnreachableCode, FirstLine(statement));
                }

                _state.Acknowledge();
            }

            CheckStatement(statement);
        }

        _scope = outer;
    }

    private TextSpan FirstLine(SyntaxNode node)
    {
        var end = node.Span.Start;
        while (end < node.Span.End && _source[end] is not ((byte)'\n' or (byte)'\r'))
        {
            end++;
        }

        return TextSpan.FromBounds(node.Span.Start, end);
    }

    private void CheckDeclarations(BlockSyntax block)
    {
        var names = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (var statement in block.Statements)
        {
            var name = statement switch
            {
                TypeDeclarationSyntax type => type.Name,
                InterfaceDeclarationSyntax type => type.Name,
                _ => null,
            };
            if (name is null)
            {
                continue;
            }

            if (!names.Add(name.Text))
            {
                Report(DiagnosticDescriptors.DuplicateDeclaration, name, "type", name.Text);
            }

            if (_scope.FindOwnType(name.Text) is { } symbol && ReferenceEquals(symbol.Declaration, statement) && TypeResolver.IsCircular(_resolver.Define(symbol)))
            {
                Report(DiagnosticDescriptors.CircularType, name, name.Text);
            }
        }
    }

    private void CheckStatement(StatementSyntax statement)
    {
        switch (statement)
        {
            case LocalStatementSyntax local:
                CheckLocal(local);
                break;
            case LocalFunctionStatementSyntax local:
                _declared[_bound.Locals[local.Name]] = TypeOf(local.Body);
                CheckFunction(local.Body, local.Name.Text);
                break;
            case FunctionStatementSyntax function:
                CheckFunctionStatement(function);
                break;
            case AssignmentStatementSyntax assignment:
                CheckAssignment(assignment);
                break;
            case CallStatementSyntax call:
                if (CheckMultiple(call.Call) is { Types: { Count: > 0 } types } && types[0].IsNever)
                {
                    _state.End();
                }

                break;
            case DoStatementSyntax @do:
                CheckBlock(@do.Block);
                break;
            case WhileStatementSyntax @while:
                CheckWhile(@while);
                break;
            case RepeatStatementSyntax repeat:
                CheckRepeat(repeat);
                break;
            case IfStatementSyntax @if:
                CheckIf(@if);
                break;
            case NumericForStatementSyntax loop:
                CheckNumericFor(loop);
                break;
            case GenericForStatementSyntax loop:
                CheckGenericFor(loop);
                break;
            case ReturnStatementSyntax @return:
                CheckReturn(@return);
                _state.End();
                break;
            case BreakStatementSyntax:
                if (_function.Breaks.Count > 0)
                {
                    _function.Breaks.Peek().Add(_state.Clone());
                }

                _state.End();
                break;
            case GotoStatementSyntax:
                _state.End();
                break;
            case LabelStatementSyntax:
                _state = new FlowState(); // control may come from anywhere in the function
                break;
            case TypeDeclarationSyntax or InterfaceDeclarationSyntax:
                break;
            default:
                Report(DiagnosticDescriptors.NoRule, statement, statement.GetType().Name);
                break;
        }
    }

    private void CheckLocal(LocalStatementSyntax local)
    {
        var annotations = local.Variables.Select(v => v.Type is null ? null : Resolve(v.Type)).ToArray();
        var values = CheckValues(local.Values, i => i < annotations.Length ? annotations[i] : null, i => $"'{local.Variables[i].Name.Text}'");
        for (var i = 0; i < local.Variables.Count; i++)
        {
            var symbol = _bound.Locals[local.Variables[i]];
            var type = values[i];
            if (annotations[i] is { } annotation)
            {
                _declared[symbol] = annotation;
                if (local.Values.Count > 0)
                {
                    if (values.IsBeyond(i) && values.Rest is null && !TypeAlgebra.AcceptsNil(annotation))
                    {
                        Report(
                            DiagnosticDescriptors.TypeMismatch, local.Variables[i].Name, $"'{symbol.Name}'", annotation, "nil", $"add a value for it, or declare it as '{annotation}?'");
                    }

                    SetAssigned(new Reference(symbol, string.Empty), annotation, type);
                }
                else if (!TypeAlgebra.AcceptsNil(annotation) && !symbol.IsCaptured)
                {
                    _state.Set(new Reference(symbol, string.Empty), StaticType.Unassigned);
                }
            }
            else
            {
                _declared[symbol] = InferLocal(symbol, type, local.Values.Count == 0 && symbol.Writes > 0);
            }
        }

        NoteErrors(local.Values, local.Variables.Select(v => (LocalSymbol?)_bound.Locals[v]).ToArray(), values);
    }

    private StaticType InferLocal(LocalSymbol symbol, StaticType value, bool isLater)
    {
        if (symbol is { IsDefinedLater: false, KnownFunction.Body: { } body })
        {
            return TypeOf(body);
        }

        if (_tables.TryGetValue(symbol, out var table))
        {
            return value is ObjectType ? value : new OpenTable(table);
        }

        if (symbol.Writes == 0)
        {
            return value is OpenTable ? new OpenTable(null) : value;
        }

        return isLater ? StaticType.Any : symbol.Types switch
        {
            LuaTypes.Integer => StaticType.Integer,
            LuaTypes.Float or LuaTypes.Number => StaticType.Number,
            LuaTypes.String => StaticType.Text,
            LuaTypes.Boolean => StaticType.Boolean,
            _ => StaticType.Any,
        };
    }

    // "local value, err = f()": the value is there exactly when the error is not.
    private void NoteErrors(EquatableArray<ExpressionSyntax> values, LocalSymbol?[] targets, TypeList types)
    {
        if (values.Count != 1 || targets.Length < 2 || Unwrap(values[0]) is not (CallExpressionSyntax or MethodCallExpressionSyntax))
        {
            return;
        }

        for (var i = targets.Length - 1; i > 0; i--)
        {
            if (targets[i] is { } error && TypeAlgebra.IsOptional(types[i]) && TypeAlgebra.WithoutNil(types[i]).Equals(StaticType.Error))
            {
                var hanging = targets.Take(i).Select((t, k) => (Symbol: t, Type: types[k])).Where(static p => p.Symbol is not null && TypeAlgebra.IsOptional(p.Type));
                _state.SetErrorOf(error, hanging.Select(static p => p.Symbol!).ToArray());
                return;
            }
        }
    }

    private void CheckFunctionStatement(FunctionStatementSyntax function)
    {
        var name = string.Join(".", function.Names.Select(static n => n.Text)) + (function.Method is { } method ? ":" + method.Text : string.Empty);
        if (function.Names.Count == 1 && function.Method is null && _bound.Locals.TryGetValue(function.Names[0], out var local))
        {
            _state.Forget(local);
        }

        CheckFunction(function.Body, name);
    }

    private void CheckAssignment(AssignmentStatementSyntax assignment)
    {
        var targets = assignment.Targets.Select(CheckTarget).ToArray();
        var values = CheckValues(
            assignment.Values, i => i < targets.Length ? targets[i] : null, i => Describe(assignment.Targets[i]));
        for (var i = 0; i < assignment.Targets.Count; i++)
        {
            var target = assignment.Targets[i];
            if (values.IsBeyond(i) && values.Rest is null && targets[i] is { } expected && !TypeAlgebra.AcceptsNil(expected))
            {
                Report(DiagnosticDescriptors.TypeMismatch, target, Describe(target), expected, "nil", "add a value for it");
            }

            if (LocalOf(target) is { } local)
            {
                var isFirst = _state.Find(new Reference(local, string.Empty)) is { } known && TypeAlgebra.MembersOf(known).Contains(StaticType.Unassigned);
                _state.Forget(local);
                if (isFirst && targets[i] is { } type)
                {
                    _state.Set(new Reference(local, string.Empty), type);
                }
            }
            else if (ReferenceOf(target) is { Path: var path })
            {
                _state.ForgetField(path.Substring(path.LastIndexOf('.') + 1));
            }

            if (targets[i] is { IsAny: false } declared && ReferenceOf(target) is { } reference)
            {
                SetAssigned(reference, declared, values[i]);
            }
        }

        NoteErrors(assignment.Values, assignment.Targets.Select(LocalOf).ToArray(), values);
    }

    // What a variable is known to hold after an assignment: the members of its type that the value can be.
    private void SetAssigned(Reference reference, StaticType declared, StaticType value)
    {
        if (declared.IsAny || value.IsAny || value is OpenTable || TypeAlgebra.Expand(declared) is not UnionType)
        {
            return;
        }

        var narrowed = TypeAlgebra.Filter(declared, m => TypeAlgebra.MembersOf(value).Any(v => Assignability.Holds(v, m)));
        if (!narrowed.IsNever)
        {
            _state.Set(reference, narrowed);
        }
    }

    // The type that a target takes; null when it takes anything.
    private StaticType? CheckTarget(ExpressionSyntax target)
    {
        switch (target)
        {
            case NameExpressionSyntax name when _bound.Locals.TryGetValue(name, out var local):
                return DeclaredTypeOf(local);
            case FieldExpressionSyntax field:
                var owner = CheckObject(field.Object);
                CheckWritable(owner, field.Object, field);
                return WrittenMember(owner, field.Name.Text, field.Object, field.Name);
            case IndexExpressionSyntax { Key: StringLiteralSyntax key } index:
                var holder = CheckObject(index.Object);
                CheckWritable(holder, index.Object, index);
                return TypeAlgebra.Expand(holder) is ArrayType ? CheckIndex(holder, index) : WrittenMember(holder, LuaText.Decode(key.Value), index.Object, key);
            case IndexExpressionSyntax index:
                var table = CheckObject(index.Object);
                CheckWritable(table, index.Object, index);
                var type = CheckIndex(table, index);

                // Assigning nil removes what is at the key.
                return TypeAlgebra.Expand(table) is MapType or ArrayType ? TypeAlgebra.OrNil(type) : null;
            default:
                return null;
        }
    }

    private void CheckWritable(StaticType owner, ExpressionSyntax expression, SyntaxNode target)
    {
        var problem = TypeAlgebra.Expand(owner) switch
        {
            ArrayType { IsReadonly: true } or MapType { IsReadonly: true } or RecordType { IsReadonly: true } => "copy it, or declare the type without 'readonly'",
            HostModule => "modules cannot be changed; use a table of your own",
            _ => null,
        };
        if (problem is not null)
        {
            Report(DiagnosticDescriptors.ReadonlyWrite, target, Describe(expression), problem);
        }
    }

    private void CheckReturn(ReturnStatementSyntax statement)
    {
        var results = _function.Results;
        if (results is null)
        {
            CheckValues(statement.Values, static _ => null, static _ => string.Empty);
            return;
        }

        // The idiom ": T, error": a bare error comes last, and is there instead of the values.
        var hasBareError = results.Types.Count > 1 && results.Types[results.Types.Count - 1].Equals(StaticType.Error);
        var last = results.Types.Count - 1;
        StaticType? Expected(int i) => i > last ? null : hasBareError && (i == last || statement.Values.Count > last) ? TypeAlgebra.OrNil(results.Types[i]) : results.Types[i];
        var values = CheckValues(statement.Values, Expected, i => results.Types.Count == 1 ? $"the result of '{_function.Name}'" : $"result {i + 1} of '{_function.Name}'");
        if (statement.Values.Count > results.Types.Count && _function.Type?.Results is not null && !results.Types.Any(static t => t.IsAny))
        {
            Report(
                DiagnosticDescriptors.WrongCount, statement.Values[results.Types.Count], $"'return' of '{_function.Name}'", TypeResolver.Count(results.Types.Count, "value"),
                statement.Values.Count, "remove the others, or declare their types");
        }

        for (var i = 0; i < results.Types.Count; i++)
        {
            if (values.IsBeyond(i) && values.Rest is null && Expected(i) is { } expected && !TypeAlgebra.AcceptsNil(expected) && !(hasBareError && i == last))
            {
                ReportAt(
                    DiagnosticDescriptors.TypeMismatch, FirstLine(statement), results.Types.Count == 1 ? $"the result of '{_function.Name}'" : $"result {i + 1} of '{_function.Name}'",
                    results.Types[i], "nil", $"return a value, or declare it as '{results.Types[i]}?'");
                return;
            }
        }
    }
}
