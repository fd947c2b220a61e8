namespace Wippy.Compiler.Diagnostics;

public static partial class DiagnosticDescriptors
{
    /// <summary>WLC1001: Not valid YAML.</summary>
    public static DiagnosticDescriptor InvalidYaml { get; } = Entries("WLC1001", "Not valid YAML",
        "not valid YAML: {0}; correct the file, nothing in it can be read");

    /// <summary>WLC1002: YAML feature not supported in entry files.</summary>
    public static DiagnosticDescriptor YamlFeatureNotSupported { get; } = Entries("WLC1002", "YAML feature not supported in entry files",
        "{0} is not supported in entry files: {1}");

    /// <summary>WLC1003: Duplicate key.</summary>
    public static DiagnosticDescriptor YamlDuplicateKey { get; } = Entries("WLC1003", "Duplicate key",
        "key '{0}' stands twice in this table; the second one is not read: remove one of them");

    /// <summary>WLC1004: Key is not a scalar.</summary>
    public static DiagnosticDescriptor YamlKeyNotScalar { get; } = Entries("WLC1004", "Key is not a scalar",
        "a key must be a name, not a list, a table or an alias: write 'name: value'");

    /// <summary>WLC1005: Wrong kind of value.</summary>
    public static DiagnosticDescriptor WrongShape { get; } = Entries("WLC1005", "Wrong kind of value",
        "'{0}' must be {1}, not {2}: write {3}");

    /// <summary>WLC1006: Required key is missing.</summary>
    public static DiagnosticDescriptor RequiredKeyMissing { get; } = Entries("WLC1006", "Required key is missing",
        "{0} has no '{1}': add '{1}: {2}'");

    /// <summary>WLC1007: Unknown entry kind.</summary>
    public static DiagnosticDescriptor UnknownKind { get; } = Entries("WLC1007", "Unknown entry kind",
        "entry '{0}' has the unknown kind '{1}'{2}");

    /// <summary>WLC1008: Unknown key.</summary>
    public static DiagnosticDescriptor UnknownKey { get; } = Entries("WLC1008", "Unknown key",
        "'{0}' is not a key of {1} and is ignored{2}", DiagnosticSeverity.Warning);

    /// <summary>WLC1009: Duplicate entry id.</summary>
    public static DiagnosticDescriptor DuplicateEntry { get; } = Entries("WLC1009", "Duplicate entry id",
        "entry '{0}' is already defined at {1}: give one of the two another name");

    /// <summary>WLC1010: Source outside the source root.</summary>
    public static DiagnosticDescriptor SourceEscapesRoot { get; } = Entries("WLC1010", "Source outside the source root",
        "source '{0}' of entry '{1}' leaves the source root: write a path below it");

    /// <summary>WLC1011: Source file not found.</summary>
    public static DiagnosticDescriptor SourceNotFound { get; } = Entries("WLC1011", "Source file not found",
        "source file '{0}' of entry '{1}' does not exist, or is not among the files given to the compiler{2}");

    /// <summary>WLC1012: Unknown entry.</summary>
    public static DiagnosticDescriptor UnknownEntry { get; } = Entries("WLC1012", "Unknown entry",
        "{0} '{1}' of entry '{2}' does not exist{3}");

    /// <summary>WLC1013: Reference to an entry of another kind.</summary>
    public static DiagnosticDescriptor WrongEntryKind { get; } = Entries("WLC1013", "Reference to an entry of another kind",
        "{0} '{1}' of entry '{2}' is a {3}: name an entry of kind {4}");

    /// <summary>WLC1014: Not registered on a worker.</summary>
    public static DiagnosticDescriptor WorkerMissing { get; } = Entries("WLC1014", "Not registered on a worker",
        "entry '{0}' has 'meta.temporal.{1}' without 'worker' and is not registered: add 'worker: <id of a temporal.worker>'",
        DiagnosticSeverity.Warning);

    /// <summary>WLC1015: Duration without unit.</summary>
    public static DiagnosticDescriptor DurationWithoutUnit { get; } = Entries("WLC1015", "Duration without unit",
        "'{0}' must be a duration with a unit, not the bare number {1}: write \"{1}s\" for seconds or \"{1}ms\" for milliseconds");

    /// <summary>WLC1016: Invalid duration.</summary>
    public static DiagnosticDescriptor InvalidDuration { get; } = Entries("WLC1016", "Invalid duration",
        "invalid {0}: '{1}' is no duration: write numbers with the units ns, us, ms, s, m or h, such as \"1m30s\"");

