using System;
using System.Globalization;
using System.Text;

namespace Wippy.Runtime.Modules;

/// <summary>
/// Layouts: sample texts for Mon Jan 2 15:04:05 2006, zone -0700 "MST" (spec/modules.md section 4, Layouts).
/// </summary>
internal static class TimeLayout
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    private static readonly string[] Offsets = ["-07:00:00", "-070000", "-07:00", "-0700", "-07", "Z07:00:00", "Z070000", "Z07:00", "Z0700", "Z07"];

    private enum Element
    {
        Literal,
        Year,
        ShortYear,
        MonthName,
        ShortMonthName,
        PaddedMonth,
        Month,
        WeekdayName,
        ShortWeekdayName,
        PaddedDay,
        SpacedDay,
        Day,
        PaddedYearDay,
        SpacedYearDay,
        Hour,
        PaddedHour12,
        Hour12,
        UpperMeridiem,
        LowerMeridiem,
        PaddedMinute,
        Minute,
        PaddedSecond,
        Second,
        FixedFraction,
        TrimmedFraction,
        Abbreviation,
        Offset,
    }

    /// <summary>The time as text.</summary>
    public static string Format(LuaTime time, string layout)
    {
        var result = new StringBuilder();
        var civil = time.Civil;
        for (var i = 0; i < layout.Length;)
        {
            var element = Match(layout, i, out var length);
            switch (element)
            {
                case Element.Literal:
                    result.Append(layout[i]);
                    break;
                case Element.Year:
                    result.Append(civil.Year < 0 ? "-" + Number(-civil.Year, 4) : Number(civil.Year, 4));
                    break;
                case Element.ShortYear:
                    result.Append(Number(((civil.Year % 100) + 100) % 100, 2));
                    break;
                case Element.MonthName:
                    result.Append(Months[civil.Month - 1]);
                    break;
                case Element.ShortMonthName:
                    result.Append(Months[civil.Month - 1].AsSpan(0, 3));
                    break;
                case Element.PaddedMonth:
                    result.Append(Number(civil.Month, 2));
                    break;
                case Element.Month:
                    result.Append(civil.Month);
                    break;
                case Element.WeekdayName:
                    result.Append(Weekdays[civil.Weekday]);
                    break;
                case Element.ShortWeekdayName:
                    result.Append(Weekdays[civil.Weekday].AsSpan(0, 3));
                    break;
                case Element.PaddedDay:
                    result.Append(Number(civil.Day, 2));
                    break;
                case Element.SpacedDay:
                    result.Append(Number(civil.Day, 1).PadLeft(2));
                    break;
                case Element.Day:
                    result.Append(civil.Day);
                    break;
                case Element.PaddedYearDay:
                    result.Append(Number(civil.YearDay, 3));
                    break;
                case Element.SpacedYearDay:
                    result.Append(Number(civil.YearDay, 1).PadLeft(3));
                    break;
                case Element.Hour:
                    result.Append(Number(civil.Hour, 2));
                    break;
                case Element.PaddedHour12:
                    result.Append(Number(civil.Hour % 12 == 0 ? 12 : civil.Hour % 12, 2));
                    break;
                case Element.Hour12:
                    result.Append(civil.Hour % 12 == 0 ? 12 : civil.Hour % 12);
                    break;
                case Element.UpperMeridiem:
                    result.Append(civil.Hour >= 12 ? "PM" : "AM");
                    break;
                case Element.LowerMeridiem:
                    result.Append(civil.Hour >= 12 ? "pm" : "am");
                    break;
                case Element.PaddedMinute:
                    result.Append(Number(civil.Minute, 2));
                    break;
                case Element.Minute:
                    result.Append(civil.Minute);
                    break;
                case Element.PaddedSecond:
                    result.Append(Number(civil.Second, 2));
                    break;
                case Element.Second:
                    result.Append(civil.Second);
                    break;
                case Element.FixedFraction:
                case Element.TrimmedFraction:
                    {
                        var digits = Number(time.Nanosecond, 9).PadRight(length - 1, '0')[..(length - 1)];
                        digits = element == Element.TrimmedFraction ? digits.TrimEnd('0') : digits;
                        result.Append(digits.Length > 0 ? layout[i] + digits : "");
                        break;
                    }

                case Element.Abbreviation:
                    result.Append(time.Abbreviation.Length > 0 ? time.Abbreviation : FormatOffset(time.Offset, "-0700"));
                    break;
                case Element.Offset:
                    result.Append(FormatOffset(time.Offset, layout.Substring(i, length)));
                    break;
            }

            i += length;
        }

        return result.ToString();
    }

    /// <summary>Reads a text; null with a reason if it does not fit the layout.</summary>
    public static LuaTime? Parse(string layout, string text, LuaLocation location, out string problem)
    {
        var reader = new Reader(text);
        problem = "";
        for (var i = 0; i < layout.Length;)
        {
            var element = Match(layout, i, out var length);
            var layoutPart = layout.AsSpan(i, length);
            i += length;
            var followedByFraction = i < layout.Length && Match(layout, i, out _) is Element.FixedFraction or Element.TrimmedFraction;
            if (!reader.Read(element, layoutPart, followedByFraction))
            {
                problem = $"parsing time \"{text}\" as \"{layout}\": cannot parse \"{reader.Rest}\" as \"{layoutPart}\"";
                return null;
            }
        }

        if (reader.Rest.Length > 0)
        {
            problem = $"parsing time \"{text}\": extra text: \"{reader.Rest}\"";
            return null;
        }

        var result = reader.ToTime(location, out var range);
        if (result is null)
        {
            problem = $"parsing time \"{text}\": {range} out of range";
        }

        return result;
    }

    private static string Number(long value, int width) => value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static string FormatOffset(int offset, string layout)
    {
        if (layout[0] == 'Z' && offset == 0)
        {
            return "Z";
        }

        var magnitude = Math.Abs(offset);
        var text = (offset < 0 ? "-" : "+") + Number(magnitude / 3600, 2);
        var colon = layout.Contains(':', StringComparison.Ordinal) ? ":" : "";
        var digits = layout.Replace(":", "", StringComparison.Ordinal).Length - 1;
        text += digits >= 4 ? colon + Number(magnitude / 60 % 60, 2) : "";
        return digits >= 6 ? text + colon + Number(magnitude % 60, 2) : text;
    }

    /// <summary>The longest element at a place; a literal character if there is none.</summary>
    private static Element Match(string layout, int i, out int length)
    {
        var rest = layout.AsSpan(i);
        switch (rest[0])
        {
            case 'J' when rest.StartsWith("January"):
                length = 7;
                return Element.MonthName;
            case 'J' when rest.StartsWith("Jan") && !StartsWithLowerCase(rest[3..]):
                length = 3;
                return Element.ShortMonthName;
            case 'M' when rest.StartsWith("Monday"):
                length = 6;
                return Element.WeekdayName;
            case 'M' when rest.StartsWith("Mon") && !StartsWithLowerCase(rest[3..]):
                length = 3;
                return Element.ShortWeekdayName;
            case 'M' when rest.StartsWith("MST"):
                length = 3;
                return Element.Abbreviation;
            case '0' when rest.StartsWith("002"):
                length = 3;
                return Element.PaddedYearDay;
            case '0' when rest.Length > 1 && rest[1] is >= '1' and <= '6':
                length = 2;
                return rest[1] switch
                {
                    '1' => Element.PaddedMonth,
                    '2' => Element.PaddedDay,
                    '3' => Element.PaddedHour12,
                    '4' => Element.PaddedMinute,
                    '5' => Element.PaddedSecond,
                    _ => Element.ShortYear,
                };
            case '1' when rest.StartsWith("15"):
                length = 2;
                return Element.Hour;
            case '1':
                length = 1;
                return Element.Month;
            case '2' when rest.StartsWith("2006"):
                length = 4;
                return Element.Year;
            case '2':
                length = 1;
                return Element.Day;
            case '_' when rest.StartsWith("_2006"):
                length = 1;
                return Element.Literal;
            case '_' when rest.StartsWith("_2"):
                length = 2;
                return Element.SpacedDay;
            case '_' when rest.StartsWith("__2"):
                length = 3;
                return Element.SpacedYearDay;
            case '3':
                length = 1;
                return Element.Hour12;
            case '4':
                length = 1;
                return Element.Minute;
            case '5':
                length = 1;
                return Element.Second;
            case 'P' when rest.StartsWith("PM"):
                length = 2;
                return Element.UpperMeridiem;
            case 'p' when rest.StartsWith("pm"):
                length = 2;
                return Element.LowerMeridiem;
            case '-' or 'Z':
                foreach (var offset in Offsets)
                {
                    if (rest.StartsWith(offset))
                    {
                        length = offset.Length;
                        return Element.Offset;
                    }
                }

                break;
            case '.' or ',' when rest.Length > 1 && rest[1] is '0' or '9':
                {
                    var end = 1;
                    while (end < rest.Length && rest[end] == rest[1])
                    {
                        end++;
                    }

                    if (end == rest.Length || !char.IsAsciiDigit(rest[end]))
                    {
                        length = end;
                        return rest[1] == '0' ? Element.FixedFraction : Element.TrimmedFraction;
                    }

                    break;
                }
        }

        length = 1;
        return Element.Literal;
    }

    private static bool StartsWithLowerCase(ReadOnlySpan<char> text) => !text.IsEmpty && char.IsAsciiLetterLower(text[0]);

    /// <summary>What has been read of a text.</summary>
    private ref struct Reader(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> rest = text;
        private int year;
        private int month = -1;
        private int day = -1;
        private int yearDay = -1;
        private int hour;
        private int minute;
        private int second;
        private int nanosecond;
        private bool? afternoon;
        private bool utc;
        private int? offset;
        private string abbreviation = "";

        public readonly ReadOnlySpan<char> Rest => rest;

        public bool Read(Element element, ReadOnlySpan<char> layout, bool followedByFraction)
        {
            switch (element)
            {
                case Element.Literal:
                    return Skip(layout);
                case Element.Year:
                    return ReadNumber(4, 4, out year);
                case Element.ShortYear:
                    if (!ReadNumber(2, 2, out year))
                    {
                        return false;
                    }

                    year += year >= 69 ? 1900 : 2000;
                    return true;
                case Element.MonthName:
                    return ReadName(Months, 0, out month);
                case Element.ShortMonthName:
                    return ReadName(Months, 3, out month);
                case Element.PaddedMonth:
                    return ReadNumber(2, 2, out month);
                case Element.Month:
                    return ReadNumber(1, 2, out month);
                case Element.WeekdayName:
                    return ReadName(Weekdays, 0, out _);
                case Element.ShortWeekdayName:
                    return ReadName(Weekdays, 3, out _);
                case Element.PaddedDay:
                    return ReadNumber(2, 2, out day);
                case Element.SpacedDay:
                    SkipSpaces(1);
                    return ReadNumber(1, 2, out day);
                case Element.Day:
                    return ReadNumber(1, 2, out day);
                case Element.PaddedYearDay:
                    return ReadNumber(3, 3, out yearDay);
                case Element.SpacedYearDay:
                    SkipSpaces(2);
                    return ReadNumber(1, 3, out yearDay);
                case Element.Hour:
                case Element.Hour12:
                    return ReadNumber(1, 2, out hour);
                case Element.PaddedHour12:
                    return ReadNumber(2, 2, out hour);
                case Element.PaddedMinute:
                    return ReadNumber(2, 2, out minute);
                case Element.Minute:
                    return ReadNumber(1, 2, out minute);
                case Element.PaddedSecond:
                    return ReadNumber(2, 2, out second) && ReadHiddenFraction(followedByFraction);
                case Element.Second:
                    return ReadNumber(1, 2, out second) && ReadHiddenFraction(followedByFraction);
                case Element.UpperMeridiem:
                    return ReadMeridiem("AM", "PM");
                case Element.LowerMeridiem:
                    return ReadMeridiem("am", "pm");
                case Element.FixedFraction:
                    return rest.Length >= layout.Length && rest[0] is '.' or ',' && ReadFraction(layout.Length - 1);
                case Element.TrimmedFraction:
                    return ReadHiddenFraction(false);
                case Element.Offset:
                    return ReadOffset(layout);
                default:
                    return ReadAbbreviation();
            }
        }

        public readonly LuaTime? ToTime(LuaLocation location, out string range)
        {
            var actualHour = afternoon switch
            {
                true when hour < 12 => hour + 12,
                false when hour == 12 => 0,
                _ => hour,
            };
            if (actualHour > 23 || minute > 59 || second > 59)
            {
                range = actualHour > 23 ? "hour" : minute > 59 ? "minute" : "second";
                return null;
            }

            range = month is 0 or > 12 ? "month" : "day";
            var actualMonth = month < 0 ? 1 : month;
            var actualDay = day < 0 ? 1 : day;
            if (month is 0 or > 12)
            {
                return null;
            }

            if (yearDay >= 0)
            {
                range = "day-of-year";
                var days = CivilTime.DaysIn(year, 2) + 337;
                if (yearDay < 1 || yearDay > days)
                {
                    return null;
                }

                var civil = CivilTime.FromSeconds(CivilTime.ToSeconds(year, 1, yearDay));
                if ((month >= 0 && month != civil.Month) || (day >= 0 && day != civil.Day))
                {
                    return null;
                }

                actualMonth = civil.Month;
                actualDay = civil.Day;
            }

            if (actualDay < 1 || actualDay > CivilTime.DaysIn(year, actualMonth))
            {
                return null;
            }

            var local = CivilTime.ToSeconds(year, actualMonth, actualDay) + (actualHour * 3600) + (minute * 60) + second;
            if (utc)
            {
                return new LuaTime(local, nanosecond, LuaLocation.Utc);
            }

            if (offset is int east)
            {
                var (there, name) = location.At(local - east);
                return there == east && (abbreviation.Length == 0 || abbreviation == name)
                    ? new LuaTime(local - east, nanosecond, location)
                    : new LuaTime(local - east, nanosecond, LuaLocation.Fixed(abbreviation, east));
            }

            if (abbreviation.Length > 0)
            {
                if (location.OffsetOf(abbreviation, local) is int known)
                {
                    return new LuaTime(local - known, nanosecond, location);
                }

                var hours = abbreviation.StartsWith("GMT", StringComparison.Ordinal)
                    && int.TryParse(abbreviation.AsSpan(3), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given) ? given : 0;
                return new LuaTime(local - (hours * 3600), nanosecond, LuaLocation.Fixed(abbreviation, hours * 3600));
            }

            return LuaTime.FromDate(year, actualMonth, actualDay, actualHour, minute, second, nanosecond, location);
        }

        private bool Skip(ReadOnlySpan<char> literal)
        {
            if (literal is " ")
            {
                // A space of the layout stands for any number of spaces.
                SkipSpaces(int.MaxValue);
                return true;
            }

            if (!rest.StartsWith(literal))
            {
                return false;
            }

            rest = rest[literal.Length..];
            return true;
        }

        private void SkipSpaces(int most)
        {
            for (; most > 0 && !rest.IsEmpty && rest[0] == ' '; most--)
            {
                rest = rest[1..];
            }
        }

        private bool ReadNumber(int fewest, int most, out int value)
        {
            value = 0;
            var count = 0;
            while (count < most && count < rest.Length && char.IsAsciiDigit(rest[count]))
            {
                value = (value * 10) + rest[count++] - '0';
            }

            rest = count >= fewest ? rest[count..] : rest;
            return count >= fewest;
        }

        private bool ReadName(string[] names, int length, out int index)
        {
            for (index = 1; index <= names.Length; index++)
            {
                var name = length == 0 ? names[index - 1] : names[index - 1].AsSpan(0, length);
                if (rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    rest = rest[name.Length..];
                    return true;
                }
            }

            return false;
        }

        private bool ReadMeridiem(string morning, string evening)
        {
            if (!rest.StartsWith(morning) && !rest.StartsWith(evening))
            {
                return false;
            }

            afternoon = rest.StartsWith(evening);
            rest = rest[2..];
            return true;
        }

        private bool ReadHiddenFraction(bool followedByFraction)
        {
            if (followedByFraction || rest.Length < 2 || rest[0] is not ('.' or ',') || !char.IsAsciiDigit(rest[1]))
            {
                return true;
            }

            var count = 1;
            while (count < rest.Length && char.IsAsciiDigit(rest[count]))
            {
                count++;
            }

            return ReadFraction(count - 1);
        }

        private bool ReadFraction(int digits)
        {
            nanosecond = 0;
            for (var i = 1; i <= 9; i++)
            {
                var digit = i <= digits ? rest[i] - '0' : 0;
                if (digit is < 0 or > 9)
                {
                    return false;
                }

                nanosecond = (nanosecond * 10) + digit;
            }

            rest = rest[(digits + 1)..];
            return true;
        }

        private bool ReadOffset(ReadOnlySpan<char> layout)
        {
            if (layout[0] == 'Z' && !rest.IsEmpty && rest[0] == 'Z')
            {
                rest = rest[1..];
                utc = true;
                return true;
            }

            if (rest.IsEmpty || rest[0] is not ('+' or '-'))
            {
                return false;
            }

            var negative = rest[0] == '-';
            rest = rest[1..];
            var colon = layout.Contains(':');
            var digits = layout.Length - 1 - (colon ? layout.Count(':') : 0);
            var seconds = 0;
            if (!ReadNumber(2, 2, out var hours) || hours > 24)
            {
                return false;
            }

            var minutes = 0;
            if ((digits >= 4 && ((colon && !Skip(":")) || !ReadNumber(2, 2, out minutes) || minutes > 60))
                || (digits >= 6 && ((colon && !Skip(":")) || !ReadNumber(2, 2, out seconds) || seconds > 60)))
            {
                return false;
            }

            var total = (hours * 3600) + (minutes * 60) + seconds;
            offset = negative ? -total : total;
            return true;
        }

        private bool ReadAbbreviation()
        {
            if (rest.StartsWith("UTC"))
            {
                rest = rest[3..];
                utc = true;
                return true;
            }

            var count = 0;
            while (count < rest.Length && count < 5 && char.IsAsciiLetterUpper(rest[count]))
            {
                count++;
            }

            if (rest.StartsWith("GMT") && count == 3 && rest.Length > 3 && rest[3] is '+' or '-')
            {
                count = 4;
                while (count < rest.Length && char.IsAsciiDigit(rest[count]) && count < 6)
                {
                    count++;
                }
            }
            else if (count == 0 && rest.Length >= 3 && rest[0] is '+' or '-' && char.IsAsciiDigit(rest[1]) && char.IsAsciiDigit(rest[2]))
            {
                count = 3;
                offset = int.Parse(rest[..3], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) * 3600;
            }

            if (count < 3)
            {
                return false;
            }

            abbreviation = rest[..count].ToString();
            rest = rest[count..];
            return true;
        }
    }
}
