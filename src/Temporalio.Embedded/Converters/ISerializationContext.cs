using System;
using Temporalio.Activities;

namespace Temporalio.Converters;

/// <summary>What a value is converted for. Either <see cref="Activity" /> or <see cref="Workflow" />.</summary>
public interface ISerializationContext
{
    /// <summary>A context with a workflow.</summary>
    public interface IHasWorkflow : ISerializationContext
    {
        /// <summary>Namespace.</summary>
        string Namespace { get; }

        /// <summary>Workflow id, null for an activity without a workflow.</summary>
        string? WorkflowId { get; }
    }

    /// <summary>Conversion for an activity.</summary>
    /// <param name="Namespace">Namespace.</param>
    /// <param name="ActivityId">Activity id.</param>
    /// <param name="WorkflowId">Workflow id.</param>
    /// <param name="WorkflowType">Workflow type name.</param>
    /// <param name="ActivityType">Activity type name.</param>
    /// <param name="ActivityTaskQueue">Task queue.</param>
    /// <param name="IsLocal">Whether it is a local activity.</param>
    public sealed record Activity(
        string Namespace,
        string? ActivityId,
        string? WorkflowId,
        string? WorkflowType,
        [property: Obsolete("Not set everywhere.")] string? ActivityType,
        [property: Obsolete("Not set everywhere.")] string? ActivityTaskQueue,
        bool IsLocal) : IHasWorkflow
    {
        /// <summary>Creates the context of a running activity.</summary>
        /// <param name="info">The activity.</param>
        public Activity(ActivityInfo info)
            : this(info.Namespace, info.ActivityId, info.WorkflowId, info.WorkflowType, info.ActivityType, info.TaskQueue, info.IsLocal)
        {
        }
    }

    /// <summary>Conversion for a workflow.</summary>
    /// <param name="Namespace">Namespace.</param>
    /// <param name="WorkflowId">Workflow id.</param>
    public sealed record Workflow(string Namespace, string WorkflowId) : IHasWorkflow;
}
