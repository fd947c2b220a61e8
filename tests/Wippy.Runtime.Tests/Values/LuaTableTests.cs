using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Wippy.Runtime.Tests.Values;

public class LuaTableTests
{
    [Fact]
    public void TraversesTheSequenceFirstAndFieldsInInsertionOrder()
    {
        var table = new LuaTable();
        table["b"] = 1;
        table[3] = "three";
        table["a"] = 2;
        table[1] = "one";
        table[2] = "two";
        Assert.Equal("1 2 3 b a", Keys(table));
        table["b"] = LuaValue.Nil;
        table["b"] = 5;
        Assert.Equal("1 2 3 a b", Keys(table));
        Assert.Equal(3, table.Length);
    }

    [Fact]
    public void FieldsMayBeClearedDuringTraversal()
    {
        var table = new LuaTable();
        for (var i = 1; i <= 100; i++)
        {
            table[i] = i;
            table["k" + i] = i;
        }

        LuaValue key = default;
        var count = 0;
        while (table.Next(ref key, out _))
        {
            table[key] = LuaValue.Nil;
            count++;
        }

        Assert.Equal(200, count);
        Assert.Equal("", Keys(table));
    }

    [Fact]
    public void IntegralFloatKeysAreIntegers()
    {
        var table = new LuaTable { [(LuaValue)1.0] = "x", [(LuaValue)2.5] = "y" };
        Assert.Equal("x", table[1].ToString());
        Assert.Equal("y", table[(LuaValue)2.5].ToString());
        Assert.Equal("1 2.5", Keys(table));
    }

    [Fact]
    public void NilAndNotANumberAreNoKeys()
    {
        var table = new LuaTable();
        Assert.Equal("table index is nil", Assert.Throws<LuaException>(() => table[LuaValue.Nil] = 1).Message);
        Assert.Equal("table index is NaN", Assert.Throws<LuaException>(() => table[(LuaValue)double.NaN] = 1).Message);
        Assert.True(table[LuaValue.Nil].IsNil);
    }

