using System;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/nbody.lua by hand.</summary>
internal static class NBody
{
    private const double Solar = 4 * 3.141592653589793 * 3.141592653589793;
    private const double Year = 365.24;

    public static string Run(int n)
    {
        Body[] bodies =
        [
            new(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0),
            new(4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609),
            new(8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411899, 0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812),
            new(12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298),
            new(15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451),
        ];
        Offset(bodies);
        var before = Energy(bodies);
        for (var i = 0; i < n; i++)
        {
            Advance(bodies, 0.01);
        }

        return Text.Of(before, Energy(bodies));
    }

    private static void Advance(Body[] bodies, double dt)
    {
        for (var i = 0; i < bodies.Length; i++)
        {
            var bi = bodies[i];
            double x = bi.X, y = bi.Y, z = bi.Z, mass = bi.Mass, vx = bi.Vx, vy = bi.Vy, vz = bi.Vz;
            for (var j = i + 1; j < bodies.Length; j++)
            {
                var bj = bodies[j];
                double dx = x - bj.X, dy = y - bj.Y, dz = z - bj.Z;
                var d2 = dx * dx + dy * dy + dz * dz;
                var magnitude = dt / (Math.Sqrt(d2) * d2);
                var mj = bj.Mass * magnitude;
                vx -= dx * mj;
                vy -= dy * mj;
                vz -= dz * mj;
                var mi = mass * magnitude;
                bj.Vx += dx * mi;
                bj.Vy += dy * mi;
                bj.Vz += dz * mi;
            }

            (bi.Vx, bi.Vy, bi.Vz) = (vx, vy, vz);
            bi.X = x + dt * vx;
            bi.Y = y + dt * vy;
            bi.Z = z + dt * vz;
        }
    }

    private static double Energy(Body[] bodies)
    {
        var energy = 0.0;
        for (var i = 0; i < bodies.Length; i++)
        {
            var b = bodies[i];
            energy += 0.5 * b.Mass * (b.Vx * b.Vx + b.Vy * b.Vy + b.Vz * b.Vz);
            for (var j = i + 1; j < bodies.Length; j++)
            {
                var c = bodies[j];
                double dx = b.X - c.X, dy = b.Y - c.Y, dz = b.Z - c.Z;
                energy -= b.Mass * c.Mass / Math.Sqrt(dx * dx + dy * dy + dz * dz);
            }
        }

        return energy;
    }

    private static void Offset(Body[] bodies)
    {
        double px = 0, py = 0, pz = 0;
        foreach (var b in bodies)
        {
            px += b.Vx * b.Mass;
            py += b.Vy * b.Mass;
            pz += b.Vz * b.Mass;
        }

        bodies[0].Vx = -px / Solar;
        bodies[0].Vy = -py / Solar;
        bodies[0].Vz = -pz / Solar;
    }

    private sealed class Body(double x, double y, double z, double vx, double vy, double vz, double mass)
    {
        public double X = x;
        public double Y = y;
        public double Z = z;
        public double Vx = vx * Year;
        public double Vy = vy * Year;
        public double Vz = vz * Year;

        public double Mass { get; } = mass * Solar;
    }
}
