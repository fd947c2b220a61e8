using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;
using Temporalio.Exceptions;

namespace Temporalio.Embedded.Tests.Api;

public class FailureConverterTests
{
    private static readonly DefaultFailureConverter Converter = new();
    private static readonly DefaultPayloadConverter Payloads = new();

    public static TheoryData<Failure, System.Type> Failures() => new()
    {
        { new() { Message = "m", ApplicationFailureInfo = new() { Type = "T" } }, typeof(ApplicationFailureException) },
        { new() { Message = "m", CanceledFailureInfo = new() }, typeof(CanceledFailureException) },
        { new() { Message = "m", TerminatedFailureInfo = new() }, typeof(TerminatedFailureException) },
        { new() { Message = "m", TimeoutFailureInfo = new() { TimeoutType = TimeoutType.Heartbeat } }, typeof(TimeoutFailureException) },
        { new() { Message = "m", ServerFailureInfo = new() { NonRetryable = true } }, typeof(ServerFailureException) },
        { new() { Message = "m", ActivityFailureInfo = new() { ActivityId = "a" } }, typeof(ActivityFailureException) },
        { new() { Message = "m", ChildWorkflowExecutionFailureInfo = new() { Namespace = "n" } }, typeof(ChildWorkflowFailureException) },
        { new() { Message = "m", NexusOperationExecutionFailureInfo = new() { Service = "s" } }, typeof(NexusOperationFailureException) },
        { new() { Message = "m", ResetWorkflowFailureInfo = new() }, typeof(FailureException) },
        { new() { Message = "m" }, typeof(FailureException) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void A_received_failure_is_sent_on_unchanged(Failure failure, System.Type type)
    {
        failure.StackTrace = "at Somewhere";
        failure.Source = "GoSDK";
        failure.Cause = new() { Message = "c", ApplicationFailureInfo = new() { Type = "Cause", Details = new() { Payloads_ = { Payloads.ToPayload(1) } } } };
        var exception = Converter.ToException(failure, Payloads);

        Assert.Equal(type, exception.GetType());
        Assert.Equal("m", exception.Message);
        Assert.Equal("at Somewhere", exception.StackTrace);
        Assert.Equal(1, Assert.IsType<ApplicationFailureException>(exception.InnerException).Details.ElementAt<int>(0));
        Assert.Equal(failure, Converter.ToFailure(exception, Payloads));
    }

    [Fact]
    public void An_application_failure_keeps_everything()
    {
        var failure = Converter.ToFailure(
            new ApplicationFailureException("m", "T", true, ["d", 2], TimeSpan.FromSeconds(1.5), ApplicationErrorCategory.Benign), Payloads);
        Assert.Equal("DotNetSDK", failure.Source);
        var exception = Assert.IsType<ApplicationFailureException>(Converter.ToException(failure, Payloads));

        Assert.Equal("m", exception.Message);
        Assert.Equal("T", exception.ErrorType);
        Assert.True(exception.NonRetryable);
        Assert.Equal(TimeSpan.FromSeconds(1.5), exception.NextRetryDelay);
        Assert.Equal(ApplicationErrorCategory.Benign, exception.Category);
        Assert.Equal(2, exception.Details.Count);
        Assert.Equal("d", exception.Details.ElementAt<string>(0));
        Assert.Equal(2, exception.Details.ElementAt<int>(1));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => exception.Details.ElementAt<int>(2));
    }

    [Fact]
    public void A_bare_application_failure_has_no_empty_parts()
    {
        var failure = Converter.ToFailure(new ApplicationFailureException("m"), Payloads);
        Assert.Null(failure.ApplicationFailureInfo.Details);
        Assert.Null(failure.ApplicationFailureInfo.NextRetryDelay);
        var exception = Assert.IsType<ApplicationFailureException>(Converter.ToException(failure, Payloads));
        Assert.Null(exception.ErrorType);
        Assert.Null(exception.NextRetryDelay);
        Assert.Equal(0, exception.Details.Count);
    }

    [Fact]
    public void A_foreign_exception_becomes_an_application_failure_with_its_causes()
    {
        var thrown = Assert.Throws<InvalidOperationException>((Action)(() => throw new InvalidOperationException("outer", new KeyNotFoundException("inner"))));
        var failure = Converter.ToFailure(thrown, Payloads);

        Assert.Equal("InvalidOperationException", failure.ApplicationFailureInfo.Type);
        Assert.False(failure.ApplicationFailureInfo.NonRetryable);
        Assert.Contains(nameof(A_foreign_exception_becomes_an_application_failure_with_its_causes), failure.StackTrace, StringComparison.Ordinal);
        Assert.Equal("KeyNotFoundException", failure.Cause.ApplicationFailureInfo.Type);
        Assert.Null(failure.Cause.Cause);
    }

    [Fact]
    public void A_cancellation_keeps_its_details()
    {
        var failure = Converter.ToFailure(new CanceledFailureException("m", details: [1]), Payloads);
        Assert.Equal(1, Assert.IsType<CanceledFailureException>(Converter.ToException(failure, Payloads)).Details.ElementAt<int>(0));
    }

    [Fact]
    public void Own_subclasses_of_failure_have_no_failure_form() =>
        Assert.Throws<ArgumentException>(() => Converter.ToFailure(new OwnException(), Payloads));

    [Fact]
    public void Typed_exceptions_expose_their_info()
    {
        var timeout = (TimeoutFailureException)Converter.ToException(
            new() { TimeoutFailureInfo = new() { TimeoutType = TimeoutType.StartToClose, LastHeartbeatDetails = new() { Payloads_ = { Payloads.ToPayload(7) } } } }, Payloads);
        Assert.Equal(TimeoutType.StartToClose, timeout.TimeoutType);
        Assert.Equal(7, timeout.LastHeartbeatDetails.ElementAt<int>(0));
        var activity = (ActivityFailureException)Converter.ToException(
            new() { ActivityFailureInfo = new() { ActivityType = new() { Name = "t" }, ActivityId = "i", RetryState = RetryState.MaximumAttemptsReached } }, Payloads);
        Assert.Equal(("t", "i", null, RetryState.MaximumAttemptsReached), (activity.ActivityType, activity.ActivityId, activity.Identity, activity.RetryState));
        var child = (ChildWorkflowFailureException)Converter.ToException(
            new()
            {
                ChildWorkflowExecutionFailureInfo = new()
                {
                    Namespace = "n",
                    WorkflowExecution = new() { WorkflowId = "w", RunId = "r" },
                    WorkflowType = new() { Name = "t" },
                    RetryState = RetryState.Timeout,
                },
            },
            Payloads);
        Assert.Equal(("n", "w", "r", "t", RetryState.Timeout), (child.Namespace, child.WorkflowId, child.RunId, child.WorkflowType, child.RetryState));
    }

    [Fact]
    public void Encoded_attributes_hide_message_and_stack()
    {
        var hiding = new DefaultFailureConverter.WithEncodedCommonAttributes();
        var failure = hiding.ToFailure(new ApplicationFailureException("secret", new ApplicationFailureException("deep secret")), Payloads);
        Assert.Equal("Encoded failure", failure.Message);
        Assert.Empty(failure.StackTrace);
        Assert.Equal("Encoded failure", failure.Cause.Message);
        Assert.Equal("{\"message\":\"secret\",\"stack_trace\":\"\"}", failure.EncodedAttributes.Data.ToStringUtf8());

        var exception = Converter.ToException(failure, Payloads);
        Assert.Equal("secret", exception.Message);
        Assert.Equal("deep secret", exception.InnerException!.Message);
        Assert.Equal("Encoded failure", failure.Message);
        Assert.Equal(failure, Converter.ToFailure(exception, Payloads));
    }

    [Fact]
    public void Undecodable_attributes_leave_the_placeholder()
    {
        var failure = new Failure { Message = "Encoded failure", EncodedAttributes = Payloads.ToPayload(new byte[] { 1 }), ApplicationFailureInfo = new() };
        Assert.Equal("Encoded failure", Converter.ToException(failure, Payloads).Message);
        failure.EncodedAttributes = Payloads.ToPayload("no object");
        Assert.Equal("Encoded failure", Converter.ToException(failure, Payloads).Message);
    }

    [Fact]
    public async Task The_codec_covers_every_payload_of_a_failure()
    {
        var converter = DataConverter.Default with { FailureConverter = new DefaultFailureConverter.WithEncodedCommonAttributes(), PayloadCodec = new Marking() };
        var failure = await converter.ToFailureAsync(new ApplicationFailureException("m", new ApplicationFailureException("c", details: ["x"]), details: ["y"]));
        foreach (var payload in new[]
        {
            failure.EncodedAttributes, failure.ApplicationFailureInfo.Details.Payloads_.Single(),
            failure.Cause.EncodedAttributes, failure.Cause.ApplicationFailureInfo.Details.Payloads_.Single(),
        })
        {
            Assert.Equal("marked", payload.Metadata["encoding"].ToStringUtf8());
        }

        var before = failure.Clone();
        var exception = Assert.IsType<ApplicationFailureException>(await converter.ToExceptionAsync(failure));
        Assert.Equal(before, failure);
        Assert.Equal(("m", "y"), (exception.Message, exception.Details.ElementAt<string>(0)));
        Assert.Equal("x", Assert.IsType<ApplicationFailureException>(exception.InnerException).Details.ElementAt<string>(0));
        Assert.Equal(before, await converter.ToFailureAsync(exception));
    }

    [Fact]
    public void Cancellation_is_known_in_every_shape()
    {
        var canceled = new Failure { CanceledFailureInfo = new() };
        Exception From(Failure failure) => Converter.ToException(failure, Payloads);
        Assert.True(TemporalException.IsCanceledException(new TaskCanceledException()));
        Assert.True(TemporalException.IsCanceledException(From(canceled)));
        Assert.True(TemporalException.IsCanceledException(From(new() { ActivityFailureInfo = new(), Cause = canceled })));
        Assert.True(TemporalException.IsCanceledException(From(new() { ChildWorkflowExecutionFailureInfo = new(), Cause = canceled })));
        Assert.True(TemporalException.IsCanceledException(From(new() { NexusOperationExecutionFailureInfo = new(), Cause = canceled })));
        Assert.False(TemporalException.IsCanceledException(From(new() { ApplicationFailureInfo = new(), Cause = canceled })));
        Assert.False(TemporalException.IsCanceledException(From(new() { ActivityFailureInfo = new() })));
        Assert.False(TemporalException.IsCanceledException(new InvalidOperationException()));
    }

    [Fact]
    public void A_status_is_parsed_when_asked_for()
    {
        var status = new GrpcStatus { Code = 5, Message = "gone", Details = { Any.Pack(new WorkflowExecution { WorkflowId = "w" }) } };
        var exception = new RpcException(RpcException.StatusCode.NotFound, "gone", status.ToByteArray());
        Assert.Equal(status, exception.GrpcStatus.Value);
        Assert.Null(new RpcException(RpcException.StatusCode.NotFound, "gone", null).GrpcStatus.Value);
    }

    private sealed class OwnException() : FailureException("own");

    private sealed class Marking : IPayloadCodec
    {
        public Task<IReadOnlyCollection<Payload>> EncodeAsync(IReadOnlyCollection<Payload> payloads) =>
            Task.FromResult<IReadOnlyCollection<Payload>>(payloads.Select(p => new Payload
            {
                Metadata = { ["encoding"] = ByteString.CopyFromUtf8("marked") },
                Data = p.ToByteString(),
            }).ToList());

        public Task<IReadOnlyCollection<Payload>> DecodeAsync(IReadOnlyCollection<Payload> payloads) =>
            Task.FromResult<IReadOnlyCollection<Payload>>(payloads.Select(p => Payload.Parser.ParseFrom(p.Data)).ToList());
    }
}
