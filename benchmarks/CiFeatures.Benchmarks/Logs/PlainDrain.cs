namespace CiFeatures.Benchmarks.Logs;

/// <summary>Drain as its paper has it (He et al., ICWS 2017), the yardstick: a tree over the number of tokens and the first tokens, and in
/// each leaf the group with the largest share of equal tokens. Written the straightforward way, on texts.</summary>
internal sealed class PlainDrain(double similarity = 0.4, int depth = 4, int maxChildren = 100)
{
    private const string Wildcard = "<*>";
    private readonly Dictionary<int, Node> _byLength = [];

    /// <summary>How many groups there are.</summary>
    public int Groups { get; private set; }

    public void Add(string line)
    {
        string[] tokens = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Node leaf = Leaf(tokens);
        string[]? best = null;
        double bestShare = similarity;
        foreach (string[] group in leaf.Templates)
        {
            double share = Share(group, tokens);
            if (share >= bestShare)
            {
                (best, bestShare) = (group, share);
            }
        }

        if (best is null)
        {
            leaf.Templates.Add(tokens);
            Groups++;
            return;
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            best[i] = best[i] == tokens[i] ? best[i] : Wildcard;
        }
    }

    private static double Share(string[] group, string[] tokens)
    {
        int equal = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            equal += group[i] == tokens[i] ? 1 : 0;
        }

        return tokens.Length == 0 ? 1 : (double)equal / tokens.Length;
    }

    private Node Leaf(string[] tokens)
    {
        if (!_byLength.TryGetValue(tokens.Length, out Node? node))
        {
            _byLength[tokens.Length] = node = new Node();
        }

        foreach (string token in tokens.Take(depth - 2))
        {
            string key = token.Any(char.IsDigit) || (node.Children.Count >= maxChildren && !node.Children.ContainsKey(token)) ? Wildcard : token;
            if (!node.Children.TryGetValue(key, out Node? child))
            {
                node.Children[key] = child = new Node();
            }

            node = child;
        }

        return node;
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);

        public List<string[]> Templates { get; } = [];
    }
}
