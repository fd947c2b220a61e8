namespace Wippy.Runtime.Libraries;

/// <summary>What an option of a format string stands for.</summary>
internal enum PackKind
{
    Signed,
    Unsigned,
    Single,
    Double,
    Fixed,
    Prefixed,
    ZeroTerminated,
    Padding,
    Alignment,
    None,

    /// <summary>No option: <see cref="PackFormat.Next"/> raises what is wrong.</summary>
    Invalid,
}
