using System;
using System.Collections.Generic;
using Wippy.Compiler.Text;
using Wippy.Compiler.Types;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>Gives each Lua name in one scope a C# name of its own.</summary>
internal sealed class MemberNames
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public MemberNames(params string[] reserved) => _used.UnionWith(reserved);

    /// <summary><c>order_id</c> as <c>OrderId</c>.</summary>
    public string Pascal(string name) => Unique(BorderResolver.Pascal(name));

    /// <summary><c>order_id</c> as <c>orderId</c>.</summary>
    public string Camel(string name)
    {
        var pascal = BorderResolver.Pascal(name);
        return Unique(char.ToLowerInvariant(pascal[0]) + pascal.Substring(1));
    }

    /// <summary>The name, with a number from 2 when it is taken.</summary>
    public string Unique(string name) => NumberedName.Unique(_used, name);
}
