namespace Temporalio.Workflows;

/// <summary>Initial versioning behavior.</summary>
public enum InitialVersioningBehavior
{
    /// <summary>Unspecified.</summary>
    Unspecified = 0,

    /// <summary>Auto upgrade.</summary>
    AutoUpgrade = 1,

    /// <summary>Use ramping version.</summary>
    UseRampingVersion = 2,
}
