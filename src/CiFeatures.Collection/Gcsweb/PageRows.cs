using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace CiFeatures.Collection.Gcsweb;

/// <summary>Cuts a page into its links and what stands after each.</summary>
/// <remarks>AngleSharp's tokenizer alone, without its tree, so that time and memory are in proportion to the page's length whatever is nested in what.</remarks>
internal static class PageRows
{
    private const int MaxText = 4096;
    private const int MaxAfter = 4;

    /// <summary>Reads the links in their order.</summary>
    /// <param name="html">The page.</param>
    public static IReadOnlyList<PageRow> Read(string html)
    {
        List<PageRow> rows = [];
        var row = new Row(rows);
        using TextSource source = new(html);
        HtmlTokenizer tokenizer = new(source, HtmlEntityProvider.Resolver) { SkipComments = true };
        while (true)
        {
            ref StructHtmlToken token = ref tokenizer.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    row.Close();
                    return rows;
                case HtmlTokenType.StartTag:
                    string name = token.Name.ToString();
                    row.Break();
                    if (name == "a")
                    {
                        row.Open(token.GetAttribute("href").ToString());
                    }

                    tokenizer.State = name switch
                    {
                        "script" => HtmlParseMode.Script,
                        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
                        "title" or "textarea" => HtmlParseMode.RCData,
                        _ => HtmlParseMode.PCData,
                    };
                    break;
                case HtmlTokenType.EndTag:
                    row.Break();
                    if (token.Name == "a")
                    {
                        row.EndLink();
                    }

                    tokenizer.State = HtmlParseMode.PCData;
                    break;
                case HtmlTokenType.Character:
                    row.Add(token.Data.ToString());
                    break;
                default:
                    break;
            }
        }
    }

    private sealed class Row(List<PageRow> rows)
    {
        private readonly StringBuilder _text = new();
        private readonly List<string> _after = [];
        private string? _href;
        private string? _label;

        public void Open(string href)
        {
            Close();
            _href = href;
        }

        public void Add(string text)
        {
            if (_href is not null && _text.Length < MaxText)
            {
                _text.Append(text, 0, Math.Min(text.Length, MaxText - _text.Length));
            }
        }

        public void EndLink()
        {
            if (_href is not null && _label is null)
            {
                _label = _text.ToString().Trim();
                _text.Clear();
            }
        }

        /// <summary>A tag: outside the link a text ends here.</summary>
        public void Break()
        {
            if (_label is null)
            {
                return;
            }

            if (_text.ToString().Trim() is { Length: > 0 } text && _after.Count < MaxAfter)
            {
                _after.Add(text);
            }

            _text.Clear();
        }

        public void Close()
        {
            EndLink();
            Break();
            if (_href is not null)
            {
                rows.Add(new PageRow(_href, _label ?? "", [.. _after]));
            }

            _href = null;
            _label = null;
            _text.Clear();
            _after.Clear();
        }
    }
}
