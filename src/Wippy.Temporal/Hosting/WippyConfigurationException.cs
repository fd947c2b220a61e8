using System;
using System.Collections.Generic;
using System.Linq;

namespace Wippy.Temporal.Hosting;

/// <summary>Stops the start of the host: what is wrong in which entry, file and line. Never holds a secret.</summary>
public sealed class WippyConfigurationException : Exception
{
    internal WippyConfigurationException(IReadOnlyList<ConfigurationError> errors)
        : base(string.Join(Environment.NewLine, errors.Select(error => error.ToString()))) => Errors = errors;

    /// <summary>Every error found.</summary>
    public IReadOnlyList<ConfigurationError> Errors { get; }
}

/// <summary>One configuration error.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Path">Its YAML file, empty when the entry comes from no file.</param>
/// <param name="Line">The line in it, 0 when unknown.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record ConfigurationError(string EntryId, string Path, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Path.Length == 0 ? $"{EntryId}: {Message}" : $"{Path}({Line}): {EntryId}: {Message}";
}
