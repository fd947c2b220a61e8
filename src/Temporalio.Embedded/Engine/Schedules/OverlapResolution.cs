using System.Collections.Generic;
using Temporalio.Api.Enums.V1;

namespace Temporalio.Engine.Schedules;

/// <summary>What becomes of the actions that are due.</summary>
/// <param name="Overlapping">To take whatever is running.</param>
/// <param name="Next">To take now because nothing is running; or null.</param>
/// <param name="Waiting">To take when what is running has ended.</param>
/// <param name="Skipped">How many are dropped.</param>
/// <param name="Cancel">Whether to cancel what is running.</param>
/// <param name="Terminate">Whether to terminate what is running.</param>
internal sealed record OverlapResolution(
    IReadOnlyList<BufferedAction> Overlapping,
    BufferedAction? Next,
    IReadOnlyList<BufferedAction> Waiting,
    int Skipped,
    bool Cancel,
    bool Terminate)
{
    /// <summary>Applies the overlap policies, in order.</summary>
    /// <param name="buffer">The actions that are due.</param>
    /// <param name="running">Whether an earlier one is running.</param>
    /// <param name="policy">The policy of the schedule.</param>
    /// <returns>What becomes of them.</returns>
    public static OverlapResolution Of(IEnumerable<BufferedAction> buffer, bool running, ScheduleOverlapPolicy policy)
    {
        var overlapping = new List<BufferedAction>();
        var waiting = new List<BufferedAction>();
        BufferedAction? next = null;
        var skipped = 0;
        var cancel = false;
        var terminate = false;
        foreach (var action in buffer)
        {
            var overlap = action.Overlap == ScheduleOverlapPolicy.Unspecified ? policy : action.Overlap;
            if (overlap == ScheduleOverlapPolicy.AllowAll)
            {
                overlapping.Add(action);
                continue;
            }

            if (!running && next is null)
            {
                next = action;
                continue;
            }

            switch (overlap)
            {
                case ScheduleOverlapPolicy.BufferAll:
                case ScheduleOverlapPolicy.BufferOne when waiting.Count == 0:
                    waiting.Add(action);
                    break;
                case ScheduleOverlapPolicy.CancelOther or ScheduleOverlapPolicy.TerminateOther:
                    // The latest one wins, over those that wait and over one that was to be taken now.
                    skipped += waiting.Count;
                    waiting.Clear();
                    if (running)
                    {
                        cancel |= overlap == ScheduleOverlapPolicy.CancelOther;
                        terminate |= overlap == ScheduleOverlapPolicy.TerminateOther;
                        waiting.Add(action);
                    }
                    else
                    {
                        skipped++;
                        next = action;
                    }

                    break;
                default:
                    skipped++;
                    break;
            }
        }

        return new OverlapResolution(overlapping, next, waiting, skipped, cancel, terminate);
    }
}
