namespace Wippy.Runtime.Modules;

/// <summary>Those who wait to send to a channel, or to receive from it, the longest-waiting first.</summary>
internal sealed class ChannelQueue
{
    private ChannelPlace? last;

    /// <summary>The longest-waiting one's place.</summary>
    public ChannelPlace? First { get; private set; }

    public void Add(ChannelPlace place)
    {
        if (place.Queue != this)
        {
            place.Queue = this;
        }

        if (last is null)
        {
            First = place;
        }
        else
        {
            place.Previous = last;
            last.Next = place;
        }

        last = place;
    }

    public void Remove(ChannelPlace place)
    {
        if (place.Previous is null && place.Next is null)
        {
            First = null;
            last = null;
            return;
        }

        if (place.Previous is null)
        {
            First = place.Next;
        }
        else
        {
            place.Previous.Next = place.Next;
        }

        if (place.Next is null)
        {
            last = place.Previous;
        }
        else
        {
            place.Next.Previous = place.Previous;
        }

        place.Previous = null;
        place.Next = null;
    }
}

/// <summary>A place in a queue.</summary>
/// <param name="waiter">Who stands there.</param>
internal sealed class ChannelPlace(ChannelWaiter waiter)
{
    public ChannelWaiter Waiter { get; } = waiter;

    /// <summary>The queue that it is in, or was in last.</summary>
    public ChannelQueue? Queue { get; set; }

    public ChannelPlace? Previous { get; set; }

    public ChannelPlace? Next { get; set; }
}
