using System;
using Wippy.Runtime;
using static Wippy.Runtime.LuaOperators;

namespace Wippy.Runtime.Tests.Operators;

public sealed class ElementsTests
{
    [Fact]
    public void Elements_of_one_kind_are_read_and_overwritten_where_they_lie()
    {
        var list = new LuaTable([1, 2, 3]);
        var integers = Integers(list);
        Assert.True(Has(integers, 3));
        Assert.True(Get(integers, 3, out long last));
        Assert.Equal(3, last);
        Assert.True(SetInPlace(integers, list, 2, 7L, 0));
        Assert.Equal(7L, list[2]);
        Assert.True(Has(Floats(new LuaTable([1.5, 2.5])), 2));
        Assert.True(Get(Floats(new LuaTable([1.5, 2.5])), 2, out double number));
        Assert.Equal(2.5, number);
        Assert.True(Has(Strings(new LuaTable(["a", "b"])), 1));
        Assert.True(Get(Strings(new LuaTable(["a", "b"])), 1, out LuaString text));
        Assert.Equal("a", text.ToString());
        Assert.True(Has(Tables(new LuaTable([list])), 1));
        Assert.True(Get(Tables(new LuaTable([list])), 1, out LuaTable table));
        Assert.Same(list, table);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData((1L << 32) + 1)]
    public void No_other_key_is_an_element(long key)
    {
        Assert.False(Has(Integers(new LuaTable([1, 2, 3])), key));
        Assert.False(Has(Floats(new LuaTable([1.5, 2.5, 3.5])), key));
        Assert.False(Has(Strings(new LuaTable(["a", "b", "c"])), key));
        Assert.False(Has(Tables(new LuaTable([new LuaTable(), new LuaTable(), new LuaTable()])), key));
    }

    [Theory]
    [InlineData(1, 3, true)]
    [InlineData(2, 2, true)]
    [InlineData(3, 1, false)] // what the ends of a loop add up to may have wrapped around
    [InlineData(1, -1, false)]
    [InlineData(1, 4, false)]
    [InlineData(0, 3, false)]
    [InlineData(long.MinValue, 1, false)]
    [InlineData(1, long.MaxValue, false)]
    public void A_range_is_covered_when_all_its_keys_are_elements(long first, long last, bool expected)
    {
        var integers = Integers(new LuaTable([5, 6, 7]));
        Assert.Equal(expected, integers.Covers(first, last));
        if (expected)
        {
            Assert.Equal(4 + first, integers.At(first));
            integers.Set(last, 9);
            Assert.Equal(9, integers.At(last));
        }
    }

    [Fact]
    public void Numbers_are_added_behind_the_last_element_where_nothing_else_has_to_be_asked()
    {
        var list = new LuaTable();
        for (var i = 1; i <= 20; i++)
        {
            SetIndex(list, i, i * 0.5, 0);
        }

        Assert.Equal(20, list.Length);
        Assert.True(Has(Floats(list), 20));
        Assert.True(Get(Floats(list), 20, out double last));
        Assert.Equal(10, last);

        // Another kind, a key that waits among the fields, and a metatable.
        SetIndex(list, 21, 7L, 0);
        Assert.Equal(7, list[21L].AsInteger());
        SetIndex(list, 23, 1.5, 0);
        SetIndex(list, 22, 2.5, 0);
        Assert.Equal(23, list.Length);
        var watched = new LuaTable { Metatable = new LuaTable() };
        watched.Metatable[LuaString.Literal("__newindex"u8)] = new LuaTable();
        SetIndex(watched, 1, 1.5, 0);
        Assert.Equal(0, watched.Length);
    }

    [Fact]
    public void A_range_that_gets_one_value_is_room_enough()
    {
        var list = new LuaTable();
        Fill(list, 1, 1000, 1, true, 0, 0);
        Fill(list, 1001, 1003, 1, false, 0, 0);
        Assert.Equal(1003, list.Length);
        Assert.True(list[1000L].AsBoolean());
        Assert.False(list[1003L].AsBoolean());
    }

