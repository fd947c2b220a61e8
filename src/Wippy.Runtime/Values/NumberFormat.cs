namespace Wippy.Runtime;

/// <summary>How floats are written (spec/lua.md section 4, Numbers and strings).</summary>
public enum NumberFormat
{
    /// <summary>Integral floats without ".0", others shortest round-trip: what programs written for Wippy expect.</summary>
    Wippy,

    /// <summary>"%.14g" and ".0" as stock Lua 5.3 does.</summary>
    Puc,
}
