using System.Threading.Tasks;
using Temporalio.Api.Common.V1;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>A workflow run in detail.</summary>
public class WorkflowExecutionDescription : WorkflowExecution
{
    private readonly DescribeWorkflowExecutionResponse description;
    private readonly DataConverter converter;

    /// <summary>Initializes a new instance of the <see cref="WorkflowExecutionDescription"/> class.</summary>
    /// <param name="rawDescription">What the server says.</param>
    /// <param name="dataConverter">The converter of memo, summary and details; it knows the workflow.</param>
    protected internal WorkflowExecutionDescription(DescribeWorkflowExecutionResponse rawDescription, DataConverter dataConverter)
        : base(rawDescription.WorkflowExecutionInfo, dataConverter, null)
    {
        description = rawDescription;
        converter = dataConverter;
    }

    /// <summary>Gets the details given at the start.</summary>
    /// <returns>The details, or null.</returns>
    public Task<string?> GetStaticDetailsAsync() => TextAsync(description.ExecutionConfig.UserMetadata?.Details);

    /// <summary>Gets the summary given at the start.</summary>
    /// <returns>The summary, or null.</returns>
    public Task<string?> GetStaticSummaryAsync() => TextAsync(description.ExecutionConfig.UserMetadata?.Summary);

    private async Task<string?> TextAsync(Payload? payload) =>
        payload is null ? null : await converter.ToValueAsync<string>(payload).ConfigureAwait(false);
}
