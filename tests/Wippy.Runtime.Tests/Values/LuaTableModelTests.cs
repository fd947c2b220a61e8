using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Wippy.Runtime.Tests.Values;

/// <summary>Random operations with fixed seeds on a table and on a naive model of it: all forms of the array part and both kinds of shapes.</summary>
public class LuaTableModelTests
{
    private static readonly LuaString[] Names = [.. Enumerable.Range(0, 14).Select(i => LuaString.Literal("name" + i))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ListsOfChangingKinds(int kind)
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random((kind * 1000) + seed);
            var table = new LuaTable();
            var list = new List<LuaValue>();
            for (var step = 0; step < 300; step++)
            {
                // One kind for a while, then now and then another.
                var value = random.Next(60) == 0 ? Value(random, random.Next(4)) : Value(random, kind);
                switch (random.Next(list.Count == 0 ? 2 : 7))
                {
                    case 0:
                        table[list.Count + 1L] = value;
                        list.Add(value);
                        break;
                    case 1:
                        table.Add(value);
                        list.Add(value);
                        break;
                    case 2:
                        table[list.Count] = LuaValue.Nil;
                        list.RemoveAt(list.Count - 1);
                        break;
                    case 3:
                        var removed = random.Next(list.Count);
                        Assert.True(table.RemoveAt(removed + 1) == list[removed]);
                        list.RemoveAt(removed);
                        break;
                    case 4:
                        var inserted = random.Next(list.Count);
                        table.InsertAt(inserted + 1, value);
                        list.Insert(inserted, value);
                        break;
                    default:
                        var index = random.Next(list.Count);
                        table[index + 1L] = value;
                        list[index] = value;
                        break;
                }

                Assert.Equal(list.Count, table.Length);
                Assert.Equal(list, table.Sequence());
                for (var i = 0; i < list.Count; i++)
                {
                    Assert.Equal(list[i].IsInteger, table.TryPeek(i + 1, out long integer));
                    Assert.Equal(list[i].IsFloat, table.TryPeek(i + 1, out double number));
                    Assert.True(list[i] == (list[i].IsInteger ? integer : list[i].IsFloat ? number : list[i]));
                }

                Assert.True(table[0].IsNil && table[list.Count + 1].IsNil && table[long.MinValue].IsNil && table[long.MaxValue].IsNil);
            }
        }
    }

    [Fact]
    public void ListsWithHolesAndKeysFarAway()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var table = new LuaTable();
            var model = new Dictionary<long, LuaValue>();
            var kind = random.Next(4);
            var next = (long)random.Next(-3, 8);
            for (var step = 0; step < 300; step++)
            {
                var key = random.Next(4) switch
                {
                    0 => random.Next(-3, 40),
                    1 => random.Next(2) == 0 ? long.MaxValue - random.Next(3) : long.MinValue + random.Next(3),
                    _ => next++,
                };
                LuaValue value = random.Next(4) == 0 ? LuaValue.Nil : Value(random, random.Next(30) == 0 ? random.Next(4) : kind);
                table[key] = value;
                Remember(model, key, value);
                Assert.True(table[key] == value);
                if (step % 10 == 0)
                {
                    CheckIntegers(table, model, $"seed {seed} step {step}");
                }
            }
        }
    }

    [Fact]
    public void ListsOfBooleansWithHoles()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var table = new LuaTable();
            var model = new Dictionary<long, LuaValue>();
            for (var key = (long)random.Next(1, 4); key < 30; key++)
            {
                Set(key, key % 3 == 0);
            }

            for (var step = 0; step < 200; step++)
            {
                var where = $"seed {seed} step {step}";
                var key = random.Next(1, 40);
                LuaValue value = random.Next(3) == 0 ? LuaValue.Nil : Value(random, random.Next(200) == 0 ? 0 : 2);
                switch (random.Next(6))
                {
                    case 0:
                        Set(key, value);
                        break;
                    case 1 when value.IsBoolean:
                        LuaOperators.SetIndex(table, key, value.AsBoolean(), 0);
                        Remember(model, key, value);
                        break;
                    case 2 when value.IsBoolean && LuaOperators.StoredTruths(table) is var stored && stored.Has(key):
                        stored.Set(key, value.AsBoolean());
                        Remember(model, key, value);
                        break;
                    case 3:
                        var stride = random.Next(1, 4);
                        LuaOperators.Fill(table, key, key + 6, stride, value, 0, 0);
                        for (var i = key; i <= key + 6; i += stride)
                        {
                            Remember(model, i, value);
                        }

                        break;
                    default:
                        LuaOperators.SetIndex(table, key, value, 0);
                        Remember(model, key, value);
                        break;
                }

                CheckIntegers(table, model, where);
                var truths = LuaOperators.Truths(table);
                for (var i = 0; i <= 42; i++)
                {
                    var expected = model.GetValueOrDefault(i);
                    Assert.Equal(expected.IsBoolean && i <= table.Length, table.TryPeek(i, out bool boolean));
                    Assert.True(!boolean || expected.AsBoolean(), where);
                    Assert.True(!truths.Has(i) || truths.At(i) == expected.IsTruthy, where);
                    Assert.True(!LuaOperators.TryTruth(table, i, out var truth) || truth == expected.IsTruthy, where);
                }
            }

            void Set(long key, LuaValue value)
            {
                table[key] = value;
                Remember(model, key, value);
            }
        }
    }

    [Fact]
    public void ManyIntegersInAnyOrder()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            var table = new LuaTable();
            var model = new Dictionary<long, LuaValue>();
            var range = random.Next(2000, 20_000);
            var kind = random.Next(4);
            for (var step = 0; step < 6000; step++)
            {
                var key = random.Next(2000) == 0 ? random.Next(-9, 1_000_000) : (long)random.Next(2, range);
                LuaValue value = random.Next(9) == 0 ? LuaValue.Nil : Value(random, random.Next(3000) == 0 ? random.Next(4) : kind);
                table[key] = value;
                Remember(model, key, value);
                Assert.True(table[key] == value);
                if (step % 500 == 0)
                {
                    CheckIntegers(table, model, $"seed {seed} step {step}");
                    var first = Entries(table).Select(e => e.Key.AsInteger()).TakeWhile(k => k >= 1 && k <= table.Length).ToList();
                    Assert.Equal(first.Order(), first);
                    Assert.Equal(model.Keys.Count(k => k >= 1 && k <= table.Length), first.Count);
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void MapsThatFillAndEmptyKeepTheOrderOfInsertion(int kind)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random((kind * 1000) + seed);
            var table = new LuaTable();
            var order = new List<LuaValue>();
            var values = new Dictionary<LuaValue, LuaValue>();
            var next = 1000L;
            for (var step = 0; step < 1500; step++)
            {
                // Now and then a key of another kind; mostly many are added, then many removed.
                var key = random.Next(200) == 0 ? Key(random.Next(5)) : Key(kind);
                if (random.Next(step / 300 % 2 == 0 ? 4 : 2) == 0 && order.Count > 0)
                {
                    key = order[kind == 0 ? 0 : random.Next(order.Count)];
                    table[key] = LuaValue.Nil;
                    order.Remove(key);
                    values.Remove(key);
                }
                else
                {
                    if (!values.ContainsKey(key))
                    {
                        order.Add(key);
                    }

                    values[key] = step;
                    table[key] = step;
                }

                Assert.True(table[key] == values.GetValueOrDefault(key), $"seed {seed} step {step}");
                Assert.Equal(order.Count, table.FieldCount);
                if (random.Next(10) == 0)
                {
                    var first = LuaValue.Nil;
                    Assert.Equal(order.Count > 0, table.Next(ref first, out _));
                    Assert.Equal(order.FirstOrDefault(), first);
                }

                if (step % 25 == 0)
                {
                    Assert.Equal(order.Select(k => (k, values[k])), step % 50 == 0 ? Entries(table) : EntriesByPosition(table));
                    Assert.All(order, k => Assert.True(table[k] == values[k], $"seed {seed} step {step}"));
                }
            }

            LuaValue Key(int of) => of switch
            {
                0 => next++,
                1 => -random.Next(300),
                2 => random.Next(1, 300) * 7919L,
                3 => "key" + random.Next(300),
                5 => random.Next(300) * 3L,
                _ => random.Next(300) + 0.5,
            };
        }
    }

    [Fact]
    public void MetamethodsAreFoundWheneverTheyAreThere()
    {
        var metatable = new LuaTable();
        foreach (var key in new LuaValue[] { "__index", "other", true, "__index", "__add", 5, "__index" })
        {
            Assert.True(metatable.GetMetamethod(LuaMetamethod.Index).IsNil);
            Assert.Equal(metatable["__add"], metatable.GetMetamethod(LuaMetamethod.Add));
            metatable[key] = 1;
            Assert.Equal(metatable["__index"], metatable.GetMetamethod(LuaMetamethod.Index));
            Assert.Equal(metatable["__add"], metatable.GetMetamethod(LuaMetamethod.Add));
            metatable["__index"] = LuaValue.Nil;
        }
    }

    [Fact]
    public void RecordsKeepTheOrderOfInsertion()
    {
        for (var seed = 0; seed < 600; seed++)
        {
            var random = new Random(seed);
            var (table, order) = Record(random);
            var slots = new int[Names.Length];
            for (var step = 0; step < 120; step++)
            {
                var index = random.Next(Names.Length);
                var name = Names[index];
                LuaValue value = random.Next(3) == 0 ? LuaValue.Nil : Value(random, random.Next(4));
                switch (random.Next(8))
                {
                    case 0:
                        // Not the object of the literal, so that the table gets a shape of its own.
                        table[LuaString.FromUtf16(name.ToString())] = value;
                        break;
                    case 1 or 2:
                        table[name] = value;
                        break;
                    default:
                        if (!table.TrySetRaw(name, value, ref slots[index]))
                        {
                            Assert.True(table.TrySetField(name, value, ref slots[index], out _));
                        }

                        break;
                }

                var place = order.FindIndex(f => f.Name == name);
                if (value.IsNil && place >= 0)
                {
                    order.RemoveAt(place);
                }
                else if (!value.IsNil && place >= 0)
                {
                    order[place] = (name, value);
                }
                else if (!value.IsNil)
                {
                    order.Add((name, value));
                }

                var other = random.Next(Names.Length);
                var expected = order.Find(f => f.Name == Names[other]).Value;
                Assert.True(table.GetRaw(Names[other], ref slots[other]) == expected, $"seed {seed} step {step}");
                Assert.True(table[Names[other]] == expected, $"seed {seed} step {step}");
                Assert.Equal(order.Count, table.FieldCount);
                Assert.Equal(order.Select(f => ((LuaValue)f.Name, f.Value)), Entries(table));
            }
        }
    }

    [Fact]
    public void RecordsOfOneFormShareNothingButTheirShape()
    {
        var shape = LuaShape.Of(Names[0], Names[1]);
        var first = new LuaTable(shape, [1, 2]);
        var second = new LuaTable(shape, [3, LuaValue.Nil]);
        first["name2"] = 5;
        second["name1"] = 4;
        second["name3"] = 6;
        Assert.Equal("name0=1 name1=2 name2=5", string.Join(' ', Entries(first).Select(e => $"{e.Key}={e.Value}")));
        Assert.Equal("name0=3 name1=4 name3=6", string.Join(' ', Entries(second).Select(e => $"{e.Key}={e.Value}")));
    }

    [Fact]
    public void RecordsOfManyFieldsWork()
    {
        var names = Enumerable.Range(0, 100).Select(i => LuaString.Literal("field" + i)).ToArray();
        var table = new LuaTable(LuaShape.Of(names), [.. Enumerable.Range(0, 100).Select(i => (LuaValue)i)]);
        var other = new LuaTable();
        var slot = 0;
        for (var i = 0; i < names.Length; i++)
        {
            Assert.True(other.TrySetField(names[i], i, ref slot, out _));
        }

        Assert.Equal(Entries(table), Entries(other));
        table[true] = 1;
        Assert.Equal(101, table.FieldCount);
        Assert.Equal(99, table[names[99]].AsInteger());
    }

    private static (LuaTable Table, List<(LuaString Name, LuaValue Value)> Order) Record(Random random)
    {
        var count = random.Next(5);
        var names = Names.OrderBy(_ => random.Next()).Take(count).ToArray();
        LuaValue[] values = [.. names.Select(_ => random.Next(4) == 0 ? LuaValue.Nil : Value(random, random.Next(4)))];
        return (new LuaTable(LuaShape.Of(names), values), [.. names.Select((n, i) => (n, values[i])).Where(f => !f.Item2.IsNil)]);
    }

    private static void Remember(Dictionary<long, LuaValue> model, long key, LuaValue value)
    {
        if (value.IsNil)
        {
            model.Remove(key);
        }
        else
        {
            model[key] = value;
        }
    }

    private static void CheckIntegers(LuaTable table, Dictionary<long, LuaValue> model, string where)
    {
        var visited = new Dictionary<long, LuaValue>();
        foreach (var (key, value) in Entries(table))
        {
            Assert.True(visited.TryAdd(key.AsInteger(), value), $"{where}: {key} twice");
        }

        Assert.True(visited.Count == model.Count && model.All(m => visited.TryGetValue(m.Key, out var v) && v == m.Value && table[m.Key] == v), where);
        var border = table.Length;
        Assert.True((border == 0 || model.ContainsKey(border)) && !model.ContainsKey(border + 1), $"{where}: {border} is no border");
    }

    private static List<(LuaValue Key, LuaValue Value)> Entries(LuaTable table)
    {
        var entries = new List<(LuaValue Key, LuaValue Value)>();
        LuaValue key = default;
        while (table.Next(ref key, out var value))
        {
            entries.Add((key, value));
        }

        return entries;
    }

    private static List<(LuaValue Key, LuaValue Value)> EntriesByPosition(LuaTable table)
    {
        var entries = new List<(LuaValue Key, LuaValue Value)>();
        var position = 0;
        while (table.Next(ref position, out var key, out var value))
        {
            entries.Add((key, value));
        }

        return entries;
    }

    private static LuaValue Value(Random random, int kind) => kind switch
    {
        0 => random.Next(5),
        1 => random.Next(5) + 0.5,
        2 => random.Next(2) == 0,
        _ => "s" + random.Next(5),
    };
}
