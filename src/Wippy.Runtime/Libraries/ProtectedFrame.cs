using System;

namespace Wippy.Runtime.Libraries;

/// <summary>A protected call of a function that waits.</summary>
internal sealed class ProtectedFrame : LuaFrame<LuaValues>
{
    // One that can be used again.
    [ThreadStatic]
    private static ProtectedFrame? spare;

    private LuaFrame<LuaValues>? call;

    private ProtectedFrame()
    {
    }

    /// <summary>A protected call that waits for a frame.</summary>
    public static ProtectedFrame Of(LuaFrame<LuaValues> call)
    {
        var frame = spare ?? new ProtectedFrame();
        spare = null;
        frame.Await(call);
        return frame;
    }

    internal override void Resume()
    {
        try
        {
            var ended = call!;
            if (ended.TakeFailure() is { } failure)
            {
                SetResult(ProtectedCall.Failed(failure));
            }
            else if (ProtectedCall.Ended(new(ended.TakeResult()), out var results) is { } frame)
            {
                Await(frame);
            }
            else
            {
                SetResult(results);
            }
        }
        catch (Exception exception) when (LuaException.IsCatchable(exception))
        {
            SetResult(ProtectedCall.Failed(exception));
        }
        catch (Exception exception)
        {
            // The end of the instance: whoever awaits this frame sees it.
            SetException(exception);
        }
    }

    private protected override void Reset()
    {
        base.Reset();
        call = null;
        spare = this;
    }

    private void Await(LuaFrame<LuaValues> frame)
    {
        call = frame;
        frame.Parent = this;
    }
}