    [Fact]
    public void FrozenTablesRejectEveryWrite()
    {
        var table = new LuaTable { [1L] = 1, ["a"] = 1 }.Freeze();
        foreach (var key in new LuaValue[] { 1, 2, "a", "b", true })
        {
            Assert.Contains("immutable", Assert.Throws<LuaException>(() => table[key] = 2).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void CachedSlotsFollowDeletionAndRebuilding()
    {
        var name = LuaString.Literal("field"u8);
        var table = new LuaTable { [name] = 1 };
        var slot = 0;
        Assert.Equal(1, table.GetRaw(name, ref slot).AsInteger());
        table["other"] = 2;
        table[name] = LuaValue.Nil;
        Assert.True(table.GetRaw(name, ref slot).IsNil);
        table[name] = 3;
        Assert.Equal(3, table.GetRaw(name, ref slot).AsInteger());
        for (var i = 0; i < 100; i++)
        {
            table["x" + i] = i;
        }

        Assert.Equal(3, table.GetRaw(name, ref slot).AsInteger());
        Assert.True(table.TrySetRaw(name, 4, ref slot));
        Assert.Equal(4, table[name].AsInteger());
        Assert.False(table.TrySetRaw(LuaString.Literal("absent"u8), 1, ref slot));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void QueuesThatMoveUpwardsDoNotGrow(bool ofBooleans)
    {
        LuaTable Moved()
        {
            var table = new LuaTable();
            for (var i = 1; i <= 200_000; i++)
            {
                table[i] = ofBooleans ? i % 3 == 0 : i;
                if (i > 10)
                {
                    table[i - 10] = LuaValue.Nil;
                }
            }

            return table;
        }

        Assert.InRange(Allocation.Of(Moved), 0, 10_000);
        Assert.Equal(10, Keys(Moved()).Split(' ').Length);
    }

    [Fact]
    public void MapsOfConstantSizeDoNotAllocate()
    {
        var names = Enumerable.Range(0, 100).Select(i => LuaString.FromUtf16("name" + i)).ToArray();
        var table = new LuaTable();
        Assert.InRange(Allocation.Of(ChangeFields), 0, 10_000);
        Assert.Equal(10, table.FieldCount);

        void ChangeFields()
        {
            for (var i = 0; i < 100_000; i++)
            {
                table[names[i % names.Length]] = i;
                table[names[(i + 90) % names.Length]] = LuaValue.Nil;
            }
        }
    }

    [Fact]
    public void MapsThatWereLargeGiveTheirMemoryBack()
    {
        var table = new LuaTable();
        for (var i = 1; i <= 10_000; i++)
        {
            table[i + 0.5] = true;
        }

        for (var i = 1; i <= 10_000; i++)
        {
            table[i + 0.5] = LuaValue.Nil;
        }

        // The keys of removed fields go when there is no room left.
        for (var i = 1; i <= 20_000; i++)
        {
            table[i + 0.25] = true;
            table[i + 0.25] = LuaValue.Nil;
        }

        table["last"] = 1;
        Assert.Equal(1, table.FieldCount);
        Assert.InRange(table.FieldCapacity, 1, 100);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(20)]
    [InlineData(100)]
    [InlineData(1000)]
    [InlineData(1_000_000)]
    public void ListsOfIntegersTakeLittleMoreThanTheirBits(int count)
    {
        var numbers = new long[count];
        Assert.InRange(Allocation.Of(() => LuaTable.OfIntegers(numbers)), count * 8, count * 16.5);
        Assert.InRange(Allocation.Of(() => Filled(new LuaTable(count, 0))), count * 8, count * 16.5);

        // With the arrays that were too short.
        Assert.InRange(Allocation.Of(() => Filled(new LuaTable())), count * 8, count * 41);

        LuaTable Filled(LuaTable table)
        {
            for (var i = 1; i <= count; i++)
            {
                table[i] = i;
            }

            return table;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void ListsOfBooleansTakeAByteForEachAlsoWithHoles(int first)
    {
        const int Count = 100_000;
        Assert.InRange(Allocation.Of(() => Filled()), Count, Count * 5);
        var list = Filled();
        list[7] = LuaValue.Nil;
        Assert.InRange(list.ElementCapacity, Count, Count * 2);
        Assert.True(LuaOperators.Booleans(list).IsEmpty);
        Assert.False(LuaOperators.Truths(list).IsEmpty);

        // What is no boolean needs another form, which the list keeps.
        list[9] = 9;
        Assert.True(LuaOperators.Truths(list).IsEmpty);
        Assert.True(list[1].IsNil == first > 1 && list[7].IsNil && list[8].IsBoolean && list[9] == 9 && list[Count].IsBoolean);

        LuaTable Filled()
        {
            var table = new LuaTable();
            for (var i = first; i <= Count; i++)
            {
                table[i] = i % 3 == 0;
            }

            return table;
        }
    }

    [Fact]
    public void AListOfBooleansThatLosesAllItsElementsIsOneForBooleansAgain()
    {
        var list = new LuaTable([true, false, true]);
        list[2] = LuaValue.Nil;
        list[1] = LuaValue.Nil;
        Assert.Equal(3, list.Length);
        list[3] = LuaValue.Nil;
        Assert.Equal(0, list.Length);
        list[1] = true;
        list[2] = false;
        Assert.False(LuaOperators.Booleans(list).IsEmpty);
    }

    [Fact]
    public void ListsWithHolesGrowInProportion()
    {
        const int Last = 300_000;
        static LuaTable TwoOfThree()
        {
            var table = new LuaTable();
            for (var key = 2; key <= Last; key++)
            {
                if (key % 3 != 0)
                {
                    table[key] = key;
                }
            }

            return table;
        }

        Assert.InRange(Allocation.Of(TwoOfThree), 0, 100 * Last);
        Assert.Equal(Last - 1, TwoOfThree().Length);
    }

    [Fact]
    public void ListsThatGrowHaveLittleRoomToSpare()
    {
        var table = new LuaTable();
        for (var i = 1; i <= 5000; i++)
        {
            table[i] = i;

            // The table, and its array with a header.
            var bytes = 56 + 24 + (8 * table.ElementCapacity);
            Assert.True(i < 10 || bytes <= i * 16.5, $"{i} integers take {bytes} bytes");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(250)]
    [InlineData(1_000_000)]
    public void ReservedListsHaveNoRoomToSpare(int count)
    {
        var table = new LuaTable();
        LuaOperators.ReserveFloats(table, 1, count);
        Assert.InRange(table.ElementCapacity, 1, 1 << 16);
        for (var i = 1; i <= count; i++)
        {
            LuaOperators.SetIndex(table, i, i + 0.5, 0);
        }

        Assert.Equal(count, table.Length);
        Assert.Equal(count, table.ElementCapacity);
        Assert.Equal(count + 0.5, table[count]);
    }

    [Fact]
    public void NothingIsReservedForWhatDoesNotFollow()
    {
        var table = new LuaTable { [1] = 1 };
        var capacity = table.ElementCapacity;
        LuaOperators.ReserveIntegers(table, 3, 100);
        LuaOperators.ReserveFloats(table, 2, 100);
        LuaOperators.ReserveIntegers(table, long.MinValue, 100);
        LuaOperators.ReserveIntegers(table, 2, long.MaxValue);
        Assert.Equal(capacity, table.ElementCapacity);
        LuaOperators.ReserveIntegers(table, 2, 100);
        Assert.Equal(100, table.ElementCapacity);
        Assert.Equal(1, table[1]);
        table.Metatable = new LuaTable();
        LuaOperators.ReserveIntegers(table, 2, 200);
        Assert.Equal(100, table.ElementCapacity);
    }

    [Fact]
    public void EmptyTablesAreSmall()
    {
        Assert.InRange(Allocation.Of(static () => new LuaTable()), 1, 56);
    }

    [Fact]
    public void RandomOperationsFollowTheModel()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var table = new LuaTable();
            var model = new Dictionary<LuaValue, LuaValue>();
            var fields = new List<LuaValue>();
            for (var step = 0; step < 400; step++)
            {
                var key = RandomKey(random);
                LuaValue value = random.Next(3) == 0 ? LuaValue.Nil : step;
                table[key] = value;
                var normal = key.IsFloat && key.TryGetInteger(out var integer) ? integer : key;
                if (value.IsNil)
                {
                    model.Remove(normal);
                    fields.Remove(normal);
                }
                else
                {
                    if (!model.ContainsKey(normal) && !normal.IsInteger)
                    {
                        fields.Add(normal);
                    }

                    model[normal] = value;
                }

                Check(seed, step, table, model, fields);
            }
        }
    }

    private static void Check(int seed, int step, LuaTable table, Dictionary<LuaValue, LuaValue> model, List<LuaValue> fields)
    {
        var visited = new List<LuaValue>();
        LuaValue key = default;
        while (table.Next(ref key, out var value))
        {
            visited.Add(key);
            Assert.True(model.TryGetValue(key, out var expected) && expected == value, $"seed {seed} step {step}: wrong value at {key}");
        }

        Assert.True(visited.Count == model.Count, $"seed {seed} step {step}: visited {visited.Count} of {model.Count}");
        Assert.True(visited.Where(k => !k.IsInteger).SequenceEqual(fields), $"seed {seed} step {step}: order of fields");
        var border = table.Length;
        Assert.True(
            (border == 0 || model.ContainsKey(border)) && !model.ContainsKey(border + 1), $"seed {seed} step {step}: {border} is no border");
        var sequence = Enumerable.Range(1, (int)border).Select(i => (LuaValue)i).ToList();
        Assert.True(
            !sequence.TrueForAll(model.ContainsKey) || visited.Take(sequence.Count).SequenceEqual(sequence),
            $"seed {seed} step {step}: the sequence does not come first");
        foreach (var (k, v) in model)
        {
            Assert.True(table[k] == v, $"seed {seed} step {step}: read of {k}");
        }
    }

    private static LuaValue RandomKey(Random random) => random.Next(6) switch
    {
        0 => "s" + random.Next(12),
        1 => (double)random.Next(1, 10),
        2 => random.Next(4) + 0.5,
        3 => random.Next(2) == 0,
        _ => random.Next(-2, 24),
    };

    private static string Keys(LuaTable table)
    {
        var keys = new List<string>();
        var position = 0;
        while (table.Next(ref position, out var key, out _))
        {
            keys.Add(key.ToString());
        }

        return string.Join(' ', keys);
    }
}
