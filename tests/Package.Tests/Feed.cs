using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Package.Tests;

/// <summary>The packages of this build in a folder, and projects in folders outside the repository that consume them.</summary>
public sealed class Feed : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("wippy-package-").FullName;

    /// <summary>Packs what the build has made.</summary>
    public Feed()
    {
        foreach (var project in (string[])["src/Temporalio.Embedded", "generators/Wippy.Compiler.Package"])
        {
            var packed = Run(Repository, "pack", project, "--no-build", "-p:BuildProjectReferences=false", "-c", Metadata("Configuration"), "-p:TemporalSdk=Embedded", "-o", Path.Combine(_root, "feed"), "-nologo");
            Assert.True(packed.ExitCode == 0, packed.Output);
        }

        // What other projects of this machine restored is not downloaded again, unless that has an older build of the packages under test, which would win.
        var shared = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ??
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(shared);
        var hasOlder = new[] { "wippy.compiler", "temporalio.embedded" }.Any(name => Directory.Exists(Path.Combine(shared, name)));
        var fallback = hasOlder ? string.Empty : $"""<add key="shared" value="{shared}" />""";
        File.WriteAllText(Path.Combine(_root, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="wippy" value="{Path.Combine(_root, "feed")}" />
              </packageSources>
              <fallbackPackageFolders>
                {fallback}
              </fallbackPackageFolders>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(_root, "packages")}" />
              </config>
            </configuration>
            """);
        // Nothing of the repository, or above the temporary folder, may reach the projects.
        File.WriteAllText(Path.Combine(_root, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(_root, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(_root, "Directory.Packages.props"), "<Project />");
    }

    private static string Repository => Path.GetFullPath(Path.Combine(Here, "../.."));

    private static string Here { get; } = Path.GetDirectoryName(ThisFile())!;

    /// <summary>Copies a folder beside this file; the copy's folder.</summary>
    public string Copy(string folder, string? name = null)
    {
        var target = Path.Combine(_root, name ?? folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Here, folder), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(Path.Combine(Here, folder), file);
            if (relative.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj"))
            {
                continue;
            }

            var copy = Path.Combine(target, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        return target;
    }

    /// <summary>Runs <c>dotnet</c> in a folder.</summary>
    public static (int ExitCode, string Output) Run(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // The surrounding test run must not reach into the builds made here.
        foreach (var name in start.Environment.Keys.Where(static k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || k.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return (process.ExitCode, output.ToString());
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static string Metadata(string key) => typeof(Feed).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

/// <summary>One feed for all tests.</summary>
[CollectionDefinition(nameof(Feed))]
public sealed class FeedDefinition : ICollectionFixture<Feed>;
