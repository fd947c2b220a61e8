using System;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Catalogue;
using Wippy.Compiler.Diagnostics;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types.Checking;

/// <content>Calls.</content>
internal sealed partial class TypeChecker
{
    // Functions of the host that change tables or run code they are given.
    private static readonly string[] Changing = ["pcall", "xpcall", "rawset", "table.sort", "string.gsub", "require"];

    // All values of an expression that may give several.
    private TypeList CheckMultiple(ExpressionSyntax expression, StaticType? expected = null)
    {
        switch (expression)
        {
            case CallExpressionSyntax call:
                return CheckCall(call, expected);
            case MethodCallExpressionSyntax call:
                return CheckMethodCall(call);
            case VarargExpressionSyntax:
                return new TypeList([], _function.Type?.Vararg ?? StaticType.Any);
            default:
                return new TypeList([Check(expression, expected)], null);
        }
    }

    private TypeList CheckCall(CallExpressionSyntax call, StaticType? expected)
    {
        var path = _bound.GetHostPath(call.Callee);
        switch (path)
        {
            case null when IsTypeof(call):
                var type = TypeAlgebra.Widen(Check(call.Arguments[0]));
                _bound.StaticTypes[call.Callee] = type;
                return new TypeList([new TypeValue(type)], null);
            case "setmetatable":
                return new TypeList([CheckMetatable(call)], null);
            case "assert" when call.Arguments.Count > 0:
                return CheckAssert(call);
            case "require" when call.Arguments is { Count: 1 } && call.Arguments[0] is StringLiteralSyntax text:
                return new TypeList([Required(Binding.LuaText.Decode(text.Value), call)], null);
            case "string" or "table" when call.Callee is NameExpressionSyntax:
                var values = CheckValues(call.Arguments, static _ => null, static _ => string.Empty);
                return new TypeList([CheckCast(call, values, path is "string" ? StaticType.Text : StaticType.Table)], null);
            default:
                break;
        }

        var callee = Check(call.Callee);
        if (callee is TypeValue value)
        {
            return CheckTypeCall(value, call);
        }

        var result = path is not null && TypeAlgebra.Expand(callee) is FunctionType { Generics.IsEmpty: true } function
            ? CheckLibraryCall(path, function, call)
            : Call(callee, call.Callee, call.Arguments, call, Describe(call.Callee), null, expected);
        if (path is null || Changing.Contains(path, StringComparer.Ordinal) || ModuleCatalogue.FindFunction(path) is not { Effect: FunctionEffect.None })
        {
            _state.ForgetShared();
        }

        return result;
    }

    private TypeList CheckLibraryCall(string path, FunctionType function, CallExpressionSyntax call)
    {
        var map = new Dictionary<ParameterReference, StaticType>();
        var values = CheckArguments(function, call.Arguments, call, Describe(call.Callee), null, null, map);
        return LibraryResult(path, call, values) is { } type ? new TypeList([type], null) : ResultsOf(function, map);
    }

    // "typeof(e)" as an expression; a variable of that name is an ordinary one.
    private bool IsTypeof(CallExpressionSyntax call) =>
        call is { Callee: NameExpressionSyntax { Name: "typeof" } name, Arguments.Count: 1 } && !_bound.Locals.ContainsKey(name) && !_bound.MayBeAssigned("typeof");

    private StaticType CheckMetatable(CallExpressionSyntax call)
    {
        var values = CheckValues(call.Arguments, static i => i == 0 ? StaticType.Table : null, static _ => "argument 1 of 'setmetatable'");
        return ObjectOf(call, null, 0) ?? (values[0] is ObjectType or OpenTable ? values[0] : StaticType.Any);
    }

    private TypeList CheckAssert(CallExpressionSyntax call)
    {
        var values = CheckValues(call.Arguments, static _ => null, static _ => string.Empty);
        var first = TypeAlgebra.Truthy(values[0]);

        // "assert(false)" marks what is never reached.
        if (first.IsNever && !values[0].IsNever && call.Arguments[0] is not (NilExpressionSyntax or FalseExpressionSyntax))
        {
            ReportPrecondition(call, "a true value", call.Arguments[0], values[0]);
        }

        Narrow(call.Arguments[0], true, _state);
        return call.Arguments.Count == 1 && values.Types.Count > 1
            ? new TypeList([first, .. values.Types.Skip(1)], values.Rest)
            : new TypeList([first], StaticType.Any);
    }

