namespace Wippy.Compiler.Diagnostics;

/// <content>
/// 31xx: the static checker (spec/lua.md section 11). The last two digits are those of the specification's codes, so that E0012 is WLC3112.
/// Warnings, since code runs whatever its annotations claim; errors in strict mode.
/// </content>
public static partial class DiagnosticDescriptors
{
    /// <summary>WLC3100.</summary>
    public static DiagnosticDescriptor TypeMismatch { get; } = Checking("WLC3100", "Type mismatch", "{0} must be {1}, not {2}: {3}");

    /// <summary>WLC3101.</summary>
    public static DiagnosticDescriptor UndefinedName { get; } = Checking("WLC3101", "Name is not defined", "'{0}' is not defined and nil here: {1}");

    /// <summary>WLC3102.</summary>
    public static DiagnosticDescriptor NotCallable { get; } = Checking("WLC3102", "Not callable", "{0} is {1} and cannot be called: {2}");

    /// <summary>WLC3103.</summary>
    public static DiagnosticDescriptor WrongCount { get; } = Checking("WLC3103", "Wrong number of values", "{0} takes {1}, not {2}: {3}");

    /// <summary>WLC3104.</summary>
    public static DiagnosticDescriptor NoSuchField { get; } = Checking("WLC3104", "No such field", "{0} has no field '{1}': {2}");

    /// <summary>WLC3105.</summary>
    public static DiagnosticDescriptor NotIndexable { get; } = Checking("WLC3105", "Not indexable", "{0} is {1} and has no fields: {2}");

    /// <summary>WLC3106.</summary>
    public static DiagnosticDescriptor CannotInfer { get; } = Checking("WLC3106", "Cannot be inferred", "nothing tells what '{0}' of {1} stands for: declare the type of what takes the result, as in 'local x: ... = ...'");

    /// <summary>WLC3107.</summary>
    public static DiagnosticDescriptor NoRule { get; } = Checking("WLC3107", "No rule", "the checker has no rule for '{0}' and takes it for any: please file a bug with the source that shows it");

    /// <summary>WLC3108.</summary>
    public static DiagnosticDescriptor ReadonlyWrite { get; } = Checking("WLC3108", "Write to a readonly value", "{0} is readonly: {1}");

    /// <summary>WLC3109.</summary>
    public static DiagnosticDescriptor UnreachableCode { get; } = Checking("WLC3109", "Unreachable code", "control never gets here: remove the statements, or change what leaves the block above");

    /// <summary>WLC3110.</summary>
    public static DiagnosticDescriptor MissingReturn { get; } = Checking("WLC3110", "Missing return", "'{0}' has the result {1} but its end can be reached: write 'return' with a value there, or declare '{2}'");

    /// <summary>WLC3111.</summary>
    public static DiagnosticDescriptor DepthLimit { get; } = Checking("WLC3111", "Type is nested too deep", "types are followed {0} levels deep, and this one lies deeper and counts as any: declare a part of the type around it with a name of its own");

    /// <summary>WLC3112.</summary>
    public static DiagnosticDescriptor UnknownTypeName { get; } = Checking("WLC3112", "Type is not defined", "there is no type '{0}': {1}{2}");

    /// <summary>WLC3113.</summary>
    public static DiagnosticDescriptor CircularType { get; } = Checking("WLC3113", "Circular type", "type '{0}' only stands for itself: write what it is, such as '{{ next: {0}? }}'");

    /// <summary>WLC3114.</summary>
    public static DiagnosticDescriptor NotExhaustive { get; } = Checking("WLC3114", "Not exhaustive", "{0} may still be {1} behind this 'if': handle it, or add an 'else' that returns");

    /// <summary>WLC3115.</summary>
    public static DiagnosticDescriptor UsedBeforeAssigned { get; } = Checking("WLC3115", "Used before it is assigned", "'{0}' {1} no value yet: assign one before, or declare it as '{2}'");

    /// <summary>WLC3116.</summary>
    public static DiagnosticDescriptor PreconditionFails { get; } = Checking("WLC3116", "Precondition never holds", "{0} demands {1}, but {2} is {3}, so the call always raises an error: pass another value, or remove the call");

    /// <summary>WLC3117.</summary>
    public static DiagnosticDescriptor DuplicateDeclaration { get; } = Checking("WLC3117", "Duplicate declaration", "{0} '{1}' is declared twice: remove one, or give it another name");

    /// <summary>WLC3118.</summary>
    public static DiagnosticDescriptor BadIndex { get; } = Checking("WLC3118", "Bad index", "{0} is indexed by {1}, not by {2}: {3}");

    /// <summary>WLC3119.</summary>
    public static DiagnosticDescriptor BadOperand { get; } = Checking("WLC3119", "Bad operand", "'{0}' cannot take {1}: {2}");

    /// <summary>WLC3120.</summary>
    public static DiagnosticDescriptor ConstraintNotMet { get; } = Checking("WLC3120", "Constraint is not met", "'{0}' of {1} must be {2}, not {3}: pass a value of that type");

    /// <summary>WLC3121.</summary>
    public static DiagnosticDescriptor OptionalCall { get; } = Checking("WLC3121", "Call of an optional", "{0} is {1} and may be nil: write 'if {2} then' around the call, or '{2}!'");

    /// <summary>WLC3122.</summary>
    public static DiagnosticDescriptor NoSuchMethod { get; } = Checking("WLC3122", "No such method", "{0} has no method '{1}': {2}");

    /// <summary>WLC3123.</summary>
    public static DiagnosticDescriptor OptionalIndex { get; } = Checking("WLC3123", "Index of an optional", "{0} is {1} and may be nil: write 'if {2} then' around it, or '{2}!'");

    /// <summary>WLC3124.</summary>
    public static DiagnosticDescriptor InvalidValidator { get; } = Checking("WLC3124", "Invalid validator", "'@{0}' {1}");

    private static DiagnosticDescriptor Checking(string id, string title, string format) => new(id, title, format, DiagnosticSeverity.Warning, TypesCategory);
}
