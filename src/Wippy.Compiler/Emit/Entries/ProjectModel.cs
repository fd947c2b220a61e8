using Wippy.Compiler.Text;

namespace Wippy.Compiler.Emit.Entries;

/// <summary>Everything that is emitted besides the compiled chunks.</summary>
/// <param name="Classes">Classes of executable entries, ordered by id.</param>
/// <param name="Records">Records of border types, ordered by name.</param>
/// <param name="Registration">What <c>AddWippy</c> lists; null when the project has no entries.</param>
public sealed record ProjectModel(
    EquatableArray<EntryClassFile> Classes, EquatableArray<RecordClass> Records, RegistrationModel? Registration);

/// <summary>A class with the name of its file.</summary>
/// <param name="FileName">The name without <c>.g.cs</c>.</param>
/// <param name="Class">The class.</param>
public sealed record EntryClassFile(string FileName, EntryClass Class);
