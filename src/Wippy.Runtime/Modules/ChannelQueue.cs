namespace Wippy.Runtime.Modules;

/// <summary>Those who wait to send to a channel, or to receive from it, the longest-waiting first.</summary>
internal struct ChannelQueue
{
    // Not reset when the queue becomes empty: often the same task comes again, and a comparison is cheaper than telling the collector.
    private ChannelPlace? first;
    private bool isUsed;

    // Of more than one.
    private ChannelPlace? last;

    /// <summary>The longest-waiting one; null when nobody waits.</summary>
    public readonly ChannelPlace? First => isUsed ? first : null;

    public void Add(ChannelPlace place)
    {
        if (isUsed)
        {
            var before = first!.Next is null ? first : last!;
            place.Previous = before;
            before.Next = place;
            last = place;
            return;
        }

        isUsed = true;
        if (first != place)
        {
            first = place;
        }
    }

    public void Remove(ChannelPlace place)
    {
        if (place.Next is null && place.Previous is null)
        {
            // Mostly the only one.
            isUsed = false;
            return;
        }

        if (place.Next is { } next)
        {
            next.Previous = place.Previous;
        }
        else if (place.Previous is not null)
        {
            last = place.Previous;
        }

        if (place.Previous is { } previous)
        {
            previous.Next = place.Next;
            place.Previous = null;
        }
        else
        {
            first = place.Next;
        }

        place.Next = null;
    }
}
