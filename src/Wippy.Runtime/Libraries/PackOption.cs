namespace Wippy.Runtime.Libraries;

/// <summary>An option of a format string.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Size">Its bytes, without those of a string of any length.</param>
/// <param name="Alignment">What it is aligned to, a power of two.</param>
/// <param name="IsLittleEndian">The order of its bytes.</param>
internal readonly record struct PackOption(PackKind Kind, int Size, int Alignment, bool IsLittleEndian)
{
    /// <summary>The padding before it at this offset.</summary>
    public int Padding(long offset) => Alignment > 1 ? (int)((Alignment - (offset & (Alignment - 1))) & (Alignment - 1)) : 0;
}
