using System;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Conformance.Tests.RandomPrograms;

namespace Conformance.Tests;

/// <summary>
/// The command line: <c>dotnet run --project tests/Conformance.Tests -- random FIRST COUNT [FOLDER]</c> compares the programs of
/// COUNT seeds from FIRST with <c>lua5.3</c>, and leaves those that differ in FOLDER. <c>compare FOLDER</c> does the same with the <c>.lua</c> files of a folder.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["compare", var source])
        {
            var differing = await RandomProgramSuite.CompareFilesAsync(source);
            Console.WriteLine($"{differing} files differ");
            return differing == 0 ? 0 : 1;
        }

        if (args is not ["random", var first, var count, ..])
        {
            await Console.Error.WriteLineAsync("usage: random FIRST COUNT [FOLDER] | compare FOLDER");
            return 2;
        }

        var folder = args.Length > 3 ? args[3] : Path.Combine(Path.GetTempPath(), "random-programs");
        var total = int.Parse(count, CultureInfo.InvariantCulture);
        var failed = await RandomProgramSuite.RunAsync(int.Parse(first, CultureInfo.InvariantCulture), total, folder);
        Console.WriteLine($"random programs {first} to {int.Parse(first, CultureInfo.InvariantCulture) + total - 1}: {total - failed} agree with lua5.3, {failed} differ");
        return failed == 0 ? 0 : 1;
    }
}
