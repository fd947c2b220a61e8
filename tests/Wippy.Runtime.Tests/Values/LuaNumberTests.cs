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
