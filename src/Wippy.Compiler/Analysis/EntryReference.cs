using Wippy.Compiler.Text;

namespace Wippy.Compiler.Analysis;

/// <summary>What a call does with the entry that it names.</summary>
public enum EntryReferenceRole
{
    /// <summary>Calls it as a function or activity.</summary>
    Function,

    /// <summary>Starts it as a workflow or process; the name may be a workflow type.</summary>
    Process,
}

/// <summary>An entry that a chunk names by a literal, such as <c>funcs.call("app:charge")</c>.</summary>
/// <param name="Role">What for.</param>
/// <param name="Call">The call as a message names it.</param>
/// <param name="Id">The literal.</param>
/// <param name="Location">Where it stands.</param>
public sealed record EntryReference(EntryReferenceRole Role, string Call, string Id, SourceLocation Location);
