namespace Temporalio.Workflows;

/// <summary>Parent close policy.</summary>
public enum ParentClosePolicy
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Terminate.</summary>
    Terminate = 1,

    /// <summary>Abandon.</summary>
    Abandon = 2,

    /// <summary>Request cancel.</summary>
    RequestCancel = 3,
}
