namespace Wippy.Runtime.Modules;

/// <summary>Those who wait to send to a channel, or to receive from it, the longest-waiting first.</summary>
internal sealed class ChannelQueue
{
    // The longest-waiting one.
    internal ChannelPlace? First;

    // Not reset when the queue becomes empty: often the same task comes again, and a comparison is cheaper than telling the collector.
    private ChannelPlace? last;

    public void Add(ChannelPlace place)
    {
        if (First is null)
        {
            First = place;
        }
        else
        {
            place.Previous = last;
            last!.Next = place;
        }

        if (last != place)
        {
            last = place;
        }
    }

    public void Remove(ChannelPlace place)
    {
        if (place.Next is null && place.Previous is null)
        {
            // Mostly the only one.
            First = null;
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
            First = place.Next;
        }

        place.Next = null;
    }
}
