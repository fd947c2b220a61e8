using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Temporalio.Api.Common.V1;

namespace Temporalio.Worker;

/// <summary>Applies a codec to every payload of a message, wherever it is. Search attributes stay readable for the engine.</summary>
internal static class PayloadTransform
{
    /// <summary>Applies a codec to a copy of a message.</summary>
    /// <typeparam name="T">The kind of message.</typeparam>
    /// <param name="message">The message.</param>
    /// <param name="codec">The codec.</param>
    /// <returns>The copy.</returns>
    public static async Task<T> ApplyAsync<T>(T message, Func<IReadOnlyCollection<Payload>, Task<IReadOnlyCollection<Payload>>> codec)
        where T : class, IMessage<T>, IDeepCloneable<T>
    {
        var copy = message.Clone();
        await VisitAsync(copy, codec).ConfigureAwait(false);
        return copy;
    }

    private static async Task VisitAsync(IMessage message, Func<IReadOnlyCollection<Payload>, Task<IReadOnlyCollection<Payload>>> codec)
    {
        if (message is Payloads payloads)
        {
            // The codec may return its argument.
            var result = (await codec(payloads.Payloads_).ConfigureAwait(false)).ToList();
            payloads.Payloads_.Clear();
            payloads.Payloads_.AddRange(result);
            return;
        }

        if (message is SearchAttributes)
        {
            return;
        }

        foreach (var field in message.Descriptor.Fields.InDeclarationOrder().Where(f => f.FieldType == FieldType.Message))
        {
            var value = field.Accessor.GetValue(message);
            if (field.IsMap)
            {
                await VisitMapAsync(field, (System.Collections.IDictionary)value, codec).ConfigureAwait(false);
            }
            else if (field.IsRepeated)
            {
                foreach (var item in ((System.Collections.IEnumerable)value).OfType<IMessage>())
                {
                    await VisitAsync(item, codec).ConfigureAwait(false);
                }
            }
            else if (value is Payload payload)
            {
                field.Accessor.SetValue(message, (await codec([payload]).ConfigureAwait(false)).Single());
            }
            else if (value is IMessage inner)
            {
                await VisitAsync(inner, codec).ConfigureAwait(false);
            }
        }
    }

    private static async Task VisitMapAsync(FieldDescriptor field, System.Collections.IDictionary map, Func<IReadOnlyCollection<Payload>, Task<IReadOnlyCollection<Payload>>> codec)
    {
        if (field.MessageType.FindFieldByNumber(2).FieldType != FieldType.Message)
        {
            return;
        }

        foreach (var key in map.Keys.Cast<object>().ToList())
        {
            switch (map[key])
            {
                case Payload payload:
                    map[key] = (await codec([payload]).ConfigureAwait(false)).Single();
                    break;
                case IMessage inner:
                    await VisitAsync(inner, codec).ConfigureAwait(false);
                    break;
                default:
                    break;
            }
        }
    }
}
