using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Analysis;
using Wippy.Compiler.Binding;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Types;

/// <summary>
/// Guesses what variables, elements and fields hold from everything that the chunk puts there: annotations, literals, and values that flow through
/// assignments, calls, tables (one kind of element each) and fields (one kind of value for a name). Nothing is proven by this: code that relies on a
/// guess asks first.
/// </summary>
internal sealed partial class TypeGuesses
{
    private const int MaximumPasses = 20;

    private readonly BoundChunk _bound;
    private readonly Dictionary<LocalSymbol, Node> _locals = [];
    private readonly Dictionary<(FunctionSymbol Function, int Index), Node> _results = [];
    private readonly SortedDictionary<string, Node> _fields = new(System.StringComparer.Ordinal);
    private readonly SortedDictionary<string, Node> _globals = new(System.StringComparer.Ordinal);
    private readonly Dictionary<ExpressionSyntax, Node> _expressions = [];
    private readonly List<Node> _numbers = [];
    private readonly HashSet<LocalSymbol> _operands = [];
    private readonly HashSet<LocalSymbol> _tested = [];
    private readonly HashSet<LocalSymbol> _unsure = [];
    private bool _changed;
    private bool _ignoreUnknown;

    private TypeGuesses(BoundChunk bound) => _bound = bound;

    /// <summary>Follows the values of a chunk.</summary>
    public static TypeGuesses Of(BoundChunk bound)
    {
        var guesses = new TypeGuesses(bound);
        foreach (var block in bound.Scopes.Keys)
        {
            guesses.FindAddedFields(block);
        }

        guesses.AddAnnotations();
        guesses.Run();
        guesses.FindUnsure();
        guesses._ignoreUnknown = true; // "unknown + 1" counts as an integer only when nothing better is known
        guesses.Run();
        foreach (var node in guesses._numbers)
        {
            Root(node).Add(Root(node).Types == LuaTypes.None ? LuaTypes.Float : LuaTypes.None);
        }

        guesses.Run();
        return guesses;
    }

    /// <summary>The one type that a variable probably always has.</summary>
    public LuaTypes Of(LocalSymbol local) =>
        !_locals.TryGetValue(local, out var node) ? LuaTypes.None
        : _operands.Contains(local) && !_tested.Contains(local) ? Single(Root(node).Types) // what gave it may be nil elsewhere
        : Guess(node);

    /// <summary>The same for a variable of the chunk; none where it gets values of which nothing is known, unless its annotation tells.</summary>
    public LuaTypes OfShared(LocalSymbol local) => _unsure.Contains(local) ? LuaTypes.None : Of(local);

    /// <summary>The one type that the first result of a function probably always has.</summary>
    public LuaTypes OfResult(FunctionSymbol function) => _results.TryGetValue((function, 0), out var node) ? Guess(node) : LuaTypes.None;

    /// <summary>The one type that the first result of a call of a value probably always has.</summary>
    public LuaTypes OfCall(ExpressionSyntax call) => _expressions.TryGetValue(call, out var node) ? Guess(node) : LuaTypes.None;

    /// <summary>Whether anything is known about a variable.</summary>
    public bool IsKnown(LocalSymbol local) =>
        _locals.TryGetValue(local, out var node) && (Root(node).Types != LuaTypes.None || Root(node).MayBeNil);

    /// <summary>The one type that an element or field probably has where it is used as such.</summary>
    public LuaTypes OfRead(ExpressionSyntax read) => _expressions.TryGetValue(read, out var node) ? Single(Root(node).Types & ~LuaTypes.Nil) : LuaTypes.None;

    /// <summary>Whether an element or field is probably never nil, so that a comparison may rely on that.</summary>
    public bool IsNeverNil(ExpressionSyntax read) => _expressions.TryGetValue(read, out var node) && Root(node) is { MayBeNil: false } root && (root.Types & LuaTypes.Nil) == 0
        && (root.Types != LuaTypes.Boolean || root.MayBeFalse);

