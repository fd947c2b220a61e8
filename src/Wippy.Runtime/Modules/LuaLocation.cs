using System;

namespace Wippy.Runtime.Modules;

/// <summary>A Location of the <c>time</c> module: a time zone (spec/modules.md section 4).</summary>
public sealed class LuaLocation : LuaUserdata
{
    private static readonly LuaTable Methods = Libraries.LibraryTable.Create(
        new LuaFunction1("string", self => LuaArguments.CheckUserdata<LuaLocation>(self, 1, "string", "time.Location").Name));

    private readonly TimeZoneInfo? zone;
    private readonly int fixedOffset;

    private LuaLocation(string name, TimeZoneInfo? zone, int fixedOffset)
    {
        Name = name;
        this.zone = zone;
        this.fixedOffset = fixedOffset;
    }

    /// <summary>UTC.</summary>
    public static LuaLocation Utc { get; } = new("UTC", null, 0);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>A zone of the zone database, or the host's local one, under a name.</summary>
    public static LuaLocation Of(TimeZoneInfo zone, string name) => new(name, zone, 0);

    /// <summary>A zone with a fixed offset.</summary>
    public static LuaLocation Fixed(string name, int secondsEast) => new(name, null, secondsEast);

    /// <inheritdoc/>
    public override string? HostType => "time.Location";

    /// <inheritdoc/>
    public override LuaTable? MethodTable => Methods;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The offset and abbreviation at an instant.</summary>
    internal (int Offset, string Abbreviation) At(long unixSeconds)
    {
        if (zone is null)
        {
            return (fixedOffset, Name);
        }

        var instant = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(unixSeconds, -62135510400, 253402214400));
        return ((int)zone.GetUtcOffset(instant).TotalSeconds, TimeZoneNames.Abbreviation(zone, instant));
    }

    /// <summary>The offset that an abbreviation stands for here at a local time; null if it is not used here.</summary>
    internal int? OffsetOf(string abbreviation, long localSeconds)
    {
        if (zone is null)
        {
            return abbreviation == Name ? fixedOffset : null;
        }

        var local = DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(localSeconds, -62135510400, 253402214400)).DateTime;
        return (int?)TimeZoneNames.OffsetOf(zone, abbreviation, local)?.TotalSeconds;
    }
}
