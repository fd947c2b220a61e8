using System.Collections.Generic;
using Temporalio.Common;
using Temporalio.Workflows;
using Wippy.Runtime;
using Wippy.Runtime.Modules;

namespace Wippy.Temporal.Workflows;

/// <summary>Search attributes from Lua values: the type of the value decides the type of the attribute (spec/temporal.md section 9).</summary>
internal static class SearchAttributes
{
    /// <summary>The attributes of a start. Throws <see cref="OptionException"/>.</summary>
    public static SearchAttributeCollection Read(LuaTable table)
    {
        var builder = new SearchAttributeCollection.Builder();
        Visit(table, new Setter(builder));
        return builder.ToSearchAttributeCollection();
    }

    /// <summary>The updates of an upsert. Throws <see cref="OptionException"/>.</summary>
    public static IReadOnlyList<SearchAttributeUpdate> Updates(LuaTable table)
    {
        var updater = new Updater();
        Visit(table, updater);
        return updater.Updates;
    }

    private static void Visit(LuaTable table, IVisitor visitor)
    {
        var position = 0;
        while (table.Next(ref position, out var key, out var value))
        {
            if (!key.TryGetString(out var text))
            {
                throw new OptionException("search attribute names must be strings");
            }

            var name = text.ToString();
            if (value.TryGetString(out var keyword))
            {
                visitor.Set(SearchAttributeKey.CreateKeyword(name), keyword.ToString());
            }
            else if (value.IsBoolean)
            {
                visitor.Set(SearchAttributeKey.CreateBool(name), value.AsBoolean());
            }
            else if (value.TryGetInteger(out var integer))
            {
                visitor.Set(SearchAttributeKey.CreateLong(name), integer);
            }
            else if (value.TryGetNumber(out var number))
            {
                visitor.Set(SearchAttributeKey.CreateDouble(name), number);
            }
            else if (value.TryGetUserdata<LuaTime>(out var time))
            {
                visitor.Set(SearchAttributeKey.CreateDateTimeOffset(name), time.ToDateTimeOffset());
            }
            else
            {
                visitor.Set(SearchAttributeKey.CreateKeywordList(name), Keywords(name, value));
            }
        }
    }

    private static List<string> Keywords(string name, LuaValue value)
    {
        var keywords = new List<string>();
        if (value.TryGetTable(out var list))
        {
            for (var index = 1L; index <= list.Length && list[index].TryGetString(out var item); index++)
            {
                keywords.Add(item.ToString());
            }
        }

        return keywords.Count > 0 && keywords.Count == list!.Length
            ? keywords : throw new OptionException($"search attribute \"{name}\": unsupported value type {value.TypeName}");
    }

    private interface IVisitor
    {
        void Set<T>(SearchAttributeKey<T> key, T value)
            where T : notnull;
    }

    private sealed class Setter(SearchAttributeCollection.Builder builder) : IVisitor
    {
        public void Set<T>(SearchAttributeKey<T> key, T value)
            where T : notnull => builder.Set(key, value);
    }

    private sealed class Updater : IVisitor
    {
        public List<SearchAttributeUpdate> Updates { get; } = [];

        public void Set<T>(SearchAttributeKey<T> key, T value)
            where T : notnull => Updates.Add(SearchAttributeUpdate.ValueSet(key, value));
    }
}
