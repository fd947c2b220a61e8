using System;
using System.Linq;
using System.Text;
using Wippy.Compiler.Entries;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Tests.Entries;

public sealed class EntryFuzzTests
{
    private static readonly string[] Fragments =
    [
        "namespace: a\n", "entries:\n", "- ", "  ", "name: e\n", "kind: ", "function.lua\n", "workflow.lua\n", "temporal.client\n", "temporal.worker\n",
        "source: |\n    x = 1\n", "source: file://a.lua\n", "method: m\n", "modules: [a, b]\n", "imports: {a: b:c}\n", "meta: {temporal: {workflow: {worker: w}}}\n",
        "lifecycle: {start_timeout: 5s}\n", "address: ${env:A|b}\n", "auth: {type: mtls}\n", "worker_options: {identity: x}\n", "data:\n", "version: 1\n",
        "{", "}", "[", "]", ":", ",", "\n", "\t", "&a", "*a", "!t", "---\n", "...\n", "'", "\"", "|", ">", "%", "@", "?", "#", "~", "null", "1", "1.5", "true",
        "\\", "\u00e9", "\U0001F600", "\0", "\uFEFF", "\u2028", "<<: *a\n",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Survives_random_YAML(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 2000; i++)
        {
            var start = random.Next(3) == 0 ? string.Empty : "namespace: a\nentries:\n- name: e\n  kind: function.lua\n  ";
            Check(seed, start + string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Fragments[random.Next(Fragments.Length)])));
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Survives_mutated_files(int seed)
    {
        const string File = "version: \"1.0\"\nnamespace: a\nmeta: {x: [1, 2]}\nentries:\n  - name: c\n    kind: temporal.client\n    address: ${env:A|h:1}\n"
            + "    auth: {type: api_key, api_key_env: K}\n  - name: w\n    kind: temporal.worker\n    client: c\n    task_queue: q\n    worker_options:\n"
            + "      worker_stop_timeout: 5s\n  - name: f\n    kind: workflow.lua\n    source: |\n      return 1\n    modules:\n      - json\n    meta:\n      temporal: {workflow: {worker: w}}\n";
        var random = new Random(seed);
        for (var i = 0; i < 2000; i++)
        {
            var text = new StringBuilder(File);
            for (var edits = random.Next(1, 8); edits > 0; edits--)
            {
                var at = random.Next(text.Length);
                switch (random.Next(3))
                {
                    case 0:
                        text.Remove(at, Math.Min(text.Length - at, random.Next(1, 12)));
                        break;
                    case 1:
                        text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                        break;
                    default:
                        text[at] = (char)random.Next(1, 0x180);
                        break;
                }
            }

            Check(seed, text.ToString());
        }
    }

    // Binding must end, throw nothing, say something of what it leaves out, and keep every place inside the file.
    private static void Check(int seed, string yaml)
    {
        try
        {
            var source = SourceText.FromString("src/fuzz.yaml", yaml);
            var file = EntryBinder.Bind(source, "src");
            var set = EntrySet.Create([file], ["src/a.lua"]);
            var last = source.CharOffset(source.Length);
            Assert.All(file.Diagnostics.Concat(set.Diagnostics), d =>
            {
                Assert.InRange(d.Location!.Span.Start, 0, last);
                Assert.InRange(d.Location.Span.End, d.Location.Span.Start, last);
                Assert.NotEmpty(d.Message);
            });
            Assert.True(file.Rejected.IsEmpty || !file.Diagnostics.IsEmpty);
            Assert.Equal(file, EntryBinder.Bind(SourceText.FromString("src/fuzz.yaml", yaml), "src"));
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"seed {seed}, text {Convert.ToHexString(Encoding.UTF8.GetBytes(yaml))}", exception);
        }
    }
}
