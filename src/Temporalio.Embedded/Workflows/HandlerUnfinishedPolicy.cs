namespace Temporalio.Workflows;

/// <summary>Handler unfinished policy.</summary>
public enum HandlerUnfinishedPolicy
{
    /// <summary>Warn and abandon.</summary>
    WarnAndAbandon = 0,

    /// <summary>Abandon.</summary>
    Abandon = 1,
}
