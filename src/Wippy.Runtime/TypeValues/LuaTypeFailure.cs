namespace Wippy.Runtime;

/// <summary>Why a value is not of a type: the first finding in order of declaration and index (spec/lua.md section 10).</summary>
/// <param name="Field">Path to the part at fault, such as <c>items[2].price</c>; empty for the value itself.</param>
/// <param name="Text">What is wrong there.</param>
/// <param name="Expected">The expected type, when that is what is wrong.</param>
/// <param name="Got">The Lua type that was found instead.</param>
/// <param name="Constraint">The rule that is not met, such as <c>min</c>.</param>
public sealed record LuaTypeFailure(string Field, string Text, string? Expected, string? Got, string? Constraint)
{
    /// <summary>The message: <c>[path: ]text</c>.</summary>
    public override string ToString() => Field.Length == 0 ? Text : Field + ": " + Text;

    /// <summary>The structured error that <c>T:is</c> gives.</summary>
    public LuaError ToError()
    {
        var details = new LuaTable();
        Add("field", Field.Length == 0 ? null : Field);
        Add("expected", Expected);
        Add("got", Got);
        Add("constraint", Constraint);
        return new LuaError(LuaError.Invalid, ToString()) { Retryable = false, Details = details };

        void Add(string name, string? text)
        {
            if (text is not null)
            {
                details[name] = text;
            }
        }
    }
}