    private static LuaTypes Guess(Node node)
    {
        node = Root(node);
        return node.MayBeNil ? LuaTypes.None : Single(node.Types);
    }

    private static LuaTypes Single(LuaTypes types) =>
        types is LuaTypes.Integer or LuaTypes.Float or LuaTypes.String or LuaTypes.Table or LuaTypes.Boolean ? types : LuaTypes.None;

    private static Node Root(Node node)
    {
        while (node.Parent is { } parent)
        {
            // The way is half as long for the next who asks.
            node.Parent = parent.Parent ?? parent;
            node = node.Parent;
        }

        return node;
    }

    private static Node Get<TKey>(IDictionary<TKey, Node> nodes, TKey key)
    {
        if (!nodes.TryGetValue(key, out var node))
        {
            nodes.Add(key, node = new Node());
        }

        return Root(node);
    }

    private Node ResultOf(FunctionSymbol function, int index = 0) => Get(_results, (function, index));

    private Node ElementOf(Node table)
    {
        table = Root(table);
        return Root(table.Element ??= new Node());
    }

    private void Add(Node node, LuaTypes types) => _changed |= Root(node).Add(types);

    // Values of one place reach another: tables there have the same elements from then on. Nobody adds a nil to a list: that the value was asked whether it is one says
    // nothing of the elements.
    private void Flow(Node from, Node to, bool isAdded = false)
    {
        from = Root(from);
        to = Root(to);
        if (from == to)
        {
            return;
        }

        _changed |= to.Add(isAdded ? from.Types & ~LuaTypes.Nil : from.Types);
        if (from.MayBeNil && !isAdded)
        {
            MarkNil(to);
        }

        if (from.MayBeFalse && !to.MayBeFalse)
        {
            to.MayBeFalse = true;
            _changed = true;
        }

        AddFunctions(to, from);
        AddShapes(to, from);
        if (from.Element is not null || to.Element is not null)
        {
            Unite(ElementOf(from), ElementOf(to));
        }
    }

    private void Unite(Node a, Node b)
    {
        for (var depth = 0; depth < 64; depth++)
        {
            a = Root(a);
            b = Root(b);
            if (a == b)
            {
                return;
            }

            b.Parent = a;
            a.Add(b.Types);
            a.MayBeNil |= b.MayBeNil;
            a.MayBeFalse |= b.MayBeFalse;
            AddFunctions(a, b);
            AddShapes(a, b);
            _changed = true;
            var element = b.Element;
            if (element is null || a.Element is null)
            {
                a.Element ??= element;
                return;
            }

            a = a.Element;
            b = element;
        }
    }

    private void AddAnnotations()
    {
        foreach (var scope in _bound.Scopes.Values)
        {
            foreach (var local in scope.Locals)
            {
                var type = local.Declaration switch
                {
                    ParameterSyntax { IsOptional: false } parameter => parameter.Type,
                    VariableSyntax variable => variable.Type,
                    _ => null,
                };
                if (type is not null)
                {
                    Annotate(Get(_locals, local), type, scope, 0);
                }
            }
        }

        foreach (var function in _bound.Functions)
        {
            if (function.Body?.ReturnTypes is { Types: { Count: > 0 } types })
            {
                for (var i = 0; i < types.Count; i++)
                {
                    Annotate(ResultOf(function, i), types[i], _bound.Scopes[function.Block], 0);
                }
            }
        }
    }

