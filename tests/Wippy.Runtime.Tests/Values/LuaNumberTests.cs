using System.Globalization;
using System.Text;
using Xunit;

namespace Wippy.Runtime.Tests.Values;

public class LuaNumberTests
{
    [Theory]
    [InlineData(5.0, "5", "5.0")]
    [InlineData(-0.0, "-0", "-0.0")]
    [InlineData(0.30000000000000004, "0.30000000000000004", "0.3")]
    [InlineData(0.1, "0.1", "0.1")]
    [InlineData(1e15, "1000000000000000", "1e+15")]
    [InlineData(1e20, "100000000000000000000", "1e+20")]
    [InlineData(1e21, "1e+21", "1e+21")]
    [InlineData(1.5e300, "1.5e+300", "1.5e+300")]
    [InlineData(1e-4, "0.0001", "0.0001")]
    [InlineData(1e-5, "1e-05", "1e-05")]
    [InlineData(1.25e-7, "1.25e-07", "1.25e-07")]
    [InlineData(123.456, "123.456", "123.456")]
    [InlineData(-2.5, "-2.5", "-2.5")]
    [InlineData(2.9802322387695312e-8, "2.9802322387695312e-08", "2.9802322387695e-08")]
    [InlineData(3.141592653589793, "3.141592653589793", "3.1415926535898")]
    [InlineData(9007199254740992.0, "9007199254740992", "9.007199254741e+15")]
    [InlineData(double.PositiveInfinity, "inf", "inf")]
    [InlineData(double.NegativeInfinity, "-inf", "-inf")]
    public void FloatsAreWrittenInBothModes(double number, string wippy, string puc)
    {
        Assert.Equal(wippy, LuaNumber.ToText(number, NumberFormat.Wippy));
        Assert.Equal(puc, LuaNumber.ToText(number, NumberFormat.Puc));
    }

    [Fact]
    public void EveryFloatSurvivesItsText()
    {
        const int Seed = 7;
        var random = new System.Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var number = System.BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(number))
            {
                var text = LuaNumber.ToText(number, NumberFormat.Wippy);
                var read = LuaNumber.Parse(Encoding.ASCII.GetBytes(text));
                Assert.True(read.IsNumber && read.AsNumber().Equals(number), string.Create(CultureInfo.InvariantCulture, $"seed {Seed}: {number:R} became {text}"));
            }
        }
    }

    /// <summary>The quick ways of writing and reading agree with .NET, which rounds exactly and ties to even, as C does.</summary>
    [Fact]
    public void FloatsAreRoundedExactly()
    {
        const int Seed = 11;
        var random = new System.Random(Seed);
        var target = new byte[FloatText.MaximumLength];
        for (var i = 0; i < 60_000; i++)
        {
            // Any bits; few bits, so that ties are frequent; decimals.
            var number = System.Math.Abs((i % 3) switch
            {
                0 => System.BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                1 => random.Next(1, 4096) * System.Math.Pow(2, random.Next(-70, 70)),
                _ => System.Math.Round(random.NextDouble() * System.Math.Pow(10, random.Next(0, 12)), random.Next(0, 6)),
            });
            if (!double.IsFinite(number))
            {
                continue;
            }

            var precision = random.Next(0, 22);
            var plain = Encoding.ASCII.GetString(target, 0, FloatText.WriteFixed(target, number, precision, false));
            Assert.Equal(number.ToString("F" + precision, CultureInfo.InvariantCulture), plain);
            var scientific = Encoding.ASCII.GetString(target, 0, FloatText.WriteScientific(target, number, precision, false));
            var parts = number.ToString("E" + precision, CultureInfo.InvariantCulture).Split('E');
            Assert.Equal(parts[0] + "e" + int.Parse(parts[1], CultureInfo.InvariantCulture).ToString("+00;-00", CultureInfo.InvariantCulture), scientific);
            var shortest = LuaNumber.ToText(number, NumberFormat.Wippy);
            Assert.Equal(number, double.Parse(shortest, CultureInfo.InvariantCulture));

            // The text of .NET for some powers of two is another float.
            if (!double.IsPow2(number))
            {
                Assert.Equal(Digits(number.ToString("R", CultureInfo.InvariantCulture)), Digits(shortest));
            }

            Assert.Equal(number, LuaNumber.Parse(Encoding.ASCII.GetBytes(shortest)).AsNumber());
        }

        static string Digits(string text) => new string([.. System.Linq.Enumerable.Where(text.Split('e', 'E')[0], char.IsAsciiDigit)]).Trim('0');
    }

    [Theory]
    [InlineData(9007199254740993L, 9007199254740992.0, false, false, true)]
    [InlineData(long.MaxValue, 9223372036854775808.0, true, true, false)]
    [InlineData(long.MinValue, -9223372036854775808.0, false, true, true)]
    [InlineData(1L, 1.5, true, true, false)]
    [InlineData(-1L, -1.5, false, false, true)]
    [InlineData(0L, double.NaN, false, false, false)]
    [InlineData(0L, double.PositiveInfinity, true, true, false)]
    [InlineData(0L, double.NegativeInfinity, false, false, true)]
    public void IntegersAndFloatsCompareExactly(long integer, double number, bool less, bool lessOrEqual, bool greaterOrEqual)
    {
        Assert.Equal(less, LuaOperators.LessThan(integer, number, 0));
        Assert.Equal(lessOrEqual, LuaOperators.LessOrEqual(integer, number, 0));
        Assert.Equal(greaterOrEqual, LuaOperators.LessOrEqual(number, integer, 0));
        Assert.Equal(lessOrEqual && greaterOrEqual, LuaOperators.Equal(integer, number));
    }
}
