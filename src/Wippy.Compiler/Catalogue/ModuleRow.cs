using Wippy.Compiler.Text;

namespace Wippy.Compiler.Catalogue;

/// <summary>A module as the compiler knows it.</summary>
/// <param name="Name">Its name in <c>modules:</c> and as a global.</param>
/// <param name="Classes">Classes for the filter of workflows.</param>
/// <param name="OpenTarget">C# method that makes the module table, without <c>global::</c>; null when the module is not supported yet.</param>
/// <param name="IsAlwaysAvailable">Whether it is a global without being listed.</param>
/// <param name="Functions">Functions, in the order of the documentation.</param>
public sealed record ModuleRow(
    string Name, ModuleClasses Classes, string? OpenTarget, bool IsAlwaysAvailable, EquatableArray<ModuleFunction> Functions)
{
    /// <summary>Whether programs may use it.</summary>
    public bool IsSupported => OpenTarget is not null || IsAlwaysAvailable;

    /// <summary>Whether a workflow may list it (spec/temporal.md section 11).</summary>
    public bool IsAllowedInWorkflows => (Classes & (ModuleClasses.Deterministic | ModuleClasses.Workflow)) != 0;

    /// <summary>The function called <paramref name="name"/>, or null.</summary>
    public ModuleFunction? Find(string name)
    {
        foreach (var function in Functions)
        {
            if (string.Equals(function.Name, name, System.StringComparison.Ordinal))
            {
                return function;
            }
        }

        return null;
    }
}