    [Fact]
    public void A_list_of_several_kinds_is_filled_where_it_has_holes_and_behind_its_end()
    {
        var list = new LuaTable();
        Fill(list, 2, 1000, 1, true, 0, 0); // without a first element
        Fill(list, 4, 1000, 2, "even", 0, 0);
        Fill(list, 1001, 5000, 1, 1.5, 0, 0);
        Assert.Equal(5000, list.Length);
        Assert.True(list[1L].IsNil);
        Assert.True(list[999L].AsBoolean());
        Assert.Equal("even", list[1000L].ToString());
        Assert.Equal(1.5, list[5000L].AsFloat());
        Fill(list, 1, 5000, 1, 7, 0, 0);
        Assert.Equal(7, list[1L].AsInteger());
        Fill(list, 5000, 4000, -1, default(LuaValue), 0, 0);
        Assert.Equal(3999, list.Length);

        var watched = new LuaTable([1, default, 2.5]) { Metatable = new LuaTable() };
        watched.Metatable[LuaString.Literal("__newindex"u8)] = new LuaTable();
        Fill(watched, 1, 5, 1, true, 0, 0);
        Assert.True(watched[1L].AsBoolean());
        Assert.True(watched[2L].IsNil);
        Assert.Equal(3, watched.Length);
    }

    [Fact]
    public void Tables_that_are_no_list_of_the_kind_or_may_not_be_written_to_have_no_elements()
    {
        Assert.True(Integers(null).IsEmpty);
        Assert.True(Integers(new LuaTable()).IsEmpty);
        Assert.True(Integers(new LuaTable([1, 2.5])).IsEmpty);
        Assert.True(Integers(new LuaTable([1.5])).IsEmpty);
        Assert.True(Floats(new LuaTable([1])).IsEmpty);
        Assert.True(Strings(new LuaTable([1])).IsEmpty);
        Assert.True(Tables(new LuaTable(["a"])).IsEmpty);
        Assert.True(StoredIntegers(new LuaTable([1, 2]).Freeze()).IsEmpty);
        Assert.True(StoredFloats(new LuaTable([1, 2])).IsEmpty);
        Assert.False(Integers(new LuaTable([1, 2]).Freeze()).IsEmpty);
        Assert.False(Integers(new LuaTable([1, 2])).IsEmpty);
    }

    [Fact]
    public void The_truth_of_nil_is_false_where_nothing_else_has_to_be_asked()
    {
        var list = new LuaTable([true, false, true, true]);
        Assert.True(Truths(list).Covers(1, 4));
        list[3] = LuaValue.Nil;
        var truths = StoredTruths(list);
        Assert.True(truths.Covers(1, 4));
        Assert.True(truths.At(1) && !truths.At(2) && !truths.At(3) && truths.At(4));
        Assert.True(Get(truths, 4, out bool last) && last);
        Assert.True(SetInPlace(truths, list, 2, true, 0));
        Assert.True(SetInPlace(list, 3, false, 0));
        Assert.True(list[2L].AsBoolean());
        Assert.Equal(LuaValue.False, list[3L]);
        SetIndex(list, 3, LuaValue.Nil, 0);
        Assert.True(list[3L].IsNil);
        Assert.False(TryIndex(list, 3, out bool _));
        Assert.True(TryTruth(list, 3, out var truth) && !truth);

        // A metatable may know another answer, and may want to know what is stored.
        list.Metatable = new LuaTable();
        Assert.True(Truths(list).IsEmpty && StoredTruths(list).IsEmpty && RoomForTruths(list, 1, 4).IsEmpty);
        Assert.True(TryIndex(list, 4, out bool there) && there);
        Assert.False(TryTruth(list, 3, out _));
        Assert.False(SetInPlace(list, 3, true, 0));
        Assert.Equal(LuaValue.True, list[3L]);
        list.Metatable[LuaString.Literal("__newindex"u8)] = new LuaTable();
        list[3L] = LuaValue.Nil;
        SetIndex(list, 3, true, 0);
        Fill(list, 3, 3, 1, true, 0, 0);
        Assert.True(list[3L].IsNil);

        // Frozen ones are only read; other kinds are no truths.
        list.Metatable = null;
        list.Freeze();
        Assert.True(Truths(list).Covers(1, 4));
        Assert.True(StoredTruths(list).IsEmpty && RoomForTruths(list, 1, 4).IsEmpty);
        Assert.Throws<LuaException>(() => SetIndex(list, 3, true, 0));
        Assert.Throws<LuaException>(() => Fill(list, 1, 4, 1, LuaValue.Nil, 0, 0));
        Assert.True(Truths(null).IsEmpty && Truths(new LuaTable()).IsEmpty && Truths(new LuaTable([true, 1])).IsEmpty && Truths(new LuaTable([1])).IsEmpty);
    }

