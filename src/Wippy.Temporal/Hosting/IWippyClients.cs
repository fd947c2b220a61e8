using Temporalio.Client;

namespace Wippy.Temporal.Hosting;

/// <summary>The connected clients of the application, by the id of their <c>temporal.client</c> entry.</summary>
public interface IWippyClients
{
    /// <summary>The client of an entry. Throws <see cref="System.InvalidOperationException"/> when no such client has been started.</summary>
    ITemporalClient GetClient(string entryId);
}