    private StaticType Required(string name, CallExpressionSyntax call) =>
        FindLibrary(name) is { } library ? new LibraryTable(library)
        : _bound.GetHostPath(call) is { } path ? HostTypeOf(path)
        : StaticType.Any;

    // T(v): the value, or an error; a generic type may be given types.
    private TypeList CheckTypeCall(TypeValue type, CallExpressionSyntax call)
    {
        var values = CheckValues(call.Arguments, static _ => null, static _ => string.Empty);
        var isGeneric = type.Type is NamedType { Arguments.IsEmpty: true, Definition.Parameters.Count: > 0 };
        if (isGeneric && values.Types.Count > 0 && values.Types.All(static t => t is TypeValue or HostModule or { IsAny: true }))
        {
            var named = (NamedType)type.Type;
            return new TypeList([new TypeValue(named with { Arguments = values.Types.Select(static t => t is TypeValue value ? value.Type : StaticType.Any).ToEquatableArray() })], null);
        }

        if (values.Rest is null && values.Types.Count != 1)
        {
            ReportAt(
                DiagnosticDescriptors.WrongCount, call.ArgumentsSpan, $"type {Describe(call.Callee)}", "1 value", values.Types.Count, $"write '{TextOf(call.Callee)}(value)'");
        }

        return new TypeList([CheckCast(call, values, type.Type)], null);
    }

    // T(v) with a value that surely is none of T.
    private StaticType CheckCast(CallExpressionSyntax call, TypeList values, StaticType type)
    {
        if (call.Arguments.Count == 1 && TypeAlgebra.AreApart(values[0], type))
        {
            ReportPrecondition(call, type.ToString(), call.Arguments[0], values[0]);
        }

        return type;
    }

    private void ReportPrecondition(ExpressionSyntax call, string demanded, ExpressionSyntax argument, StaticType type) => Report(
        DiagnosticDescriptors.PreconditionFails, argument, Describe(CalleeOf(call)), demanded, Describe(argument), TypeAlgebra.Widen(type));

    private static ExpressionSyntax CalleeOf(ExpressionSyntax call) => call is CallExpressionSyntax { Callee: var callee } ? callee : call;

    private TypeList CheckMethodCall(MethodCallExpressionSyntax call)
    {
        var owner = CheckObject(call.Object);
        if (owner is TypeValue type && call.Name.Text == "is")
        {
            CheckValues(call.Arguments, static _ => null, static _ => string.Empty);
            return new TypeList([TypeAlgebra.OrNil(type.Type), TypeAlgebra.OrNil(StaticType.Error)], null);
        }

        var callee = MemberOf(owner, call.Name.Text, call.Object, call.Name, true);
        var form = TypeAlgebra.Expand(owner);
        var hasSelf = form is RecordType or IntersectionType or UnionType
            ? TypeAlgebra.Expand(callee) is FunctionType { HasHiddenSelf: false, Parameters: { Count: > 0 } parameters } && parameters[0].Name is "self" or ""
            : form is not HostType;
        var result = Call(callee, call.Object, call.Arguments, call, $"'{call.Name.Text}'", hasSelf ? owner : null, null);
        if (!TypeAlgebra.IsText(form) && form is not HostType { Name: "error" or "time.Time" or "time.Duration" })
        {
            _state.ForgetShared();
        }

        return result;
    }

    // A call of a value: of any member of a union.
    private TypeList Call(
        StaticType callee, ExpressionSyntax node, EquatableArray<ExpressionSyntax> arguments, ExpressionSyntax call, string name, StaticType? self, StaticType? expected)
    {
        if (TypeAlgebra.IsOptional(callee))
        {
            Report(DiagnosticDescriptors.OptionalCall, node, name, callee, name.Trim('\''));
            callee = TypeAlgebra.WithoutNil(callee);
        }

        switch (TypeAlgebra.Expand(callee))
        {
            case FunctionType function:
                return CheckFunctionCall(function, arguments, call, name, self, expected);
            case UnionType union:
                var results = union.Members.Select(m => Call(m, node, arguments, call, name, self, expected)).ToArray();
                return results.Any(static r => r.Rest is not null) ? TypeList.Unknown
                    : new TypeList(Enumerable.Range(0, results.Max(static r => r.Types.Count)).Select(i => TypeAlgebra.Union(results.Select(r => r[i]))).ToArray(), null);
            case var form when form.IsNil || form == StaticType.Boolean || form == StaticType.Thread || TypeAlgebra.IsNumeric(form) || TypeAlgebra.IsText(form)
                || form is LiteralType or ArrayType or HostType { Name: "error" or "time.Time" or "time.Duration" }:
                CheckValues(arguments, static _ => null, static _ => string.Empty);
                Report(DiagnosticDescriptors.NotCallable, node, name, TypeAlgebra.Widen(callee), form.IsNil ? "assign a function before" : "call a function");
                return TypeList.Unknown;
            default:
                CheckValues(arguments, static _ => null, static _ => string.Empty);
                return TypeList.Unknown;
        }
    }