    private void Annotate(Node node, TypeSyntax type, Scope scope, int depth)
    {
        if (depth > 8)
        {
            return;
        }

        switch (type)
        {
            case NamedTypeSyntax { Names: { Count: 1 } names }:
                AnnotateNamed(node, names[0].Text, scope, depth);
                break;
            case ArrayTypeSyntax array:
                Root(node).Add(LuaTypes.Table);
                Annotate(ElementOf(node), array.Element, scope, depth + 1);
                break;
            case MapTypeSyntax map:
                Root(node).Add(LuaTypes.Table);
                Annotate(ElementOf(node), map.Value, scope, depth + 1);
                break;
            case RecordTypeSyntax record:
                Root(node).Add(LuaTypes.Table);
                foreach (var field in record.Fields)
                {
                    var value = Get(_fields, field.Name.Text);
                    value.MayBeNil |= field.IsOptional;
                    Annotate(value, field.Type, scope, depth + 1);
                }

                break;
            case OptionalTypeSyntax optional:
                Root(node).MayBeNil = true;
                Annotate(node, optional.Inner, scope, depth + 1);
                break;
            case AnnotatedTypeSyntax annotated:
                Annotate(node, annotated.Inner, scope, depth + 1);
                break;
            case ReadonlyTypeSyntax @readonly:
                Annotate(node, @readonly.Inner, scope, depth + 1);
                break;
            default:
                break;
        }
    }

    private void AnnotateNamed(Node node, string name, Scope scope, int depth)
    {
        switch (name)
        {
            case "integer":
                Root(node).Add(LuaTypes.Integer);
                break;
            case "number":
                _numbers.Add(node);
                break;
            case "string":
                Root(node).Add(LuaTypes.String);
                break;
            case "boolean":
                Root(node).Add(LuaTypes.Boolean);
                break;
            case "table":
                Root(node).Add(LuaTypes.Table);
                break;
            default:
                if (scope.FindType(name)?.Declaration is TypeDeclarationSyntax declaration && !Root(node).IsAnnotated)
                {
                    Root(node).IsAnnotated = true;
                    Annotate(node, declaration.Type, scope, depth + 1);
                }

                break;
        }
    }

    private void Run()
    {
        _changed = true;
        for (var pass = 0; pass < MaximumPasses && _changed; pass++)
        {
            _changed = false;
            _pass++;
            foreach (var function in _bound.Functions)
            {
                foreach (var statement in SyntaxWalk.StatementsOf(function.Block))
                {
                    Visit(statement, function);
                }
            }

            ConnectCrowds();
        }
    }

    // Variables of the chunk that get values of which nothing is known.
    private void FindUnsure()
    {
        foreach (var function in _bound.Functions)
        {
            foreach (var assignment in SyntaxWalk.StatementsOf(function.Block).OfType<AssignmentStatementSyntax>())
            {
                for (var i = 0; i < assignment.Targets.Count; i++)
                {
                    if (_bound.Locals.TryGetValue(assignment.Targets[i], out var local) && local is { IsField: true, Declaration: not VariableSyntax { Type: not null } })
                    {
                        var value = new Node();
                        Assign(assignment.Values, i, value);
                        if (value is { Types: LuaTypes.None, MayBeNil: false })
                        {
                            _unsure.Add(local);
                        }
                    }
                }
            }
        }
    }

    private void Visit(StatementSyntax statement, FunctionSymbol function)
    {
        switch (statement)
        {
            case LocalStatementSyntax local:
                for (var i = 0; i < local.Variables.Count; i++)
                {
                    Assign(local.Values, i, Local(_bound.Locals[local.Variables[i]]));
                }

                break;
            case FunctionStatementSyntax named:
                {
                    var name = (named.Method ?? named.Names[named.Names.Count - 1]).Text;
                    var holder = named.Names.Count > 1 || named.Method is not null ? Get(_fields, name)
                        : _bound.Locals.TryGetValue(named.Names[0], out var local) ? Local(local)
                        : Get(_globals, name);
                    AddFunction(holder, _bound.FunctionOf[named.Body]);
                    break;
                }

            case AssignmentStatementSyntax assignment:
                foreach (var target in assignment.Targets)
                {
                    Evaluate(target);
                }

                for (var i = 0; i < assignment.Targets.Count; i++)
                {
                    var target = Evaluate(assignment.Targets[i]);
                    if (i < assignment.Values.Count && assignment.Values[i] is NilExpressionSyntax && assignment.Targets[i] is IndexExpressionSyntax or FieldExpressionSyntax)
                    {
                        MarkNil(target); // what is taken out of a table: what is read before is another value
                    }
                    else if (assignment is { Targets.Count: 1, Values.Count: 1 } && ListUses.IsAppended(assignment.Targets[0]))
                    {
                        Flow(Evaluate(assignment.Values[0]), target, true);
                    }
                    else
                    {
                        Assign(assignment.Values, i, target);
                    }
                }

                break;
            case NumericForStatementSyntax numeric:
                {
                    var initial = Root(Evaluate(numeric.Initial)).Types;
                    var step = numeric.Step is { } given ? Root(Evaluate(given)).Types : LuaTypes.Integer;
                    Evaluate(numeric.Limit);
                    Add(Local(_bound.Locals[numeric.Variable]), Arithmetic(initial, step));
                    break;
                }

            case GenericForStatementSyntax generic:
                VisitGenericFor(generic);
                break;
            case ReturnStatementSyntax @return:
                for (var i = 0; i < @return.Values.Count; i++)
                {
                    Flow(Evaluate(@return.Values[i]), _instance?.Result ?? ResultOf(function, i));
                }

                break;
            case IfStatementSyntax @if:
                foreach (var clause in @if.Clauses)
                {
                    Test(clause.Condition);
                }

                break;
            case WhileStatementSyntax @while:
                Test(@while.Condition);
                break;
            case RepeatStatementSyntax repeat:
                Test(repeat.Condition);
                break;
            case CallStatementSyntax call:
                Evaluate(call.Call);
                break;
            default:
                break;
        }
    }

