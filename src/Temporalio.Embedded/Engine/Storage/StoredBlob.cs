using System;
using System.Buffers.Binary;
using System.IO;
using System.Numerics;
using System.Runtime.InteropServices;
using Google.Protobuf;

namespace Temporalio.Engine.Storage;

/// <summary>Messages in the database, each followed by a checksum: SQLite does not notice when bytes inside a page have changed.</summary>
internal static class StoredBlob
{
    private const int ChecksumSize = sizeof(uint);

    /// <summary>Writes a message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>Its bytes and their checksum.</returns>
    public static byte[] Write(IMessage message)
    {
        var size = message.CalculateSize();
        var bytes = new byte[size + ChecksumSize];
        message.WriteTo(bytes.AsSpan(0, size));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(size), Checksum(bytes.AsSpan(0, size)));
        return bytes;
    }

    /// <summary>Reads a message.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="parser">Its parser.</param>
    /// <param name="bytes">What <see cref="Write"/> made.</param>
    /// <returns>The message.</returns>
    /// <exception cref="InvalidDataException">The bytes have changed since.</exception>
    public static T Read<T>(MessageParser<T> parser, byte[] bytes)
        where T : IMessage<T>
    {
        var size = bytes.Length - ChecksumSize;
        return size >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(size)) == Checksum(bytes.AsSpan(0, size))
            ? parser.ParseFrom(bytes, 0, size)
            : throw new InvalidDataException("The stored data has changed since it was written");
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var result = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            result = BitOperations.Crc32C(result, word);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            result = BitOperations.Crc32C(result, rest);
        }

        return ~result;
    }
}