    [Fact]
    public void Booleans_are_stored_one_by_one_behind_a_hole()
    {
        var list = new LuaTable();
        for (var i = 2; i <= 40; i++)
        {
            SetIndex(list, i, i % 2 == 0, 0);
        }

        var last = list.ElementCapacity;
        var room = RoomForTruths(list, 30, last);
        Assert.False(room.IsEmpty);
        for (var i = 30; i <= last; i++)
        {
            room.Set(i, !room.At(i - 1));
        }

        Assert.Equal(last, list.Length);
        Assert.True(list[1L].IsNil);
        for (var i = 30; i <= last; i++)
        {
            Assert.Equal(i % 2 == 0, list[i].AsBoolean());
        }
    }

    [Fact]
    public void Rows_of_one_form_have_the_element_of_each_other()
    {
        var form = RowOfFloats(new LuaTable([1.5, 2.5]), 2);
        Assert.True(TryIndex(form, new LuaTable([3.5, 4.5]), 2, out double value));
        Assert.Equal(4.5, value);
        Assert.True(TryIndex(form, new LuaTable([3.5, 4.5, 5.5]), 2, out value)); // of another form, but there
        Assert.Equal(4.5, value);
        Assert.True(TryIndex(form, new LuaTable([1, 4.5]), 2, out value));
        Assert.False(TryIndex(form, new LuaTable([3, 4]), 2, out value));
        Assert.False(TryIndex(form, new LuaTable([3.5]), 2, out value));
        Assert.False(TryIndex(form, new LuaTable(), 2, out value));
        Assert.False(TryIndex(RowOfFloats(new LuaTable([1.5]), 2), new LuaTable(), 2, out value));
        Assert.False(TryIndex(RowOfFloats(new LuaTable([1.5]), 0), new LuaTable([1.5]), 0, out value));
        Assert.True(TryIndex(RowOfIntegers(new LuaTable([1, 2]), 1), new LuaTable([3, 4]), 1, out long integer));
        Assert.Equal(3, integer);
    }

    [Fact]
    public void Lists_that_begin_at_0_have_that_element()
    {
        var list = new LuaTable { [0] = 1.5, [1] = 2.5 };
        Assert.True(TryIndex(list, 0, out double value));
        Assert.Equal(1.5, value);
        Assert.False(TryIndex(list, 0, out long _));
        list[0] = LuaValue.Nil;
        Assert.False(TryIndex(list, 0, out value));
        list[0] = 4.5;
        Assert.True(TryIndex(list, 0, out value));
        Assert.Equal(4.5, value);
        list = new LuaTable(4, 0) { [0] = 7, [1] = 8 };
        Assert.False(RoomForIntegers(list, 2, 3).IsEmpty);
        list[3] = 9;
        Assert.True(RoomForIntegers(list, 2, 3).IsEmpty);
    }

    [Fact]
    public void What_is_stored_in_another_way_is_told()
    {
        var list = new LuaTable([1, 2, 3]);
        Assert.False(SetInPlace(Integers(list), list, 4, 4L, 0));
        Assert.Equal(4, list.Length);
        Assert.False(SetInPlace(Floats(list), list, 1, 1.5, 0));
        Assert.True(Integers(list).IsEmpty);
        Assert.Equal(1.5, list[1]);
        Assert.Equal(2L, list[2]);
        Assert.False(SetInPlace(list, 2, 5L, 0));
        Assert.True(SetInPlace(new LuaTable([1]), 1, 2L, 0));
        Assert.True(SetInPlace(new LuaTable([1.5]), 1, 2.5, 0));
        Assert.True(SetInPlace(new LuaTable([true]), 1, false, 0));
        Assert.True(SetInPlace(new LuaTable(["a"]), 1, (LuaValue)"b", 0));
        Assert.False(SetInPlace(new LuaTable(["a"]), 2, (LuaValue)"b", 0));
        Assert.False(SetInPlace(new LuaTable([true]), 2, true, 0));
        Assert.Throws<LuaException>(static () => SetInPlace(new LuaTable([1]).Freeze(), 1, 2L, 0));
    }
}
