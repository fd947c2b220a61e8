using System;
using System.Collections.Generic;
using System.Globalization;

namespace Wippy.Compiler.Text;

/// <summary>
/// Chooses numbers for names that are taken. Numbers mostly are given one after another, so that the first free one is found by doubling and halving: thousands
/// of things of one name need no search through all before.
/// </summary>
internal static class NumberedName
{
    /// <summary>Takes the name, with a number from 2 when it is taken.</summary>
    /// <param name="taken">The names that are taken; the result is added.</param>
    /// <param name="name">The name wanted.</param>
    public static string Unique(HashSet<string> taken, string name) =>
        taken.Add(name) ? name : Take(taken, 2, i => name + i.ToString(CultureInfo.InvariantCulture));

    /// <summary>Takes the name with a free number: the first, when the numbers below it are taken without a gap.</summary>
    /// <param name="taken">The names that are taken; the result is added.</param>
    /// <param name="first">The first number to try.</param>
    /// <param name="form">The name with a number.</param>
    public static string Take(HashSet<string> taken, int first, Func<int, string> form)
    {
        var low = first - 1;
        var high = first;
        for (var step = 2; taken.Contains(form(high)); step *= 2)
        {
            low = high;
            high += step;
        }

        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (taken.Contains(form(middle)))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        var name = form(high);
        taken.Add(name);
        return name;
    }
}
