using System;
using System.Collections.Generic;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Wippy.Compiler.Text;

/// <summary>
/// The content of one source file. Lua is made of bytes (spec/lua.md section 2), so the content is bytes and every
/// <see cref="TextSpan"/> counts bytes; only <see cref="LinePosition"/> and <see cref="SourceLocation"/> are in the
/// UTF-16 units of editors. A byte order mark is dropped. Two texts are equal when path and content are.
/// </summary>
public sealed class SourceText : IEquatable<SourceText>
{
    private const int CheckpointDistance = 512;

    private readonly byte[] _bytes;
    private readonly int[] _lineStarts;
    private readonly int[]? _charCheckpoints;
    private readonly Lazy<string> _checksum;
    private readonly Lazy<string> _text;
    private readonly SourceText? _outer;
    private readonly int[]? _outerLineStarts;

    private readonly bool _hasReplacedBytes;

    private SourceText(string path, byte[] bytes, SourceText? outer = null, int[]? outerLineStarts = null, bool hasReplacedBytes = false)
    {
        Path = path;
        _hasReplacedBytes = hasReplacedBytes;
        _outer = outer;
        _outerLineStarts = outerLineStarts;
        _bytes = bytes;
        _lineStarts = FindLineStarts(bytes);
        _charCheckpoints = CountChars(bytes);
        _checksum = new Lazy<string>(ComputeChecksum);
        _text = new Lazy<string>(() => Encoding.UTF8.GetString(_bytes));
    }

    /// <summary>The file, as the user knows it.</summary>
    public string Path { get; }

    /// <summary>Whether bytes that are no UTF-8 were U+FFFD already when the text came here.</summary>
    public bool HasReplacedBytes => _outer?.HasReplacedBytes ?? _hasReplacedBytes;

    /// <summary>Whether the file is no text or cannot be read; it then counts as empty.</summary>
    public bool IsUnreadable { get; private init; }

    /// <summary>Number of bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Number of lines; an empty text has one. Line ends are those of Lua: CR, LF, CR LF and LF CR.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>SHA-256 of the content in hexadecimal.</summary>
    public string Checksum => _checksum.Value;

    /// <summary>The content decoded from UTF-8; invalid bytes become U+FFFD.</summary>
    public string Text => _text.Value;

    /// <summary>The byte at <paramref name="offset"/>.</summary>
    public byte this[int offset] => _bytes[offset];