    private TypeList CheckFunctionCall(
        FunctionType function, EquatableArray<ExpressionSyntax> arguments, ExpressionSyntax call, string name, StaticType? self, StaticType? expected)
    {
        var map = new Dictionary<ParameterReference, StaticType>();
        CheckArguments(function, arguments, call, name, self, expected, map);
        return ResultsOf(function, map);
    }

    private TypeList CheckArguments(
        FunctionType function, EquatableArray<ExpressionSyntax> arguments, ExpressionSyntax call, string name, StaticType? self, StaticType? expected,
        Dictionary<ParameterReference, StaticType> map)
    {
        var skipped = self is null ? 0 : 1;
        StaticType? ParameterOf(int i) => i + skipped < function.Parameters.Count
            ? function.Parameters[i + skipped] is { IsOptional: true } optional ? TypeAlgebra.OrNil(optional.Type) : function.Parameters[i + skipped].Type
            : function.Vararg;
        if (function.IsUntyped)
        {
            return CheckValues(arguments, static _ => null, static _ => string.Empty);
        }

        TypeList values;
        if (function.Generics.IsEmpty)
        {
            values = CheckValues(arguments, ParameterOf, i => ArgumentOf(i, function, skipped, name));
        }
        else
        {
            values = CheckGenericArguments(function, arguments, name, self, expected, ParameterOf, map);
            CheckInferred(function, call, arguments.Count, name, skipped, map);
        }

        CheckCount(function, values, arguments, call, name, skipped);
        if (function.Assertion is { } assertion && assertion.Parameter - skipped is >= 0 and var index && index < arguments.Count)
        {
            if (assertion.Type is { } demanded ? TypeAlgebra.AreApart(values[index], demanded) : TypeAlgebra.Truthy(values[index]).IsNever)
            {
                ReportPrecondition(call, assertion.Type?.ToString() ?? "a true value", arguments[index], values[index]);
            }

            Assert(arguments[index], assertion.Type);
        }

        return values;
    }

    private static string ArgumentOf(int index, FunctionType function, int skipped, string name)
    {
        var parameter = index + skipped < function.Parameters.Count ? function.Parameters[index + skipped].Name : string.Empty;
        return parameter.Length == 0 ? $"argument {index + 1} of {name}" : $"argument {index + 1} ({parameter}) of {name}";
    }

    private TypeList CheckGenericArguments(
        FunctionType function, EquatableArray<ExpressionSyntax> arguments, string name, StaticType? self, StaticType? expected,
        Func<int, StaticType?> parameterOf, Dictionary<ParameterReference, StaticType> map)
    {
        if (self is not null && function.Parameters.Count > 0)
        {
            GenericInference.Infer(function.Parameters[0].Type, self, map);
        }

        // Functions come last, so that their parameters are known from the other arguments.
        var types = new StaticType[arguments.Count];
        StaticType? rest = null;
        foreach (var i in Enumerable.Range(0, arguments.Count).OrderBy(i => arguments[i] is FunctionExpressionSyntax))
        {
            var parameter = parameterOf(i);
            if (i == arguments.Count - 1 && arguments[i] is CallExpressionSyntax or MethodCallExpressionSyntax or VarargExpressionSyntax)
            {
                var list = CheckMultiple(arguments[i]);
                types[i] = list[0];
                rest = list.Types.Count > 1 || list.Rest is not null ? StaticType.Any : null;
            }
            else
            {
                types[i] = Unwrap(arguments[i]) is TableConstructorSyntax table ? FreshType(table)
                    : Check(arguments[i], parameter is null ? null : TypeAlgebra.Substitute(parameter, Complete(function, map)));
            }

            if (parameter is not null)
            {
                GenericInference.Infer(parameter, types[i], map);
            }
        }

        if (expected is not null && function.Results is { Types: { Count: > 0 } results })
        {
            var wanted = new Dictionary<ParameterReference, StaticType>();
            GenericInference.Infer(results[0], expected, wanted);
            foreach (var pair in wanted.Where(p => !map.ContainsKey(p.Key)))
            {
                map.Add(pair.Key, pair.Value);
            }
        }

        CheckConstraints(function, name, map, arguments);
        for (var i = 0; i < types.Length; i++)
        {
            if (parameterOf(i) is { } parameter)
            {
                CheckAssignable(arguments[i], types[i], TypeAlgebra.Substitute(parameter, Complete(function, map)), ArgumentOf(i, function, self is null ? 0 : 1, name));
            }
        }

        return new TypeList(types, rest);
    }

