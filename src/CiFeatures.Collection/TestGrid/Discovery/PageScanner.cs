using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace CiFeatures.Collection.TestGrid.Discovery;

/// <summary>Cuts a page into tags and keeps its scripts and links.</summary>
/// <remarks>
/// AngleSharp's tokenizer alone, without its tree: a tree of elements nested by the thousand is costly to build and to walk. What the tree builder would
/// tell the tokenizer, namely where text without tags begins, is told here.
/// </remarks>
internal static class PageScanner
{
    /// <summary>Reads the page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="url">Where it came from.</param>
    public static PageParts Scan(string html, Uri url)
    {
        PageParts parts = new();
        LinkCollector links = new(url, parts.Links);
        using TextSource source = new(html);
        HtmlTokenizer tokenizer = new(source, HtmlEntityProvider.Resolver) { SkipComments = true, SkipRawText = true, SkipRCDataText = true };
        while (true)
        {
            // Text matters within links only; what is skipped costs nothing.
            tokenizer.SkipDataText = !links.WantsText;
            ref StructHtmlToken token = ref tokenizer.GetStructToken();
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return parts;
                case HtmlTokenType.StartTag:
                    parts.Tags++;
                    string name = token.Name.ToString();
                    if (name == "a")
                    {
                        links.Open(token.GetAttribute("href").ToString());
                    }

                    EnterText(tokenizer, name, token.IsSelfClosing, parts);
                    break;
                case HtmlTokenType.EndTag:
                    parts.Tags++;
                    if (token.Name == "a")
                    {
                        links.Close();
                    }

                    break;
                case HtmlTokenType.Character when links.WantsText:
                    links.Add(token.Data.ToString());
                    break;
                default:
                    break;
            }
        }
    }

    private static void EnterText(HtmlTokenizer tokenizer, string element, bool selfClosing, PageParts parts)
    {
        switch (element)
        {
            case "script":
                tokenizer.State = HtmlParseMode.Script;
                ref StructHtmlToken text = ref tokenizer.GetStructToken();
                if (text.Type == HtmlTokenType.Character)
                {
                    parts.Scripts.Add(text.Data.ToString());
                }

                tokenizer.State = HtmlParseMode.PCData;
                break;
            case "title" or "textarea" when !selfClosing:
                tokenizer.State = HtmlParseMode.RCData;
                break;
            case "style" or "xmp" or "iframe" or "noembed" or "noframes" when !selfClosing:
                tokenizer.State = HtmlParseMode.Rawtext;
                break;
            case "plaintext":
                tokenizer.State = HtmlParseMode.Plaintext;
                break;
            default:
                break;
        }
    }

    /// <summary>Takes links to pages beside this one whose text is the page's name, as lists of dashboards have them and menus have not.</summary>
    private sealed class LinkCollector(Uri url, List<string> names)
    {
        private const int MaxLength = 1024;

        private readonly StringBuilder _text = new();
        private string? _name;

        public void Open(string? href)
        {
            Close();
            _text.Clear();
            _name = Name(href);
        }

        public bool WantsText => _name is not null && _text.Length <= MaxLength;

        public void Add(string text) => _text.Append(text, 0, Math.Min(text.Length, MaxLength + 1));

        public void Close()
        {
            if (_name is not null && _text.ToString().Trim() == _name)
            {
                names.Add(_name);
            }

            _name = null;
        }

        private string? Name(string? href)
        {
            if (string.IsNullOrWhiteSpace(href) || href[0] == '#' || href.Length > MaxLength
                || !Uri.TryCreate(url, href, out Uri? target)
                || Uri.Compare(url, target, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
            {
                return null;
            }

            string folder = url.AbsolutePath[..(url.AbsolutePath.LastIndexOf('/') + 1)];
            string path = target.AbsolutePath;
            string last = path.StartsWith(folder, StringComparison.Ordinal) ? Uri.UnescapeDataString(path[folder.Length..]) : "";
            return last.Length == 0 || last.Contains('/', StringComparison.Ordinal) ? null : last;
        }
    }
}
