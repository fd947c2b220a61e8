using System;
using System.Collections.Generic;
using System.Globalization;

namespace Wippy.Runtime.Modules;

/// <summary>
/// Abbreviations of time zones. The host's zone data has none, so the frequent ones are listed here; other zones print their offset, as the zone database does for most.
/// </summary>
internal static class TimeZoneNames
{
    private static readonly Dictionary<string, (string Standard, string Daylight)> Names = new(StringComparer.Ordinal)
    {
        ["UTC"] = ("UTC", "UTC"),
        ["Etc/UTC"] = ("UTC", "UTC"),
        ["GMT"] = ("GMT", "GMT"),
        ["Etc/GMT"] = ("GMT", "GMT"),
        ["Europe/London"] = ("GMT", "BST"),
        ["Europe/Dublin"] = ("GMT", "IST"),
        ["Europe/Lisbon"] = ("WET", "WEST"),
        ["Europe/Berlin"] = ("CET", "CEST"),
        ["Europe/Paris"] = ("CET", "CEST"),
        ["Europe/Madrid"] = ("CET", "CEST"),
        ["Europe/Rome"] = ("CET", "CEST"),
        ["Europe/Vienna"] = ("CET", "CEST"),
        ["Europe/Zurich"] = ("CET", "CEST"),
        ["Europe/Amsterdam"] = ("CET", "CEST"),
        ["Europe/Brussels"] = ("CET", "CEST"),
        ["Europe/Warsaw"] = ("CET", "CEST"),
        ["Europe/Prague"] = ("CET", "CEST"),
        ["Europe/Budapest"] = ("CET", "CEST"),
        ["Europe/Stockholm"] = ("CET", "CEST"),
        ["Europe/Oslo"] = ("CET", "CEST"),
        ["Europe/Copenhagen"] = ("CET", "CEST"),
        ["Europe/Athens"] = ("EET", "EEST"),
        ["Europe/Helsinki"] = ("EET", "EEST"),
        ["Europe/Kyiv"] = ("EET", "EEST"),
        ["Europe/Kiev"] = ("EET", "EEST"),
        ["Europe/Moscow"] = ("MSK", "MSK"),
        ["America/New_York"] = ("EST", "EDT"),
        ["America/Toronto"] = ("EST", "EDT"),
        ["America/Detroit"] = ("EST", "EDT"),
        ["America/Chicago"] = ("CST", "CDT"),
        ["America/Denver"] = ("MST", "MDT"),
        ["America/Phoenix"] = ("MST", "MST"),
        ["America/Los_Angeles"] = ("PST", "PDT"),
        ["America/Anchorage"] = ("AKST", "AKDT"),
        ["America/Halifax"] = ("AST", "ADT"),
        ["Pacific/Honolulu"] = ("HST", "HST"),
        ["Asia/Tokyo"] = ("JST", "JST"),
        ["Asia/Seoul"] = ("KST", "KST"),
        ["Asia/Shanghai"] = ("CST", "CST"),
        ["Asia/Hong_Kong"] = ("HKT", "HKT"),
        ["Asia/Kolkata"] = ("IST", "IST"),
        ["Asia/Jerusalem"] = ("IST", "IDT"),
        ["Asia/Manila"] = ("PST", "PST"),
        ["Asia/Jakarta"] = ("WIB", "WIB"),
        ["Australia/Sydney"] = ("AEST", "AEDT"),
        ["Australia/Melbourne"] = ("AEST", "AEDT"),
        ["Australia/Brisbane"] = ("AEST", "AEST"),
        ["Australia/Adelaide"] = ("ACST", "ACDT"),
        ["Australia/Perth"] = ("AWST", "AWST"),
        ["Pacific/Auckland"] = ("NZST", "NZDT"),
        ["Africa/Johannesburg"] = ("SAST", "SAST"),
        ["Africa/Cairo"] = ("EET", "EEST"),
        ["Africa/Lagos"] = ("WAT", "WAT"),
        ["Africa/Nairobi"] = ("EAT", "EAT"),
    };

    public static string Abbreviation(TimeZoneInfo zone, DateTimeOffset time)
    {
        if (Names.TryGetValue(zone.Id, out var names))
        {
            return zone.IsDaylightSavingTime(time) ? names.Daylight : names.Standard;
        }

        var offset = zone.GetUtcOffset(time);
        var text = (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh", CultureInfo.InvariantCulture);
        return offset.Minutes == 0 ? text : text + offset.ToString("mm", CultureInfo.InvariantCulture);
    }

    /// <summary>The offset that an abbreviation means in a zone at a time; null if the zone does not use it.</summary>
    public static TimeSpan? OffsetOf(TimeZoneInfo zone, string abbreviation, DateTime local)
    {
        if (!Names.TryGetValue(zone.Id, out var names))
        {
            return null;
        }

        if (names.Standard != abbreviation && names.Daylight != abbreviation)
        {
            return null;
        }

        if (names.Standard == names.Daylight)
        {
            return zone.GetUtcOffset(local);
        }

        return names.Daylight == abbreviation ? zone.BaseUtcOffset + TimeSpan.FromHours(1) : zone.BaseUtcOffset;
    }
}
