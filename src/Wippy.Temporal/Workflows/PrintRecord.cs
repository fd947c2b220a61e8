using Microsoft.Extensions.Logging;

namespace Wippy.Temporal.Workflows;

/// <summary>The log record of <c>print</c> (spec/temporal.md section 13).</summary>
internal static partial class PrintRecord
{
    /// <summary>Logger category of everything that Lua prints.</summary>
    public const string Category = "Wippy.Print";

    [LoggerMessage(EventId = 1, EventName = "Print", Level = LogLevel.Information, Message = "{Text} (pid={Pid}, location={Location})")]
    public static partial void Write(ILogger logger, string text, string pid, string location);
}
