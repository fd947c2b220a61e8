using System.Collections.Generic;

namespace Wippy.Benchmarks.HandWritten;

/// <summary>Programs/lru.lua by hand.</summary>
internal static class Lru
{
    public static string Run(int n)
    {
        var cache = new Cache(1000);
        long seed = 17, hits = 0, sum = 0;
        for (var i = 1; i <= n; i++)
        {
            seed = seed * 16807 % 2147483647;
            var key = seed % 1500;
            if (cache.Get(key) is { } value)
            {
                hits++;
                sum = (sum + value) % 1000000007;
            }
            else
            {
                cache.Put(key, i);
            }
        }

        return Text.Of(hits, sum, cache.Count);
    }

    private sealed class Cache(int capacity)
    {
        private readonly Dictionary<long, LinkedListNode<(long Key, long Value)>> _map = [];
        private readonly LinkedList<(long Key, long Value)> _order = [];

        public int Count => _map.Count;

        public long? Get(long key)
        {
            if (!_map.TryGetValue(key, out var node))
            {
                return null;
            }

            _order.Remove(node);
            _order.AddFirst(node);
            return node.Value.Value;
        }

        public void Put(long key, long value)
        {
            if (_map.TryGetValue(key, out var node))
            {
                node.Value = (key, value);
                _order.Remove(node);
                _order.AddFirst(node);
                return;
            }

            if (_map.Count == capacity)
            {
                _map.Remove(_order.Last!.Value.Key);
                _order.RemoveLast();
            }

            _map[key] = _order.AddFirst((key, value));
        }
    }
}
