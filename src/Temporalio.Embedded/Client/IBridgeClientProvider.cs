using System.Runtime.InteropServices;

namespace Temporalio.Client;

/// <summary>Gives access to the native client of the official SDK.</summary>
public interface IBridgeClientProvider
{
    /// <summary>Gets the native client; null where there is none, as with the in-process engine.</summary>
    SafeHandle? BridgeClient { get; }
}
