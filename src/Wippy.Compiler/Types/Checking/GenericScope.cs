using System;
using System.Collections.Generic;
using System.Linq;

namespace Wippy.Compiler.Types.Checking;

/// <summary>The generic parameters that a type may name, innermost first.</summary>
internal sealed class GenericScope(IReadOnlyList<ParameterReference> parameters, GenericScope? outer)
{
    public ParameterReference? Find(string name) =>
        parameters.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.Ordinal)) ?? outer?.Find(name);
}