    private void VisitGenericFor(GenericForStatementSyntax statement)
    {
        foreach (var value in statement.Values)
        {
            Evaluate(value);
        }

        if (statement.Values.Count != 1 || statement.Values[0] is not CallExpressionSyntax { Arguments.Count: > 0 } call)
        {
            return;
        }

        var path = _bound.GetHostPath(call.Callee);
        if (path == "ipairs")
        {
            Add(Local(_bound.Locals[statement.Variables[0]]), LuaTypes.Integer);
        }

        if (path is "ipairs" or "pairs" && statement.Variables.Count > 1)
        {
            Flow(ElementOf(Evaluate(call.Arguments[0])), Local(_bound.Locals[statement.Variables[1]]));
        }
    }

    private void Assign(EquatableArray<ExpressionSyntax> values, int i, Node target)
    {
        if (i < values.Count)
        {
            var value = Evaluate(values[i]);
            Flow(value, target);
            if (values[i] is FieldExpressionSyntax or IndexExpressionSyntax && Root(target).MayBeNil)
            {
                Root(value).MayBeNil = true;
            }
        }
        else if (values.Count == 0 || values[values.Count - 1] is not (CallExpressionSyntax or MethodCallExpressionSyntax or VarargExpressionSyntax))
        {
            Add(target, LuaTypes.Nil);
        }
        else
        {
            AddOtherResult(values[values.Count - 1], i - values.Count + 1, target);
        }
    }

    private void Test(ExpressionSyntax condition)
    {
        switch (condition)
        {
            case BinaryExpressionSyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary:
                Test(binary.Left);
                Test(binary.Right);
                break;
            case ParenthesizedExpressionSyntax inner:
                Test(inner.Expression);
                break;
            default:
                Mark(condition, Evaluate(condition));
                break;
        }
    }

    // What is compared with nil or asked for truth is sometimes nil.
    private void Mark(ExpressionSyntax condition, Node node)
    {
        node = Root(node);
        AddTo(_tested, condition);
        if (condition is NameExpressionSyntax or FieldExpressionSyntax or IndexExpressionSyntax
            && (node.Types & ~LuaTypes.Boolean) != 0)
        {
            MarkNil(node);
        }
    }

    private void MarkNil(Node node)
    {
        node = Root(node);
        _changed |= !node.MayBeNil;
        node.MayBeNil = true;
    }

    private Node Evaluate(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case NameExpressionSyntax name:
                return _bound.Locals.TryGetValue(name, out var local) ? Variable(local) : Get(_globals, name.Name);
            case ParenthesizedExpressionSyntax inner:
                return Evaluate(inner.Expression);
            case CastExpressionSyntax cast:
                return Evaluate(cast.Operand);
            case NonNilExpressionSyntax nonNil:
                return Evaluate(nonNil.Operand);
            default:
                break;
        }