    /// <summary>WLC1017: Malformed placeholder.</summary>
    public static DiagnosticDescriptor MalformedPlaceholder { get; } = Entries("WLC1017", "Malformed placeholder",
        "'{0}' is no placeholder and stays as it is: write ${{env:NAME}} or ${{NAME|default}} for an environment value, $${{ for the text itself",
        DiagnosticSeverity.Warning);

    /// <summary>WLC1018: Invalid temporal.client.</summary>
    public static DiagnosticDescriptor InvalidTemporalClient { get; } = Entries("WLC1018", "Invalid temporal.client",
        "entry '{0}': {1}: {2}");

    /// <summary>WLC1019: Invalid temporal.worker.</summary>
    public static DiagnosticDescriptor InvalidTemporalWorker { get; } = Entries("WLC1019", "Invalid temporal.worker",
        "entry '{0}': {1}: {2}");

    /// <summary>WLC1020: Duplicate workflow type.</summary>
    public static DiagnosticDescriptor DuplicateWorkflowType { get; } = Entries("WLC1020", "Duplicate workflow type",
        "workflow type '{0}' of entry '{1}' is already registered on worker '{2}' by entry '{3}': set another 'meta.temporal.workflow.name'");

    /// <summary>WLC1021: Workflow is not registered.</summary>
    public static DiagnosticDescriptor WorkflowWithoutMetadata { get; } = Entries("WLC1021", "Workflow is not registered",
        "workflow.lua entry '{0}' has no 'meta.temporal.workflow' and does nothing: add 'meta: {{temporal: {{workflow: {{worker: <id>}}}}}}'",
        DiagnosticSeverity.Info);

    /// <summary>WLC1022: Invalid import alias.</summary>
    public static DiagnosticDescriptor InvalidImportAlias { get; } = Entries("WLC1022", "Invalid import alias",
        "'{0}' cannot be an import alias since it becomes a Lua global: write a name of letters, digits and '_'");

    /// <summary>WLC1023: Option without effect.</summary>
    public static DiagnosticDescriptor OptionWithoutEffect { get; } = Entries("WLC1023", "Option without effect",
        "worker option '{0}' has no equivalent in the .NET SDK and is ignored: remove it",
        DiagnosticSeverity.Warning);

    /// <summary>WLC1024: Metadata without effect.</summary>
    public static DiagnosticDescriptor MetadataIgnored { get; } = Entries("WLC1024", "Metadata without effect",
        "'meta.temporal.{0}' has no effect on the {1} entry '{2}': only {3} entries have it",
        DiagnosticSeverity.Warning);

    /// <summary>WLC1025: Duplicate module.</summary>
    public static DiagnosticDescriptor DuplicateModule { get; } = Entries("WLC1025", "Duplicate module",
        "module '{0}' is listed twice: remove one of them", DiagnosticSeverity.Warning);

    /// <summary>WLC1026: Invalid name.</summary>
    public static DiagnosticDescriptor InvalidEntryName { get; } = Entries("WLC1026", "Invalid name",
        "'{0}' is not a valid {1}: it must not be empty or longer than {2} characters, and a namespace has no ':'");

    /// <summary>WLC1027: Unknown format version.</summary>
    public static DiagnosticDescriptor UnknownVersion { get; } = Entries("WLC1027", "Unknown format version",
        "version '{0}' of the entry format is not known and is read as \"1.0\": write version: \"1.0\"", DiagnosticSeverity.Warning);

    /// <summary>WLC1028: Invalid value.</summary>
    public static DiagnosticDescriptor InvalidValue { get; } = Entries("WLC1028", "Invalid value",
        "'{0}' cannot be '{1}': write {2}");

    /// <summary>WLC1029: Method not found.</summary>
    public static DiagnosticDescriptor MethodNotFound { get; } = Entries("WLC1029", "Method not found",
        "entry '{0}' runs the method '{1}', but its chunk {2}: end the chunk with 'return {{ {1} = {3} }}'{4}");

    /// <summary>WLC1030: Activity option without effect.</summary>
    public static DiagnosticDescriptor ActivityOptionWithoutEffect { get; } = Entries("WLC1030", "Activity option without effect",
        "option '{0}' of entry '{1}' has no effect here: {2}", DiagnosticSeverity.Warning);

    /// <summary>WLC5010: Entry kind is not supported yet.</summary>
    public static DiagnosticDescriptor KindNotSupported { get; } = new("WLC5010", "Entry kind is not supported yet",
        "entry '{0}' of kind '{1}' is read but not compiled yet: nothing is emitted for it", DiagnosticSeverity.Warning, NotSupportedCategory);

    private static DiagnosticDescriptor Entries(string id, string title, string format, DiagnosticSeverity severity = DiagnosticSeverity.Error) =>
        new(id, title, format, severity, EntriesCategory);
}
