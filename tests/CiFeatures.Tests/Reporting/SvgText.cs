using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using CiFeatures.Reporting.Drawing;

namespace CiFeatures.Tests.Reporting;

/// <summary>Reads SVG with the platform's XML reader, which knows nothing of our writer.</summary>
internal static partial class SvgText
{
    public static XElement Parse(byte[] svg)
    {
        using var reader = XmlReader.Create(new MemoryStream(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true });
        return XElement.Load(reader);
    }

    public static IEnumerable<XElement> Named(this XElement svg, string name) => svg.Descendants().Where(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> Groups(this XElement svg, string kind) => svg.Named("g").Where(g => (string?)g.Attribute("class") == kind);

    public static string[] Texts(this XElement svg) => [.. svg.Named("text").Select(t => t.Value)];

    /// <summary>The area of all boxes of a colour.</summary>
    public static double Area(this XElement part, Rgb color) => part.Boxes(color).Sum(b => b.Width * b.Height);

    public static IEnumerable<Box> Boxes(this XElement part, Rgb color)
    {
        foreach (XElement path in part.Named("path").Where(p => (string?)p.Attribute("fill") == color.ToHex()))
        {
            string data = (string)path.Attribute("d")!;
            MatchCollection boxes = OneBox().Matches(data);
            boxes.Sum(b => b.Length).ShouldBe(data.Length);
            foreach (Match box in boxes)
            {
                double[] n = [.. Enumerable.Range(1, 4).Select(i => double.Parse(box.Groups[i].ValueSpan, CultureInfo.InvariantCulture))];
                yield return new Box(n[0], n[1], n[2], n[3]);
            }
        }
    }

    [GeneratedRegex(@"M([-\d.]+) ([-\d.]+)h([-\d.]+)v([-\d.]+)h[-\d.]+z", RegexOptions.NonBacktracking)]
    private static partial Regex OneBox();
}