        var node = expression switch
        {
            FieldExpressionSyntax field when TypeInference.TypeOf(_bound, field) != LuaTypes.Any => Get(Expressions, expression), // math.huge
            FieldExpressionSyntax field => Field(field.Object, field.Name.Text),
            IndexExpressionSyntax { Key: StringLiteralSyntax text } index => Field(index.Object, LuaText.Decode(text.Value)),
            IndexExpressionSyntax index => Element(index),
            _ => Get(Expressions, expression),
        };
        Expressions[expression] = node;
        switch (expression)
        {
            case TableConstructorSyntax table:
                EvaluateTable(table, node);
                break;
            case FunctionExpressionSyntax function:
                AddFunction(node, _bound.FunctionOf[function.Body]);
                break;
            case CallExpressionSyntax call:
                EvaluateCall(call, node);
                break;
            case MethodCallExpressionSyntax call:
                EvaluateMethodCall(call, node);
                break;
            case FalseExpressionSyntax:
                Add(node, LuaTypes.Boolean);
                node.MayBeFalse = true;
                break;
            case UnaryExpressionSyntax unary:
                Add(node, OfUnary(unary));
                node.MayBeFalse |= unary.Operator == UnaryOperator.Not;
                break;
            case BinaryExpressionSyntax binary:
                EvaluateBinary(binary, node);
                break;
            case FieldExpressionSyntax when TypeInference.TypeOf(_bound, expression) is var type && type != LuaTypes.Any:
                Add(node, type);
                break;
            case FieldExpressionSyntax or IndexExpressionSyntax or VarargExpressionSyntax:
                break;
            default:
                Add(node, TypeInference.TypeOf(_bound, expression)); // literals
                break;
        }

