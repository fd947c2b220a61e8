using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Wippy.Compiler.Text;

namespace Wippy.Compiler.Diagnostics;

/// <summary>Collects the findings of one phase, in the order in which they are made.</summary>
public sealed class DiagnosticBag : IEnumerable<Diagnostic>
{
    private readonly List<Diagnostic> _items = [];

    /// <summary>Whether an error was found.</summary>
    public bool HasErrors => _items.Any(static d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>Number of findings so far.</summary>
    public int Count => _items.Count;

    /// <summary>Adds a finding.</summary>
    public void Report(DiagnosticDescriptor descriptor, SourceLocation? location, params object[] arguments) =>
        _items.Add(Diagnostic.Create(descriptor, location, arguments));

    /// <summary>Adds findings made elsewhere.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _items.AddRange(diagnostics);

    /// <summary>Everything found so far.</summary>
    public EquatableArray<Diagnostic> ToEquatableArray() => new(_items.ToArray());

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
