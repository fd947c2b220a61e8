using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Emit;
using Wippy.Compiler.Syntax;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Lowering;

/// <content>Table constructors.</content>
internal sealed partial class ChunkLowering
{
    /// <summary>Values without a key that stock Lua stores at once, after the keyed ones between them: they win over an equal key.</summary>
    private const int PositionalGroup = 50;

    private readonly Dictionary<string, string> _shapeNames = [];

    private CsExpression LowerTable(TableConstructorSyntax table)
    {
        var fields = table.Fields.ToList();
        CsExpression Open(CsExpression closed, int positional) => fields.Count > 0 && IsOpenField(table, fields.Count - 1)
            ? new CsCall(CsType.Table, closed, "With", Integer(positional + 1), LowerMultiple(fields[fields.Count - 1].Value))
            : closed;

        if (fields.Count == 0)
        {
            return new CsNew(CsType.Table, "LuaTable", []);
        }

        // Evaluated from left to right: fields before or behind the list, not among it.
        var list = fields.Where((f, i) => f is not (NamedTableFieldSyntax or KeyedTableFieldSyntax) && !IsOpenField(table, i)).ToList();
        var named = fields.Where(static f => NameOf(f) is not null).ToList();
        var listFirst = list.Count > 0 && fields[0] == list[0];
        var before = listFirst ? list.Count : named.Count;
        var simple = list.Count + named.Count == fields.Count - (IsOpenField(table, fields.Count - 1) ? 1 : 0)
            && fields.Take(before).All(f => NameOf(f) is null == listFirst)
            && fields.Skip(before).Take(list.Count + named.Count - before).All(f => NameOf(f) is null != listFirst)
            && named.Count <= RecordField.MaximumNames
            && (list.Count <= LongTable.MaximumFields || list.TrueForAll(static f => f.Value is NumberLiteralSyntax))
            && named.Select(static f => NameOf(f)!.Value).Distinct().Count() == named.Count;
        if (!simple)
        {
            return Open(LowerGeneralTable(table), list.Count);
        }

        CsArray Values(List<TableFieldSyntax> all) => new(all.ConvertAll(f => Lower(f.Value)));

        if (named.Count == 0)
        {
            return Open(LowerList(list), list.Count);
        }

        var shape = Shape(named.ConvertAll(f => Constant(NameOf(f)!.Value)));
        CsExpression[] arguments = list.Count == 0 ? [shape, Values(named)]
            : listFirst ? [Values(list), shape, Values(named)]
            : [shape, Values(named), Values(list)];
        return Open(new CsNew(CsType.Table, "LuaTable", arguments), list.Count);
    }

    // Numbers of one kind are stored as they are.
    private CsExpression LowerList(List<TableFieldSyntax> list)
    {
        if (list.Count == 0)
        {
            return new CsNew(CsType.Table, "LuaTable", []);
        }

        var type = CsTypeOf(TypeOf(list[0].Value));
        if (type is not (CsType.Long or CsType.Double) || !list.TrueForAll(f => CsTypeOf(TypeOf(f.Value)) == type))
        {
            return new CsNew(CsType.Table, "LuaTable", [new CsArray(list.ConvertAll(f => Lower(f.Value)))]);
        }

        var values = list.ConvertAll(f => LowerTyped(f.Value));
        return TakeData(list.Count)
            ? new CsCall(CsType.Table, new CsAtom("LuaTable", CsType.Other), type == CsType.Long ? "OfIntegers" : "OfFloats", new CsArray(values, type))
            : new CsCall(CsType.Table, new CsAtom("LuaTable", CsType.Other), "OfNumbers", new CsArray(values.ConvertAll(static v => Coerce(v, CsType.Value))));
    }

