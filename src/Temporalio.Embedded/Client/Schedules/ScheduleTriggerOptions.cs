using Temporalio.Api.Enums.V1;

namespace Temporalio.Client.Schedules;

/// <summary>Schedule trigger options.</summary>
public class ScheduleTriggerOptions
{
    /// <summary>Initializes a new instance of the <see cref="ScheduleTriggerOptions"/> class.</summary>
    public ScheduleTriggerOptions()
    {
    }

    /// <summary>Gets or sets the overlap policy; unspecified means that of the schedule.</summary>
    public ScheduleOverlapPolicy Overlap { get; set; }

    /// <summary>Gets or sets the options of the underlying call.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Creates a shallow copy of these options.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
