namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/oop.lua by hand.</summary>
internal static class Oop
{
    public static string Run(int n)
    {
        Shape[] shapes = [new Square(0, 0, 3), new Rectangle(1, 1, 2, 5), new Shape(2, 2), new Square(3, 3, 4)];
        long sum = 0;
        for (var i = 1; i <= n; i++)
        {
            var shape = shapes[i % 4];
            shape.Move(i % 3, 1);
            sum = (sum + shape.Weight() + shape.X + shape.Y) % 1000000007;
        }

        return Text.Of(sum);
    }

    private class Shape(long x, long y)
    {
        private long _moved;

        public long X { get; private set; } = x;

        public long Y { get; private set; } = y;

        public void Move(long dx, long dy)
        {
            X += dx;
            Y += dy;
            _moved++;
        }

        public long Weight() => Area() * 2 + _moved;

        protected virtual long Area() => 0;
    }

    private sealed class Square(long x, long y, long side) : Shape(x, y)
    {
        protected override long Area() => side * side;
    }

    private sealed class Rectangle(long x, long y, long width, long height) : Shape(x, y)
    {
        protected override long Area() => width * height;
    }
}
