using System.Linq;
using System.Threading.Tasks;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;
using Wippy.Runtime;
using Wippy.Temporal.Converters;
using Wippy.Temporal.Errors;

namespace Wippy.Temporal.Tests;

/// <summary>Lua errors as failures and back (spec/temporal.md section 5).</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task An_error_survives_the_wire()
    {
        var inner = new LuaError(LuaError.Unavailable, "socket closed");
        var error = new LuaError(LuaError.NotFound, "no order") { Retryable = true, Details = new LuaTable { ["id"] = 7 }, Inner = inner };
        var failure = await WippyDataConverter.Default.ToFailureAsync(LuaFailures.ToFailure(error));
        Assert.Equal(("no order", "WippySDK"), (failure.Message, failure.Source));
        Assert.Equal("NotFound", failure.ApplicationFailureInfo.Type);
        Assert.False(failure.ApplicationFailureInfo.NonRetryable);
        Assert.StartsWith("""{"errors":[{"msg":"no order","kind":"NotFound","retry":true,"details":{"id":7},"stack":""", failure.ApplicationFailureInfo.Details.Payloads_[0].Data.ToStringUtf8());

        var back = LuaFailures.FromException(await WippyDataConverter.Default.ToExceptionAsync(failure));
        Assert.Equal(("NotFound", "no order: socket closed", true), (back.Kind, back.Message, back.Retryable));
        Assert.Equal(7, back.Details!["id"].AsInteger());
    }

    [Fact]
    public void An_unset_kind_becomes_Internal_and_unset_retryability_means_retryable()
    {
        var failure = LuaFailures.ToFailure(new LuaError(LuaError.Unknown, "x"));
        Assert.Equal(("Internal", false), (failure.ErrorType, failure.NonRetryable));
        Assert.Null(LuaFailures.FromException(failure).Retryable);
    }

    [Fact]
    public void Details_that_cannot_be_encoded_are_left_out()
    {
        var error = new LuaError(LuaError.Invalid, "x") { Details = new LuaTable { [1L] = 1, ["mixed"] = 2 } };
        Assert.Null(LuaFailures.FromException(LuaFailures.ToFailure(error)).Details);
    }

    [Theory]
    [InlineData("Conflict", "Conflict")]
    [InlineData("NotFoundError", "NotFound")]
    [InlineData("ActivityNotRegisteredError", "NotFound")]
    [InlineData("SqlException", "")]
    [InlineData(null, "")]
    public void A_foreign_failure_takes_its_kind_from_its_type(string? type, string kind)
    {
        var error = LuaFailures.FromException(new ApplicationFailureException("m", type, nonRetryable: true, details: ["not ours"]));
        Assert.Equal((kind, "m", false), (error.Kind, error.Message, error.Retryable));
    }

    [Theory]
    [InlineData(TimeoutType.StartToClose, "start_to_close")]
    [InlineData(TimeoutType.ScheduleToStart, "schedule_to_start")]
    [InlineData(TimeoutType.ScheduleToClose, "schedule_to_close")]
    [InlineData(TimeoutType.Heartbeat, "heartbeat")]
    public async Task A_timeout_of_an_activity_names_its_type(TimeoutType type, string name)
    {
        var error = LuaFailures.FromException(await Activity(new Failure { Message = "timed out", TimeoutFailureInfo = new TimeoutFailureInfo { TimeoutType = type } }));
        Assert.Equal(("Timeout", false), (error.Kind, error.Retryable));
        Assert.Equal(name, error.Details!["timeout_type"].ToString());
        Assert.Equal("activity", error.Details["_wrapper"].ToString());
        Assert.Equal("7", error.Details["_activity_id"].ToString());
        Assert.Equal("Timeout", error.Details["_retry_state"].ToString());
    }

    [Fact]
    public async Task Cancellation_and_termination_are_canceled()
    {
        var canceled = LuaFailures.FromException(await Activity(new Failure { Message = "c", CanceledFailureInfo = new CanceledFailureInfo() }));
        Assert.Equal(("Canceled", "operation canceled", false), (canceled.Kind, canceled.Message, canceled.Retryable));
        var terminated = LuaFailures.FromException(await WippyDataConverter.Default.ToExceptionAsync(new Failure { Message = "t", TerminatedFailureInfo = new TerminatedFailureInfo() }));
        Assert.Equal(("Canceled", "workflow terminated", false), (terminated.Kind, terminated.Message, terminated.Retryable));
    }

    [Fact]
    public void Errors_of_the_server_have_kinds()
    {
        Assert.Equal(LuaError.NotFound, LuaFailures.FromException(new RpcException(RpcException.StatusCode.NotFound, "gone", null)).Kind);
        Assert.Equal(LuaError.Internal, LuaFailures.FromException(new RpcException(RpcException.StatusCode.Unavailable, "down", null)).Kind);
        Assert.Equal(LuaError.AlreadyExists, LuaFailures.FromException(new WorkflowAlreadyStartedException("m", "w", "t", "r")).Kind);
    }

    private static Task<System.Exception> Activity(Failure cause) => WippyDataConverter.Default.ToExceptionAsync(new Failure
    {
        Message = "activity failed",
        Cause = cause,
        ActivityFailureInfo = new ActivityFailureInfo { ActivityId = "7", RetryState = RetryState.Timeout },
    });
}
