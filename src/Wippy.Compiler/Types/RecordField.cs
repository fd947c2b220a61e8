using System.Collections.Generic;

namespace Wippy.Compiler.Types;

/// <summary>The place of a field in the record that its table probably is.</summary>
/// <param name="Names">The names of the first fields of the record, in their order; it may have more.</param>
/// <param name="Index">The position of the field among them.</param>
/// <param name="IsFilled">Whether it probably always has a value.</param>
internal sealed record RecordField(IReadOnlyList<string> Names, int Index, bool IsFilled)
{
    /// <summary>Records with more fields are filled one by one: their shape is not shared.</summary>
    public const int MaximumNames = 32;
}
