using System;
using Temporalio.Api.Failure.V1;
using Temporalio.Converters;
using Wippy.Temporal.Errors;

namespace Wippy.Temporal.Converters;

/// <summary>The SDK's failure converter, except that failures of Lua name their source.</summary>
internal sealed class WippyFailureConverter : DefaultFailureConverter
{
    /// <inheritdoc/>
    public override Failure ToFailure(Exception exception, IPayloadConverter payloadConverter)
    {
        var failure = base.ToFailure(exception, payloadConverter);
        if (exception is LuaFailureException)
        {
            failure.Source = LuaFailureException.WireSource;
        }

        return failure;
    }
}
