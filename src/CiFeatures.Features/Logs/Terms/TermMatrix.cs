using CiFeatures.Core.Tables;
using CiFeatures.Features.Catalog;

namespace CiFeatures.Features.Logs.Terms;

/// <summary>The weights of terms in logs (TF-IDF): count × (ln((1 + logs) ÷ (1 + logs with the term)) + 1), each log's row made a unit
/// vector; scikit-learn's <c>TfidfVectorizer</c> with its defaults gives the same.</summary>
/// <param name="Logs">The logs' names.</param>
/// <param name="Terms">The terms in ordinal order.</param>
/// <param name="Idf">Each term's inverse document frequency.</param>
/// <param name="Rows">Each log's terms.</param>
public sealed record TermMatrix(IReadOnlyList<string> Logs, IReadOnlyList<string> Terms, IReadOnlyList<double> Idf, IReadOnlyList<TermRow> Rows)
{
    /// <summary>Gives the matrix as a table in long form, one row for every term of every log: <c>log, term, count, tfidf</c>.</summary>
    public FeatureTable ToTable()
    {
        FeatureColumns<(int Log, int At)> columns = new FeatureColumns<(int Log, int At)>()
            .Text("log", "The log", c => Logs[c.Log])
            .Text("term", "The term", c => Terms[Rows[c.Log].Columns[c.At]])
            .LongCount("count", "occurrences", "How often the log has the term", c => Rows[c.Log].Counts[c.At])
            .Number("tfidf", "weight", "The term's weight in the log", c => Rows[c.Log].Weights[c.At], "", "scikit-learn TfidfVectorizer", "count × (ln((1 + logs) ÷ (1 + logs with the term)) + 1) ÷ length of the log's row");
        return new FeatureTableDefinition<(int Log, int At)>("terms", "log, term", columns).Compute([.. Enumerable.Range(0, Rows.Count).SelectMany(l => Enumerable.Range(0, Rows[l].Columns.Length).Select(t => (l, t)))]);
    }
}
