using System;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Workflow.V1;
using Temporalio.Common;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>A workflow run as a list shows it.</summary>
public class WorkflowExecution
{
    private readonly WorkflowExecutionInfo info;

    /// <summary>Initializes a new instance of the <see cref="WorkflowExecution"/> class.</summary>
    /// <param name="rawInfo">What the server says.</param>
    /// <param name="dataConverter">The converter of the memo.</param>
    /// <param name="clientNamespaceForDataConverterWithContext">The namespace if the converter is to know it and the workflow, or null if it does already.</param>
    protected internal WorkflowExecution(WorkflowExecutionInfo rawInfo, DataConverter dataConverter, string? clientNamespaceForDataConverterWithContext)
    {
        if (clientNamespaceForDataConverterWithContext is { } workflowNamespace)
        {
            dataConverter = dataConverter.WithSerializationContext(new ISerializationContext.Workflow(workflowNamespace, rawInfo.Execution.WorkflowId));
        }

        info = rawInfo;
        Memo = rawInfo.Memo?.Fields.ToDictionary(f => f.Key, f => (IEncodedRawValue)new EncodedRawValue(dataConverter, f.Value), StringComparer.Ordinal)
            ?? new Dictionary<string, IEncodedRawValue>(StringComparer.Ordinal);
        TypedSearchAttributes = rawInfo.SearchAttributes is null ? SearchAttributeCollection.Empty : SearchAttributeCollection.FromProto(rawInfo.SearchAttributes);
    }

    /// <summary>Gets the time of the end, or null.</summary>
    public DateTime? CloseTime => info.CloseTime?.ToDateTime();

    /// <summary>Gets the time at which the workflow may first run: the start plus its delay.</summary>
    public DateTime? ExecutionTime => info.ExecutionTime?.ToDateTime();

    /// <summary>Gets the number of events.</summary>
    public int HistoryLength => (int)info.HistoryLength;

    /// <summary>Gets the workflow id.</summary>
    public string Id => info.Execution.WorkflowId;

    /// <summary>Gets the memo.</summary>
    public IReadOnlyDictionary<string, IEncodedRawValue> Memo { get; }

    /// <summary>Gets the workflow id of the parent, or null.</summary>
    public string? ParentId => info.ParentExecution?.WorkflowId;

    /// <summary>Gets the run id of the parent, or null.</summary>
    public string? ParentRunId => info.ParentExecution?.RunId;

    /// <summary>Gets the run id.</summary>
    public string RunId => info.Execution.RunId;

    /// <summary>Gets the time of the start.</summary>
    public DateTime StartTime => info.StartTime.ToDateTime();

    /// <summary>Gets the status.</summary>
    public WorkflowExecutionStatus Status => info.Status;

    /// <summary>Gets the task queue.</summary>
    public string TaskQueue => info.TaskQueue;

    /// <summary>Gets the search attributes.</summary>
    public SearchAttributeCollection TypedSearchAttributes { get; }

    /// <summary>Gets the workflow type name.</summary>
    public string WorkflowType => info.Type.Name;
}
