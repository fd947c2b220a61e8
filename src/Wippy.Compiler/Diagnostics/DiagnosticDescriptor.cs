namespace Wippy.Compiler.Diagnostics;

/// <summary>One rule. All rules stand in <see cref="DiagnosticDescriptors"/>; an id is never reused.</summary>
/// <param name="Id"><c>WLC</c> and four digits; the first digit is the family.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="MessageFormat">What, where and what to write instead; <c>{0}</c> and so on stand for the arguments.</param>
/// <param name="Severity">Severity unless the user says otherwise.</param>
/// <param name="Category">The family in words.</param>
public sealed record DiagnosticDescriptor(
    string Id, string Title, string MessageFormat, DiagnosticSeverity Severity, string Category);
