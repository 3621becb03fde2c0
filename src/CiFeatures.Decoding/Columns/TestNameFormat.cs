using System.Text;

namespace CiFeatures.Decoding.Columns;

/// <summary>How the names of rows are made (TestGrid's <c>test_name_config</c>).</summary>
/// <param name="Format">The name with <c>%s</c> where a part goes and <c>%%</c> for a percent sign.</param>
/// <param name="Parts">What goes there, one for each <c>%s</c>: <see cref="TestPart"/>, <see cref="JobPart"/>, or the name of a property of the case, of something that the JUnit file's name says, or of a metadata entry of <c>finished.json</c>.</param>
/// <param name="MultiJob">Whether the grid shows several jobs: then each column has a row "Overall" as well, and cells name their build.</param>
public sealed record TestNameFormat(string Format, IReadOnlyList<string> Parts, bool MultiJob = false)
{
    /// <summary>The part that is the test's name with its suites.</summary>
    public const string TestPart = "Tests name";

    /// <summary>The part that is the job's name.</summary>
    public const string JobPart = "Job name";

    /// <summary>The test's name and nothing else.</summary>
    public static TestNameFormat Default { get; } = new("%s", [TestPart]);

    /// <summary>How many <c>%s</c> the format has.</summary>
    internal int Places
    {
        get
        {
            int places = 0;
            for (int i = 0; i + 1 < Format.Length; i++)
            {
                if (Format[i] == '%')
                {
                    places += Format[++i] == 's' ? 1 : 0;
                }
            }

            return places;
        }
    }

    /// <summary>The format of a group of jobs: where there are several, the job's name goes first unless the format has it.</summary>
    /// <param name="prefix">The bucket folders of the group's jobs, parted by commas.</param>
    /// <returns>This format when there is one job.</returns>
    public TestNameFormat ForPrefix(string prefix) =>
        !prefix.Contains(',', StringComparison.Ordinal) ? this
        : Parts.Contains(JobPart) ? this with { MultiJob = true }
        : new("%s." + Format, [JobPart, .. Parts], true);

    /// <summary>Makes the name of a row.</summary>
    /// <param name="job">The job.</param>
    /// <param name="test">The test with its suites.</param>
    /// <param name="metadata">Where other parts are looked for; the first that has one wins. A part that none has is empty.</param>
    internal string Render(string job, string test, params ReadOnlySpan<IReadOnlyDictionary<string, string>> metadata)
    {
        if (Format == "%s" && Parts is [TestPart])
        {
            return test;
        }

        StringBuilder name = new();
        int part = 0;
        for (int i = 0; i < Format.Length; i++)
        {
            char next = i + 1 < Format.Length ? Format[i + 1] : '\0';
            if (Format[i] != '%' || next is not ('s' or '%'))
            {
                name.Append(Format[i]);
                continue;
            }

            name.Append(next == '%' ? "%" : part < Parts.Count ? Value(Parts[part++], job, test, metadata) : "");
            i++;
        }

        return name.ToString();
    }

    private static string Value(string part, string job, string test, ReadOnlySpan<IReadOnlyDictionary<string, string>> metadata)
    {
        if (part is JobPart or TestPart)
        {
            return part == JobPart ? job : test;
        }

        foreach (IReadOnlyDictionary<string, string> from in metadata)
        {
            if (from.TryGetValue(part, out string? value))
            {
                return value;
            }
        }

        return "";
    }
}