    private void CheckConstraints(FunctionType function, string name, Dictionary<ParameterReference, StaticType> map, EquatableArray<ExpressionSyntax> arguments)
    {
        foreach (var generic in function.Generics)
        {
            var reference = (ParameterReference)generic.Type;
            if (reference.Constraint is { } constraint && map.TryGetValue(reference, out var type)
                && TypeAlgebra.Substitute(constraint, map) is var wanted && !Assignability.Holds(type, wanted))
            {
                var argument = Enumerable.Range(0, Math.Min(arguments.Count, function.Parameters.Count)).Where(i => function.Parameters[i].Type.Equals(reference)).Select(static i => (int?)i).FirstOrDefault();
                Report(DiagnosticDescriptors.ConstraintNotMet, arguments[argument ?? 0], reference.Name, name, wanted, type);
                map[reference] = StaticType.Any;
            }
        }
    }

    // A parameter of the result that no argument could have told.
    private void CheckInferred(FunctionType function, ExpressionSyntax call, int count, string name, int skipped, Dictionary<ParameterReference, StaticType> map)
    {
        if (function.Results is not { } results || _bound.Calls[call].IsStatement)
        {
            return;
        }

        foreach (var reference in function.Generics.Select(static g => (ParameterReference)g.Type).Where(r => !map.ContainsKey(r)))
        {
            if (results.Types.Any(t => TypeAlgebra.Mentions(t, reference)) && !function.Parameters.Take(count + skipped).Any(p => TypeAlgebra.Mentions(p.Type, reference))
                && (function.Vararg is not { } vararg || count + skipped <= function.Parameters.Count || !TypeAlgebra.Mentions(vararg, reference)))
            {
                Report(DiagnosticDescriptors.CannotInfer, CalleeOf(call), reference.Name, name);
            }
        }
    }

    // What nothing tells is any.
    private static Dictionary<ParameterReference, StaticType> Complete(FunctionType function, Dictionary<ParameterReference, StaticType> map)
    {
        var result = new Dictionary<ParameterReference, StaticType>(map);
        foreach (var generic in function.Generics)
        {
            var reference = (ParameterReference)generic.Type;
            if (!result.ContainsKey(reference))
            {
                result.Add(reference, StaticType.Any);
            }
        }

        return result;
    }

    private static TypeList ResultsOf(FunctionType function, Dictionary<ParameterReference, StaticType> map) => function.Results is null
        ? TypeList.Unknown
        : new TypeList(function.Results.Types.Select(t => TypeAlgebra.Substitute(t, Complete(function, map))).ToArray(), null);

    private void CheckCount(FunctionType function, TypeList values, EquatableArray<ExpressionSyntax> arguments, ExpressionSyntax call, string name, int skipped)
    {
        var most = function.Parameters.Count - skipped;
        var least = most;
        while (least > 0 && function.Parameters[least - 1 + skipped] is var parameter && (parameter.IsOptional || TypeAlgebra.IsOptional(parameter.Type) || parameter.Type.IsNil))
        {
            least--;
        }

        var takes = function.Vararg is not null ? "at least " + TypeResolver.Count(least, "argument")
            : least == most ? TypeResolver.Count(most, "argument") : $"{least} to {TypeResolver.Count(most, "argument")}";
        if (values.Types.Count < least && values.Rest is null)
        {
            var missing = function.Parameters[values.Types.Count + skipped];
            var span = call switch
            {
                CallExpressionSyntax c => c.ArgumentsSpan,
                MethodCallExpressionSyntax c => c.ArgumentsSpan,
                _ => call.Span,
            };
            ReportAt(
                DiagnosticDescriptors.WrongCount, span, name, takes, values.Types.Count,
                missing.Name.Length == 0 ? $"add one of type {missing.Type}" : $"add '{missing.Name}' of type {missing.Type}");
        }
        else if (values.Types.Count > most && function.Vararg is null && arguments.Count > most)
        {
            Report(DiagnosticDescriptors.WrongCount, arguments[most], name, takes, values.Types.Count, "remove the others");
        }
    }
}
