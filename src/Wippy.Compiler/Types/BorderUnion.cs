using System.Collections.Generic;

namespace Wippy.Compiler.Types;

/// <summary>Reduces <c>A | B</c> to what C# can say.</summary>
internal static class BorderUnion
{
    /// <summary>
    /// Equal members are one, nil makes the rest optional, integer and number are number; members that still differ are
    /// <see cref="BorderType.Any"/>.
    /// </summary>
    public static BorderType Merge(IEnumerable<BorderType> members)
    {
        BorderType? merged = null;
        var allowsNil = false;
        foreach (var member in members)
        {
            var type = member;
            if (type is BorderOptional optional)
            {
                allowsNil = true;
                type = optional.Inner;
            }

            if (type == BorderType.Nil)
            {
                allowsNil = true;
            }
            else if (merged is null || merged == type)
            {
                merged = type;
            }
            else
            {
                merged = IsNumber(merged) && IsNumber(type) ? BorderType.Number : BorderType.Any;
            }
        }

        return merged is null ? BorderType.Nil : allowsNil ? merged.OrNil() : merged;
    }

    private static bool IsNumber(BorderType type) => type == BorderType.Number || type == BorderType.Integer;
}
