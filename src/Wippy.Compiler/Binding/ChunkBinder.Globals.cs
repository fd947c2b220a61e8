using System.Collections.Generic;
using Wippy.Compiler.Syntax;

namespace Wippy.Compiler.Binding;

/// <content>
/// What is read and assigned through the table of globals. With a constant name it is that global; any other use of the table may be an assignment of
/// any global.
/// </content>
internal sealed partial class ChunkBinder
{
    private const string GlobalTable = "_G";

    private readonly List<CallExpressionSyntax> _rawAccesses = [];

    // _G.name, _G["name"] or _G[key].
    private bool BindGlobalField(ExpressionSyntax expression, bool isAssigned)
    {
        var (table, name, key) = expression switch
        {
            FieldExpressionSyntax field => (field.Object, field.Name.Text, null),
            IndexExpressionSyntax { Key: StringLiteralSyntax text } index => (index.Object, LuaText.Decode(text.Value), null),
            IndexExpressionSyntax index => (index.Object, null, index.Key),
            _ => (expression, (string?)null, (ExpressionSyntax?)null),
        };
        if (table == expression || !IsGlobalTable(table))
        {
            return false;
        }

        if (key is not null)
        {
            _bound.GlobalReads.Add((NameExpressionSyntax)table);
            _bound.HasDynamicGlobals |= isAssigned;
            _bound.ReadsAnyGlobal |= !isAssigned;
            BindExpression(key);
        }
        else if (isAssigned)
        {
            AddGlobalWrite(name!);
        }
        else
        {
            AddGlobalRead(expression, table, name!);
        }

        return true;
    }

    // rawget(_G, "name") and rawset(_G, "name", value), and then what is left of the arguments.
    private bool BindRawAccess(CallExpressionSyntax call)
    {
        if (call.Callee is not NameExpressionSyntax { Name: "rawget" or "rawset" } callee || _scope.Find(callee.Name) is not null
            || call.Arguments.Count != (callee.Name == "rawget" ? 2 : 3) || !IsGlobalTable(call.Arguments[0]) || call.Arguments[1] is not StringLiteralSyntax text)
        {
            return false;
        }

        _rawAccesses.Add(call);
        if (callee.Name == "rawget")
        {
            AddGlobalRead(call, call.Arguments[0], LuaText.Decode(text.Value));
        }
        else
        {
            AddGlobalWrite(LuaText.Decode(text.Value));
            BindExpression(call.Arguments[2]);
        }

        return true;
    }

    // rawset gives the table back, and another function of its name may do anything with it.
    private void ResolveRawAccesses()
    {
        foreach (var call in _rawAccesses)
        {
            var name = ((NameExpressionSyntax)call.Callee).Name;
            if (_bound.MayBeAssigned(name) || (name == "rawset" && !_bound.Calls[call].IsStatement))
            {
                GiveAwayGlobals();
            }
        }
    }

    // Whoever has the table of globals may read and assign any.
    private void GiveAwayGlobals()
    {
        _bound.HasDynamicGlobals = true;
        _bound.ReadsAnyGlobal = true;
    }

    private bool IsGlobalTable(ExpressionSyntax expression) => expression is NameExpressionSyntax { Name: GlobalTable } && _scope.Find(GlobalTable) is null;

    private void AddGlobalRead(ExpressionSyntax read, ExpressionSyntax table, string name)
    {
        _bound.GlobalReads.Add((NameExpressionSyntax)table);
        _bound.GlobalFields[read] = name;
        if (name == GlobalTable)
        {
            GiveAwayGlobals();
        }
    }

    private void AddGlobalWrite(string name)
    {
        _bound.AddAssignedGlobal(name, hasStatement: false);
        if (name == GlobalTable)
        {
            GiveAwayGlobals();
        }
    }
}
