namespace Temporalio.Workflows;

/// <summary>Suggest continue as new reason.</summary>
public enum SuggestContinueAsNewReason
{
    /// <summary>Unspecified.</summary>
    Unspecified = 0,

    /// <summary>History size too large.</summary>
    HistorySizeTooLarge = 1,

    /// <summary>Too many history events.</summary>
    TooManyHistoryEvents = 2,

    /// <summary>Too many updates.</summary>
    TooManyUpdates = 3,
}
