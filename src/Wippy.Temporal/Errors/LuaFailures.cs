using System;
using System.Collections.Generic;
using System.Linq;
using Temporalio.Api.Enums.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Wippy.Runtime;
using Wippy.Temporal.Converters;

namespace Wippy.Temporal.Errors;

/// <summary>Lua errors as Temporal failures and back (spec/temporal.md section 5).</summary>
internal static class LuaFailures
{
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        LuaError.NotFound, LuaError.AlreadyExists, LuaError.Invalid, LuaError.PermissionDenied, LuaError.Unavailable, LuaError.Internal,
        LuaError.Canceled, LuaError.Conflict, LuaError.Timeout, LuaError.RateLimited,
    };

    private static readonly HashSet<string> MissingTypes = new(StringComparer.Ordinal)
    {
        "ActivityNotRegisteredError", "ActivityNotRegistered", "WorkflowNotRegisteredError", "NamespaceNotFoundError", "NotFoundError",
    };

    /// <summary>The failure that carries an error out of a workflow or an activity: retryable unless the error says no.</summary>
    public static ApplicationFailureException ToFailure(LuaError error) =>
        new LuaFailureException(error.Message, error.Kind.Length == 0 ? LuaError.Internal : error.Kind, error.Retryable == false, [new RawValue(LuaPayloads.Encode(Describe(error)))]);

    /// <summary>A raised value as an error object: structured errors stay, everything else becomes the message of an Internal error.</summary>
    public static LuaError FromRaised(LuaException raised) =>
        raised.Value.TryGetUserdata<LuaError>(out var error) ? error : new LuaError(LuaError.Internal, raised.Message);

    /// <summary>The error that Lua sees for an exception of the SDK: the result of an activity, a child, an update, a start or a signal.</summary>
    public static LuaError FromException(Exception exception)
    {
        switch (exception)
        {
            case ActivityFailureException activity:
                return Wrapped(activity.InnerException, ("_wrapper", "activity"), ("_activity_id", activity.ActivityId), ("_retry_state", activity.RetryState.ToString()));
            case ChildWorkflowFailureException child:
                return Wrapped(
                    child.InnerException,
                    ("_wrapper", "child_workflow"),
                    ("_workflow_id", child.WorkflowId),
                    ("_workflow_type", child.WorkflowType),
                    ("_run_id", child.RunId),
                    ("_retry_state", child.RetryState.ToString()));
            case WorkflowFailedException or WorkflowUpdateFailedException when exception.InnerException is not null:
                return FromException(exception.InnerException);
            case LuaException raised:
                return FromRaised(raised);
            default:
                return Inner(exception);
        }
    }

    private static LuaError Wrapped(Exception? inner, params (string Key, string Value)[] wrapper)
    {
        var error = inner is null ? new LuaError(LuaError.Internal, "unknown failure") : Inner(inner);
        var details = error.Details is null ? new LuaTable() : LuaCopy.Copy(error.Details).AsTable();
        foreach (var (key, value) in wrapper)
        {
            details[key] = value;
        }

        return new LuaError(error.Kind, error.MessageBytes) { Retryable = error.Retryable, Details = details };
    }

    private static LuaError Inner(Exception exception)
    {
        switch (exception)
        {
            case ApplicationFailureException application:
                return Read(application) ?? new LuaError(KindOf(application.ErrorType), application.Message) { Retryable = !application.NonRetryable };
            case TimeoutFailureException timeout:
                var details = new LuaTable();
                details["timeout_type"] = timeout.TimeoutType switch
                {
                    TimeoutType.StartToClose => "start_to_close",
                    TimeoutType.ScheduleToStart => "schedule_to_start",
                    TimeoutType.ScheduleToClose => "schedule_to_close",
                    TimeoutType.Heartbeat => "heartbeat",
                    _ => "unknown",
                };
                return new LuaError(LuaError.Timeout, timeout.Message) { Retryable = false, Details = details };
            case TerminatedFailureException:
                return new LuaError(LuaError.Canceled, "workflow terminated") { Retryable = false };
            case WorkflowAlreadyStartedException started:
                return new LuaError(LuaError.AlreadyExists, started.Message) { Retryable = false };
            case RpcException { Code: RpcException.StatusCode.NotFound } missing:
                return new LuaError(LuaError.NotFound, missing.Message) { Retryable = false };
            case OperationCanceledException:
                return new LuaError(LuaError.Canceled, "operation canceled") { Retryable = false };
            default:
                return TemporalException.IsCanceledException(exception)
                    ? new LuaError(LuaError.Canceled, "operation canceled") { Retryable = false }
                    : new LuaError(LuaError.Internal, exception.Message);
        }
    }

    private static string KindOf(string? type) =>
        type is null ? LuaError.Unknown : Kinds.Contains(type) ? type : MissingTypes.Contains(type) ? LuaError.NotFound : LuaError.Unknown;

    // The errors that ToFailure wrote, if this failure carries any.
    private static LuaError? Read(ApplicationFailureException failure)
    {
        // Read past the converter: the failure may come from any worker, and a payload of another encoding is no error of ours.
        var payload = failure.Details switch
        {
            InboundFailureDetails inbound => inbound.Payloads?.FirstOrDefault(),
            OutboundFailureDetails outbound => (outbound.Details?.FirstOrDefault() as IRawValue)?.Payload,
            _ => null,
        };
        if (payload is null || !LuaPayloads.TryDecode(payload, out var detail) || !detail.TryGetTable(out var table)
            || !table["errors"].TryGetTable(out var errors) || !errors[1L].TryGetTable(out var first))
        {
            return null;
        }

        var messages = new List<string>();
        for (var index = 1L; errors[index].TryGetTable(out var item); index++)
        {
            if (item["msg"].TryGetString(out var message) && (messages.Count == 0 || messages[^1] != message.ToString()))
            {
                messages.Add(message.ToString());
            }
        }

        return new LuaError(first["kind"].TryGetString(out var kind) ? kind.ToString() : LuaError.Unknown, string.Join(": ", messages))
        {
            Retryable = first["retry"].IsBoolean ? first["retry"].AsBoolean() : null,
            Details = first["details"].TryGetTable(out var details) ? details : null,
        };
    }

    private static LuaTable Describe(LuaError error)
    {
        var errors = new LuaTable();
        for (LuaError? current = error; current is not null; current = current.Inner)
        {
            var item = new LuaTable();
            item["msg"] = current.MessageBytes;
            if (current.Kind.Length > 0)
            {
                item["kind"] = current.Kind;
            }

            if (current.Retryable is { } retryable)
            {
                item["retry"] = retryable;
            }

            if (current.Details is not null && LuaPayloads.TryEncode(current.Details, out _, out _))
            {
                item["details"] = current.Details;
            }

            var stack = new LuaTable();
            foreach (var line in current.Stack.Split('\n').Where(line => line.Length > 0))
            {
                stack.Append(new LuaValues((LuaValue)line));
            }

            item["stack"] = stack;
            errors.Append(new LuaValues((LuaValue)item));
        }

        var result = new LuaTable();
        result["errors"] = errors;
        return result;
    }
}
