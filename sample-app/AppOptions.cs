using System;
using System.Globalization;

namespace OrderApp;

/// <summary>The command line.</summary>
internal sealed record AppOptions
{
    public const string Usage = """
        Processes one order: charge, wait an hour, ship; refund when shipping fails.

        dotnet run --project sample-app [-- options]

          --database <file>      keep histories in a file; run it again on the same file after a
                                 crash and the order goes on where it was
          --order <id>           id of the order (order-1001)
          --fail shipping        the carrier refuses the parcel: shows the refund
          --vendor-delay <time>  the payment and shipping services answer slowly, such as 5s or 500ms
          --dashboard <address>  show the engine on web pages, such as http://127.0.0.1:8233, and
                                 stay until Ctrl+C
          --address <host:port>  use a Temporal server; needs a build with -p:TemporalSdk=Temporalio
          --help                 this text
        """;

    public string? Database { get; init; }

    public string OrderId { get; init; } = "order-1001";

    public bool FailShipping { get; init; }

    public TimeSpan VendorDelay { get; init; }

    public string? Dashboard { get; init; }

    public string? Address { get; init; }

    public bool Help { get; init; }

    /// <summary>Reads the arguments; gives the error of a wrong one.</summary>
    public static (AppOptions Options, string? Error) Parse(string[] arguments)
    {
        var options = new AppOptions();
        for (var index = 0; index < arguments.Length; index++)
        {
            var name = arguments[index];
            if (name is "--help" or "-h" or "-?")
            {
                return (options with { Help = true }, null);
            }

            if (name is not ("--database" or "--order" or "--fail" or "--vendor-delay" or "--dashboard" or "--address"))
            {
                return (options, $"unknown option '{name}'");
            }

            if (index + 1 == arguments.Length)
            {
                return (options, $"{name} needs a value");
            }

            var value = arguments[++index];
            switch (name)
            {
                case "--database":
                    options = options with { Database = value };
                    break;
                case "--order":
                    options = options with { OrderId = value };
                    break;
                case "--dashboard":
                    options = options with { Dashboard = value };
                    break;
                case "--address":
                    options = options with { Address = value };
                    break;
                case "--fail" when value == "shipping":
                    options = options with { FailShipping = true };
                    break;
                case "--fail":
                    return (options, $"--fail takes 'shipping', not '{value}'");
                default:
                    if (ParseDelay(value) is not { } delay)
                    {
                        return (options, $"--vendor-delay takes a time such as 5s or 500ms, not '{value}'");
                    }

                    options = options with { VendorDelay = delay };
                    break;
            }
        }

        return (options, options.OrderId.Length == 0 ? "--order needs an id" : null);
    }

    private static TimeSpan? ParseDelay(string text)
    {
        var (digits, unit) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 0.001)
            : text.EndsWith('s') ? (text[..^1], 1.0) : (string.Empty, 0);
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number * unit < 3600
            ? TimeSpan.FromSeconds(number * unit) : null;
    }
}