    // Any other constructor: one store after the other.
    private CsExpression LowerGeneralTable(TableConstructorSyntax table)
    {
        var items = new List<(CsExpression Key, CsExpression Value)>();
        var pending = new List<(CsExpression Key, CsExpression Value)>();
        var isShadowed = false;
        var lastOtherKey = LastOtherKey(table);
        var positional = 0;
        var keyed = 0;
        var stored = 0;
        var line = 0;
        var longTable = table.Fields.Count > LongTable.MaximumFields ? new LongTable(this) : null;
        for (var i = 0; i < table.Fields.Count; i++)
        {
            if (positional > stored && positional % PositionalGroup == 0)
            {
                StorePending();
            }

            if (items.Count >= LongTable.MaximumStores && longTable is not null)
            {
                longTable.EndPart(items, line);
                items.Clear();
            }

            line = items.Count == 0 ? LineOf(table.Fields[i]) : line;
            switch (table.Fields[i])
            {
                case NamedTableFieldSyntax named:
                    keyed++;
                    items.Add((Constant(named.Name.Text), Lower(named.Value)));
                    break;
                case KeyedTableFieldSyntax field:
                    {
                        var key = LowerTyped(field.Key);
                        if (key.Type is not (CsType.Long or CsType.String or CsType.Bool))
                        {
                            key = new CsCall(CsType.Value, null, "Key", key, At(field.Key.Span.Start));
                        }
                        else if (key.Type == CsType.Bool)
                        {
                            key = AsValue(key);
                        }

                        isShadowed |= pending.Count > 0 && key.Type != CsType.String;
                        keyed++;
                        items.Add((key, Lower(field.Value)));
                        break;
                    }

                case { } field when !IsOpenField(table, i):
                    positional++;
                    var value = Lower(field.Value);
                    if (i < lastOtherKey)
                    {
                        var kept = value;
                        if (value is not CsAtom { IsConstant: true })
                        {
                            kept = longTable?.DeclareShared() ?? DeclareTemporary(CsType.Value);
                            value = new CsAssign(kept, value);
                        }

                        pending.Add((Integer(positional), kept));
                    }

                    items.Add((Integer(positional), value));
                    break;
                default:
                    break;
            }
        }

        StorePending();
        var capacities = new[] { Integer(positional), Integer(keyed) };
        if (longTable is null)
        {
            return new CsNew(CsType.Table, "LuaTable", capacities, items);
        }

        longTable.EndPart(items, line);
        return longTable.Make(new CsNew(CsType.Table, "LuaTable", capacities));

        void StorePending()
        {
            if (isShadowed)
            {
                items.AddRange(pending);
            }

            pending.Clear();
            isShadowed = false;
            stored = positional;
        }
    }

    // The last field of a constructor whose key may be an integer.
    private int LastOtherKey(TableConstructorSyntax table)
    {
        for (var i = table.Fields.Count - 1; i >= 0; i--)
        {
            if (table.Fields[i] is KeyedTableFieldSyntax keyed && CsTypeOf(TypeOf(keyed.Key)) != CsType.String)
            {
                return i;
            }
        }

        return -1;
    }

    // The last field without a key may have any number of values.
    private bool IsOpenField(TableConstructorSyntax table, int index) =>
        index == table.Fields.Count - 1 && table.Fields[index] is { } field and not (NamedTableFieldSyntax or KeyedTableFieldSyntax) && IsOpen(field.Value);

    private static EquatableArray<byte>? NameOf(TableFieldSyntax field) => field switch
    {
        NamedTableFieldSyntax named => new EquatableArray<byte>(System.Text.Encoding.UTF8.GetBytes(named.Name.Text)),
        KeyedTableFieldSyntax { Key: StringLiteralSyntax text } => text.Value,
        _ => null,
    };

    // The constant with the keys of a record.
    private CsAtom Shape(List<CsAtom> names)
    {
        var keys = string.Join(", ", names.ConvertAll(static n => n.Text));
        if (!_shapeNames.TryGetValue(keys, out var name))
        {
            name = "k_" + CSharpText.Number(_constants.Count + 1);
            _shapeNames.Add(keys, name);
            _constants.Add(("LuaShape", name, $"LuaShape.Of({keys})"));
        }

        return new CsAtom(name, CsType.Other, true);
    }
}
