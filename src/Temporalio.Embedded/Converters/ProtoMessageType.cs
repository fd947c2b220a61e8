using System;
using System.Reflection;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Temporalio.Converters;

/// <summary>Finds the descriptor of a generated message type.</summary>
internal static class ProtoMessageType
{
    /// <summary>Gets the descriptor.</summary>
    /// <param name="type">A generated message type.</param>
    /// <returns>Its descriptor.</returns>
    /// <exception cref="ArgumentException">The type is not a generated message.</exception>
    internal static MessageDescriptor Descriptor(Type type) =>
        typeof(IMessage).IsAssignableFrom(type) &&
        type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is MessageDescriptor descriptor
            ? descriptor
            : throw new ArgumentException($"Payload is a protobuf message, but type is {type}", nameof(type));
}
