using System;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Temporalio.Dashboard;

/// <summary>Writes HTML. Only the literal parts of interpolated strings are markup: every value is encoded, so that no data can become markup.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder text = new();

    /// <summary>Writes markup with values in it.</summary>
    /// <param name="markup">The markup.</param>
    public void Add([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
        // The handler has written.
        _ = markup;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    /// <summary>Writes the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly StringBuilder text;

        /// <summary>Initializes a new instance of the <see cref="Markup"/> struct.</summary>
        /// <param name="literalLength">The length of the markup.</param>
        /// <param name="formattedCount">The number of values.</param>
        /// <param name="writer">The writer.</param>
        public Markup(int literalLength, int formattedCount, HtmlWriter writer)
        {
            text = writer.text;
            text.EnsureCapacity(text.Length + literalLength + (formattedCount * 8));
        }

        /// <summary>Writes markup.</summary>
        /// <param name="markup">The markup.</param>
        public void AppendLiteral(string markup) => text.Append(markup);

        /// <summary>Writes a value.</summary>
        /// <param name="value">The value.</param>
        public void AppendFormatted(string? value) => text.Append(HtmlEncoder.Default.Encode(value ?? string.Empty));

        /// <summary>Writes a value.</summary>
        /// <typeparam name="T">Its type.</typeparam>
        /// <param name="value">The value.</param>
        /// <param name="format">The format.</param>
        public void AppendFormatted<T>(T value, string? format = null)
            where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));
    }
}