    /// <summary>Makes a text of bytes; takes ownership of the array.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">The content.</param>
    /// <param name="hasReplacedBytes">Whether U+FFFD stands for bytes of the file that are no UTF-8.</param>
    public static SourceText FromBytes(string path, byte[] bytes, bool hasReplacedBytes = false)
    {
        if (bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
        {
            var rest = new byte[bytes.Length - 3];
            Array.Copy(bytes, 3, rest, 0, rest.Length);
            bytes = rest;
        }

        return new SourceText(path, bytes, hasReplacedBytes: hasReplacedBytes);
    }

    /// <summary>Stands for a file that is no text or cannot be read.</summary>
    public static SourceText Unreadable(string path) => new(path, []) { IsUnreadable = true };

    /// <summary>Makes a text of already decoded characters.</summary>
    public static SourceText FromString(string path, string text) => FromBytes(path, Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// A text that stands inside another one, such as Lua in YAML. Its lines are its own; <see cref="GetLocation"/> answers
    /// with places of the outer file.
    /// </summary>
    /// <param name="outer">The file.</param>
    /// <param name="content">The inner text.</param>
    /// <param name="outerLineStarts">For each inner line the byte of the outer file at which it starts.</param>
    public static SourceText FromEmbedded(SourceText outer, string content, int[] outerLineStarts) =>
        new(outer.Path, Encoding.UTF8.GetBytes(content), outer, outerLineStarts);

    /// <summary>Decodes a range; invalid bytes become U+FFFD.</summary>
    public string ToString(TextSpan span)
    {
        var start = Clamp(span.Start);
        return Encoding.UTF8.GetString(_bytes, start, Clamp(span.End) - start);
    }

    /// <summary>Copies the bytes of a range.</summary>
    public byte[] GetBytes(TextSpan span)
    {
        var start = Clamp(span.Start);
        var result = new byte[Clamp(span.End) - start];
        Array.Copy(_bytes, start, result, 0, result.Length);
        return result;
    }

    /// <summary>Where U+FFFD stands for a byte that is no UTF-8 in a range; the first, empty when there is none.</summary>
    public TextSpan FindReplacedByte(TextSpan span)
    {
        var end = Clamp(span.End) - 2;
        for (var i = Clamp(span.Start); HasReplacedBytes && i < end; i++)
        {
            if (_bytes[i] == 0xEF && _bytes[i + 1] == 0xBF && _bytes[i + 2] == 0xBD)
            {
                return new TextSpan(i, 3);
            }
        }

        return default;
    }

    /// <summary>Line number from 0 of a byte offset.</summary>
    public int GetLine(int offset)
    {
        var index = Array.BinarySearch(_lineStarts, Clamp(offset));
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>Offset of the first byte of a line counted from 0.</summary>
    public int GetLineStart(int line) => _lineStarts[line];

    /// <summary>Editor position of a byte offset.</summary>
    public LinePosition GetPosition(int offset)
    {
        offset = Clamp(offset);
        var line = GetLine(offset);
        return new LinePosition(line, CharOffset(offset) - CharOffset(_lineStarts[line]));
    }

    /// <summary>The location of a range, for diagnostics.</summary>
    public SourceLocation GetLocation(TextSpan span)
    {
        var start = Clamp(span.Start);
        var end = Math.Max(start, Clamp(span.End));
        if (_outer is not null)
        {
            return _outer.GetLocation(TextSpan.FromBounds(ToOuter(start), ToOuter(end)));
        }

        return new SourceLocation(
            Path, TextSpan.FromBounds(CharOffset(start), CharOffset(end)), GetPosition(start), GetPosition(end));
    }

    /// <summary>UTF-16 offset of a byte offset.</summary>
    public int CharOffset(int offset)
    {
        offset = Clamp(offset);
        if (_charCheckpoints is null)
        {
            return offset;
        }

        var checkpoint = offset / CheckpointDistance;
        var count = _charCheckpoints[checkpoint];
        for (var i = checkpoint * CheckpointDistance; i < offset; i++)
        {
            count += CharsStartedBy(_bytes[i]);
        }

        return count;
    }

    /// <summary>Byte offset of a UTF-16 offset.</summary>
    public int ByteOffset(int charOffset)
    {
        if (_charCheckpoints is null)
        {
            return Clamp(charOffset);
        }

        var checkpoint = Array.BinarySearch(_charCheckpoints, Math.Max(0, charOffset));
        checkpoint = checkpoint >= 0 ? checkpoint : Math.Max(0, ~checkpoint - 1);
        var count = _charCheckpoints[checkpoint];
        var offset = Math.Min(_bytes.Length, checkpoint * CheckpointDistance);
        while (offset < _bytes.Length && count < charOffset)
        {
            count += CharsStartedBy(_bytes[offset]);
            offset++;
        }

        // A character ends with its last byte.
        while (offset < _bytes.Length && (_bytes[offset] & 0xC0) == 0x80)
        {
            offset++;
        }

        return offset;
    }

    /// <inheritdoc/>
    public bool Equals(SourceText? other) =>
        other is not null && (ReferenceEquals(this, other) ||
            (string.Equals(Path, other.Path, StringComparison.Ordinal) &&
             Equals(_outer, other._outer) &&
             _hasReplacedBytes == other._hasReplacedBytes &&
             IsUnreadable == other.IsUnreadable &&
             Length == other.Length && string.Equals(Checksum, other.Checksum, StringComparison.Ordinal)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SourceText);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Checksum);

    /// <inheritdoc/>
    public override string ToString() => Path;

    // A character of UTF-8 counts where its first byte stands: two UTF-16 units from U+10000 on, else one.
    private static int CharsStartedBy(byte value) => (value & 0xC0) == 0x80 ? 0 : value >= 0xF0 ? 2 : 1;

    private static int[]? CountChars(byte[] bytes)
    {
        if (Array.TrueForAll(bytes, static b => b < 0x80))
        {
            return null;
        }

        var checkpoints = new int[(bytes.Length / CheckpointDistance) + 1];
        var count = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (i % CheckpointDistance == 0)
            {
                checkpoints[i / CheckpointDistance] = count;
            }

            count += CharsStartedBy(bytes[i]);
        }

        if (bytes.Length % CheckpointDistance == 0)
        {
            checkpoints[bytes.Length / CheckpointDistance] = count;
        }

        return checkpoints;
    }

    private static int[] FindLineStarts(byte[] bytes)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < bytes.Length; i++)
        {
            var current = bytes[i];
            if (current is not ((byte)'\n' or (byte)'\r'))
            {
                continue;
            }

            if (i + 1 < bytes.Length && bytes[i + 1] is (byte)'\n' or (byte)'\r' && bytes[i + 1] != current)
            {
                i++;
            }

            starts.Add(i + 1);
        }

        return starts.ToArray();
    }

    private int ToOuter(int offset)
    {
        var line = GetLine(offset);
        var starts = _outerLineStarts!;
        return starts.Length == 0 ? 0 : starts[Math.Min(line, starts.Length - 1)] + (offset - _lineStarts[line]);
    }

    private int Clamp(int offset) => Math.Max(0, Math.Min(offset, _bytes.Length));

    private string ComputeChecksum()
    {
        using var sha = SHA256.Create();
        var text = new StringBuilder(64);
        foreach (var value in sha.ComputeHash(_bytes))
        {
            text.Append(value.ToString("x2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}
