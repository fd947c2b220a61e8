using System;

namespace Wippy.Runtime.Modules;

/// <summary>Random bytes of the running instance's host.</summary>
internal static class LuaRandomBytes
{
    public static void Fill(Span<byte> target) => Create(target.Length).CopyTo(target);

    public static byte[] Create(int count)
    {
        var host = LuaState.Current.Host;
        return LuaStack.OnOrigin(() =>
        {
            var bytes = new byte[count];
            host.FillRandom(bytes);
            return bytes;
        });
    }
}
