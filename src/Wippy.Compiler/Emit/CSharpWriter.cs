using System.Text;

namespace Wippy.Compiler.Emit;

/// <summary>Indented text that knows on which mapped line it stands.</summary>
internal sealed class CSharpWriter
{
    private readonly StringBuilder _text = new();
    private readonly string? _path;
    private int _indent;
    private int _mappedLine;
    private bool _pathWritten;
    private bool _atLineStart = true;

    /// <param name="path">Path of <c>#line</c> directives; null writes none.</param>
    public CSharpWriter(string? path) => _path = path;

    public void Indent() => _indent++;

    public void Outdent() => _indent--;

    public CSharpWriter Write(string text)
    {
        if (_atLineStart && text.Length > 0)
        {
            _text.Append(' ', _indent * 4);
            _atLineStart = false;
        }

        _text.Append(text);
        return this;
    }

    public void WriteLine(string text = "")
    {
        Write(text);
        _text.Append('\n');
        _atLineStart = true;
        if (_mappedLine > 0)
        {
            _mappedLine++;
        }
    }

    /// <summary>Makes the next line belong to a line of the Lua source; 0 means to none.</summary>
    public void MapTo(int line)
    {
        if (_path is null || line == _mappedLine)
        {
            return;
        }

        if (!_atLineStart)
        {
            WriteLine();
        }

        if (line == 0)
        {
            _text.Append("#line hidden\n");
        }
        else
        {
            // The compiler keeps the file name of the last directive that names one.
            _text.Append("#line ").Append(line);
            if (!_pathWritten)
            {
                _text.Append(" \"").Append(_path).Append('"');
                _pathWritten = true;
            }

            _text.Append('\n');
        }

        _mappedLine = line;
    }

    public override string ToString() => _text.ToString();
}
