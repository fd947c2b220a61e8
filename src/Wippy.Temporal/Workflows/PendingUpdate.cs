using System.Threading.Tasks;
using Temporalio.Exceptions;
using Wippy.Runtime;
using Wippy.Temporal.Converters;
using Wippy.Temporal.Errors;

namespace Wippy.Temporal.Workflows;

/// <summary>An update that waits for its answer (spec/temporal.md section 7): <c>ack</c> or <c>nak</c> first, then <c>ok</c> or <c>error</c>.</summary>
internal sealed class PendingUpdate
{
    private readonly TaskCompletionSource<LuaValue> answer = new();
    private bool accepted;

    /// <summary>Completes when Lua has given the final answer.</summary>
    public Task<LuaValue> Answer => answer.Task;

    /// <summary>Has the final answer been given?</summary>
    public bool IsAnswered => answer.Task.IsCompleted;

    /// <summary>Takes one message of the program. Gives the error of a message that does not fit, null otherwise.</summary>
    public string? Take(string topic, LuaValue value)
    {
        switch (topic)
        {
            case "ack" or "nak" when accepted || IsAnswered:
                return "update already accepted";
            case "ack":
                accepted = true;
                return null;
            case "nak":
                answer.TrySetException(Failure(value, "update rejected"));
                return null;
            case "ok" or "error" when !accepted || IsAnswered:
                return $"update not accepted (state: {(IsAnswered ? "completed" : "pending")})";
            case "ok" when !LuaPayloads.TryEncode(value, out _, out var reason):
                return $"failed to encode result: {reason}";
            case "ok":
                answer.TrySetResult(LuaCopy.Copy(value));
                return null;
            case "error":
                answer.TrySetException(Failure(value, "update failed"));
                return null;
            default:
                return $"unknown update response: {topic} (expected ack/nak/ok/error)";
        }
    }

    private static ApplicationFailureException Failure(LuaValue reason, string otherwise) =>
        LuaFailures.ToFailure(reason.TryGetUserdata<LuaError>(out var error)
            ? error : new LuaError(LuaError.Internal, reason.IsNil ? otherwise : reason.ToString()) { Retryable = false });
}
