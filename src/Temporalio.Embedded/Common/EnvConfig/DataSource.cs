using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Temporalio.Common.EnvConfig;

/// <summary>Data in a file or in memory.</summary>
public sealed class DataSource
{
    private DataSource(string? path, byte[]? data)
    {
        Path = path;
        Data = data;
    }

    /// <summary>The data, null if they are in a file.</summary>
    public byte[]? Data { get; }

    /// <summary>The file, null if the data are in memory.</summary>
    public string? Path { get; }

    /// <summary>Makes a source in memory.</summary>
    /// <param name="data">The data.</param>
    /// <returns>The source.</returns>
    public static DataSource FromBytes(byte[] data) => new(null, data);

    /// <summary>Makes a source from the form with "path" or "data".</summary>
    /// <param name="dictionary">The form, or null.</param>
    /// <returns>The source, or null.</returns>
    /// <exception cref="ArgumentException">It has both or neither.</exception>
    public static DataSource? FromDictionary(IReadOnlyDictionary<string, string>? dictionary)
    {
        if (dictionary is null || dictionary.Count == 0)
        {
            return null;
        }

        var hasPath = dictionary.TryGetValue("path", out var path);
        var hasData = dictionary.TryGetValue("data", out var data);
        return (hasPath, hasData) switch
        {
            (true, false) => FromPath(path!),
            (false, true) => FromUTF8String(data!),
            _ => throw new ArgumentException("Exactly one of 'path' and 'data' is needed"),
        };
    }

    /// <summary>Makes a source in a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The source.</returns>
    public static DataSource FromPath(string path) => new(path, null);

    /// <summary>Makes a source in memory from text.</summary>
    /// <param name="content">The text.</param>
    /// <returns>The source.</returns>
    public static DataSource FromUTF8String(string content) => new(null, Encoding.UTF8.GetBytes(content));

    /// <summary>Gets the data, reading the file if need be.</summary>
    /// <returns>The data.</returns>
    public byte[]? GetBytes() => Path is null ? Data : File.ReadAllBytes(Path);

    /// <summary>Converts to the form with "path" or "data".</summary>
    /// <returns>The form.</returns>
    public Dictionary<string, string>? ToDictionary() => Path is not null
        ? new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = Path }
        : new Dictionary<string, string>(StringComparer.Ordinal) { ["data"] = Encoding.UTF8.GetString(Data ?? []) };
}
