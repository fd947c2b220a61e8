using System.IO;
using Microsoft.CodeAnalysis;
using YamlDotNet.RepresentationModel;

namespace OtherGenerator;

/// <summary>Makes a constant of a YAML text.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class YamlGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider, static (output, _) =>
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader("answer: 42"));
            var answer = ((YamlMappingNode)yaml.Documents[0].RootNode)[new YamlScalarNode("answer")];
            output.AddSource("Other.g.cs", $"internal static class Other {{ public const int Answer = {answer}; }}");
        });
}
