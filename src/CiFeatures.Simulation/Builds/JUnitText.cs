using System.Globalization;
using System.Text;
using System.Xml;
using CiFeatures.Core.Grids;

namespace CiFeatures.Simulation.Builds;

/// <summary>Writes JUnit files in which the cells of a build are found again.</summary>
internal static class JUnitText
{
    private static readonly string[] Suites = ["operator", "Operator results", "Symptom Detection", "openshift-tests", "Cluster upgrade", "Simulated e2e suite"];
    private static readonly XmlWriterSettings Form = new() { Indent = true, IndentChars = "  ", NewLineChars = "\n", Encoding = new UTF8Encoding(false), CheckCharacters = false };

    /// <summary>A file with these cells: a suite for each first part of their names that is one.</summary>
    public static byte[] Write(IEnumerable<BuildCell> cells)
    {
        using MemoryStream stream = new();
        using (XmlWriter xml = XmlWriter.Create(stream, Form))
        {
            xml.WriteStartElement("testsuites");
            foreach (IGrouping<string, BuildCell> suite in cells.GroupBy(c => SuiteOf(c.Name)))
            {
                WriteSuite(xml, suite.Key, [.. suite]);
            }

            xml.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static string SuiteOf(string name) => Array.Find(Suites, s => name.StartsWith(s + ".", StringComparison.Ordinal)) ?? "";

    private static void WriteSuite(XmlWriter xml, string suite, BuildCell[] cells)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", suite);
        xml.WriteAttributeString("tests", Number(cells.Sum(c => c.Status == CellStatus.Flaky ? 2 : 1)));
        xml.WriteAttributeString("skipped", Number(cells.Count(c => c.Status == CellStatus.PassWithSkips)));
        xml.WriteAttributeString("failures", Number(cells.Count(c => c.Status is CellStatus.Fail or CellStatus.Flaky)));
        xml.WriteAttributeString("time", Seconds(cells.Sum(c => c.Seconds ?? 0)));
        foreach (BuildCell cell in cells)
        {
            string name = suite.Length == 0 ? cell.Name : cell.Name[(suite.Length + 1)..];
            WriteCase(xml, name, cell, cell.Status);
            if (cell.Status == CellStatus.Flaky)
            {
                WriteCase(xml, name, cell, CellStatus.Pass);
            }
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, string name, BuildCell cell, CellStatus status)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", name);
        if (cell.Seconds is { } seconds)
        {
            xml.WriteAttributeString("time", Seconds(seconds));
        }

        if (status is CellStatus.Fail or CellStatus.Flaky)
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", "");
            xml.WriteString(LogText.WithoutCount(cell.Message));
            xml.WriteEndElement();
            xml.WriteElementString("system-out", "the attempt is over");
        }
        else if (status == CellStatus.PassWithSkips)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", cell.Message.Length == 0 ? "not asked for" : cell.Message);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double value) => Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);
}