        return Root(node);
    }

    private Node Variable(LocalSymbol local)
    {
        var node = Local(local);
        if (local.KnownFunction is { } function)
        {
            AddFunction(node, function);
        }

        return node;
    }

    private Node Field(ExpressionSyntax target, string name)
    {
        EvaluateOperand(target);
        return Get(_fields, name);
    }

    private Node Element(IndexExpressionSyntax index)
    {
        Evaluate(index.Key);
        return ElementOf(EvaluateOperand(index.Object));
    }

    // What raises an error for nil.
    private Node EvaluateOperand(ExpressionSyntax operand)
    {
        AddTo(_operands, operand);
        return Evaluate(operand);
    }

    private void AddTo(HashSet<LocalSymbol> locals, ExpressionSyntax expression)
    {
        if (expression is NameExpressionSyntax name && _bound.Locals.TryGetValue(name, out var local))
        {
            locals.Add(local);
        }
    }

    private void EvaluateTable(TableConstructorSyntax table, Node node)
    {
        Add(node, LuaTypes.Table);
        AddShape(node, ShapeOf(table));
        foreach (var field in table.Fields)
        {
            var value = Evaluate(field.Value);
            switch (field)
            {
                case NamedTableFieldSyntax named:
                    Flow(value, Get(_fields, named.Name.Text));
                    break;
                case KeyedTableFieldSyntax { Key: StringLiteralSyntax text }:
                    Flow(value, Get(_fields, LuaText.Decode(text.Value)));
                    break;
                case KeyedTableFieldSyntax keyed:
                    Evaluate(keyed.Key);
                    Flow(value, ElementOf(node));
                    break;
                default:
                    Flow(value, ElementOf(node));
                    break;
            }
        }
    }

    private void EvaluateCall(CallExpressionSyntax call, Node node)
    {
        if (_bound.KnowsHostResults && _bound.GetHostPath(call.Callee) is { } path)
        {
            EvaluateHostCall(path, call.Arguments, node);
            return;
        }

        var callee = Evaluate(call.Callee);
        var arguments = new List<Node>();
        foreach (var argument in call.Arguments)
        {
            arguments.Add(Evaluate(argument));
        }

        Call(callee, arguments, node, call);
    }

    private void EvaluateMethodCall(MethodCallExpressionSyntax call, Node node)
    {
        if (LibraryCalls.StringOf(_bound, call) is not null)
        {
            Evaluate(call.Object);
            EvaluateHostCall("string." + call.Name.Text, call.Arguments, node);
            return;
        }

        var arguments = new List<Node> { Evaluate(call.Object) };
        foreach (var argument in call.Arguments)
        {
            arguments.Add(Evaluate(argument));
        }

        Call(Get(_fields, call.Name.Text), arguments, node, call);
    }

    private void EvaluateHostCall(string path, EquatableArray<ExpressionSyntax> arguments, Node node)
    {
        var types = LuaTypes.None;
        var nodes = new List<Node>();
        foreach (var argument in arguments)
        {
            nodes.Add(Evaluate(argument));
            if (path is "type" or "math.type" or "tonumber")
            {
                AddTo(_tested, argument);
            }

            types |= Root(nodes[nodes.Count - 1]).Types;
        }

        switch (path)
        {
            case "setmetatable" or "assert" or "table.freeze" when nodes.Count > 0:
                Flow(nodes[0], node);
                break;
            case "table.insert" when nodes.Count > 1:
                Flow(nodes[nodes.Count - 1], ElementOf(nodes[0]), true);
                break;
            case "table.sort" when nodes.Count > 1:
                Call(nodes[1], [ElementOf(nodes[0]), ElementOf(nodes[0])], new Node());
                break;
            case "pcall" when nodes.Count > 1:
                Call(nodes[0], nodes.GetRange(1, nodes.Count - 1), new Node());
                break;
            case "xpcall" when nodes.Count > 2:
                Call(nodes[0], nodes.GetRange(2, nodes.Count - 2), new Node());
                break;
            case "table.remove" or "table.unpack" or "unpack" when nodes.Count > 0:
                Flow(ElementOf(nodes[0]), node);
                break;
            case "math.floor" or "math.ceil" or "string.len":
                Add(node, LuaTypes.Integer);
                break;
            case "math.random":
                Add(node, arguments.Count == 0 ? LuaTypes.Float : LuaTypes.Integer);
                break;
            case "math.abs" or "math.max" or "math.min" or "math.fmod":
                Add(node, types & LuaTypes.Number);
                break;
            case "string.byte" or "os.time" or "math.tointeger":
                Add(node, LuaTypes.Integer);
                break;
            case "math.sqrt" or "math.sin" or "math.cos" or "math.tan" or "math.exp" or "math.log" or "math.atan" or "math.asin" or "math.acos" or "math.pow" or "os.clock":
                Add(node, LuaTypes.Float);
                break;
            case "tostring" or "type" or "string.format" or "string.rep" or "string.sub" or "string.lower" or "string.upper" or "string.reverse"
                or "string.char" or "table.concat":
                Add(node, LuaTypes.String);
                break;
            case "table.pack":
                Add(node, LuaTypes.Table);
                break;
            default:
                break;
        }
    }

    private LuaTypes OfUnary(UnaryExpressionSyntax unary)
    {
        if (unary.Operator == UnaryOperator.Not)
        {
            Mark(unary.Operand, Evaluate(unary.Operand));
            return LuaTypes.Boolean;
        }

        var operand = Root(Evaluate(unary.Operand)).Types;
        return unary.Operator == UnaryOperator.Negate ? operand & LuaTypes.Number : LuaTypes.Integer;
    }

    private void EvaluateBinary(BinaryExpressionSyntax binary, Node node)
    {
        if (binary.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            var first = Evaluate(binary.Left);
            var second = Evaluate(binary.Right);
            Mark(binary.Left, first);
            if (binary.Operator == BinaryOperator.Or)
            {
                Add(node, Root(first).Types & ~LuaTypes.Nil);
                if (Root(first).Element is not null)
                {
                    Unite(ElementOf(node), ElementOf(first));
                }
            }

            else if ((Root(first).Types & LuaTypes.Boolean) != 0)
            {
                node.MayBeFalse = true;
            }

            Flow(second, node);
            return;
        }

        var isEquality = binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual;
        var tested = isEquality ? Evaluate(binary.Left) : EvaluateOperand(binary.Left);
        var left = Root(tested).Types;
        var other = isEquality ? Evaluate(binary.Right) : EvaluateOperand(binary.Right);
        var right = Root(other).Types;
        switch (binary.Operator)
        {
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                if (binary.Right is NilExpressionSyntax)
                {
                    Mark(binary.Left, tested);
                }

                Add(node, LuaTypes.Boolean);
                node.MayBeFalse = true;
                break;
            case BinaryOperator.Less or BinaryOperator.Greater or BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual:
                Add(node, LuaTypes.Boolean);
                node.MayBeFalse = true;
                break;
            case var _ when ((left | right) & LuaTypes.Table) != 0:
                break; // a metamethod decides
            case BinaryOperator.Concat:
                Add(node, LuaTypes.String);
                break;
            case BinaryOperator.Divide or BinaryOperator.Power:
                Add(node, LuaTypes.Float);
                break;
            case BinaryOperator.BitwiseAnd or BinaryOperator.BitwiseOr or BinaryOperator.BitwiseXor or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight:
                Add(node, LuaTypes.Integer);
                break;
            default:
                Add(node, Arithmetic(left, right));
                break;
        }

        if (((left | right) & LuaTypes.Table) != 0 && MetamethodOf(binary.Operator) is { } name && _fields.TryGetValue(name, out var functions))
        {
            var isReversed = binary.Operator is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual;
            var isComparison = isReversed || binary.Operator is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Equal or BinaryOperator.NotEqual;
            Call(functions, isReversed ? [other, tested] : [tested, other], isComparison ? new Node() : node);
        }
    }

    private static string? MetamethodOf(BinaryOperator binary) => binary switch
    {
        BinaryOperator.Add => "__add",
        BinaryOperator.Subtract => "__sub",
        BinaryOperator.Multiply => "__mul",
        BinaryOperator.Divide => "__div",
        BinaryOperator.FloorDivide => "__idiv",
        BinaryOperator.Modulo => "__mod",
        BinaryOperator.Power => "__pow",
        BinaryOperator.Concat => "__concat",
        BinaryOperator.Equal or BinaryOperator.NotEqual => "__eq",
        BinaryOperator.Less or BinaryOperator.Greater => "__lt",
        BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual => "__le",
        _ => null,
    };

    private LuaTypes Arithmetic(LuaTypes left, LuaTypes right)
    {
        left &= LuaTypes.Number;
        right &= LuaTypes.Number;
        if (left == LuaTypes.None || right == LuaTypes.None)
        {
            return left == LuaTypes.Float || right == LuaTypes.Float ? LuaTypes.Float : _ignoreUnknown ? left | right : LuaTypes.None;
        }

        return left == LuaTypes.Float || right == LuaTypes.Float ? LuaTypes.Float : left | right;
    }

    /// <summary>A place that holds values. United places refer to one of them.</summary>
    private sealed class Node
    {
        public Node? Parent { get; set; }

        public LuaTypes Types { get; private set; }

        public bool MayBeNil { get; set; }

        /// <summary>Whether anything but <c>true</c> is known to be put there: what gets nothing else is nil elsewhere.</summary>
        public bool MayBeFalse { get; set; }

        public bool IsAnnotated { get; set; }

        public Node? Element { get; set; }

        /// <summary>The functions, while they are few.</summary>
        public List<FunctionSymbol> Functions { get; } = [];

        /// <summary>The functions, when they are many.</summary>
        public Crowd? Crowd { get; set; }

        /// <summary>The beginnings of the tables; only <see cref="Shape.None"/> when they have none in common.</summary>
        public List<Shape> Shapes { get; } = [];

        public bool Add(LuaTypes types)
        {
            var changed = (Types | types) != Types;
            Types |= types;
            return changed;
        }
    }
}
