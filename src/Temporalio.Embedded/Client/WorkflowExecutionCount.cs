using System.Collections.Generic;
using System.Linq;
using Temporalio.Api.WorkflowService.V1;
using Temporalio.Common;

namespace Temporalio.Client;

/// <summary>The answer to a count.</summary>
public class WorkflowExecutionCount
{
    /// <summary>Initializes a new instance of the <see cref="WorkflowExecutionCount"/> class.</summary>
    /// <param name="raw">What the server says.</param>
    protected internal WorkflowExecutionCount(CountWorkflowExecutionsResponse raw)
    {
        Count = raw.Count;
        Groups = raw.Groups.Select(g => new AggregationGroup(g)).ToList();
    }

    /// <summary>Gets the number of workflows.</summary>
    public long Count { get; }

    /// <summary>Gets the groups, if the query asks for them.</summary>
    public IReadOnlyCollection<AggregationGroup> Groups { get; }

    /// <summary>A group of a count.</summary>
    public class AggregationGroup
    {
        /// <summary>Initializes a new instance of the <see cref="AggregationGroup"/> class.</summary>
        /// <param name="raw">What the server says.</param>
        protected internal AggregationGroup(CountWorkflowExecutionsResponse.Types.AggregationGroup raw)
        {
            Count = raw.Count;
            GroupValues = raw.GroupValues.Select(v => SearchAttributePayload.TryDecode(string.Empty, v, out _, out var value) ? value : v).ToList();
        }

        /// <summary>Gets the number of workflows.</summary>
        public long Count { get; }

        /// <summary>Gets the values that the group has in common.</summary>
        public IReadOnlyCollection<object> GroupValues { get; }
    }
}
