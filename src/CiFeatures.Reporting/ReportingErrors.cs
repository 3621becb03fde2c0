using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CiFeatures.Core.Errors;
using CiFeatures.Core.Grids;

namespace CiFeatures.Reporting;

/// <summary>The errors of reporting; <c>docs/errors/reporting.md</c> has a section for each.</summary>
internal static class ReportingErrors
{
    public const string NoSuchTest = "CIF1601";
    public const string OptionOutOfRange = "CIF1602";
    public const string PictureTooLarge = "CIF1603";

    [DoesNotReturn]
    public static void ThrowNoSuchTest(JobKey job, int index, int count) =>
        throw new CiFeaturesException(
            NoSuchTest,
            ErrorKind.Usage,
            count == 0
                ? "The job has no tests, so there is no series to draw."
                : string.Create(CultureInfo.InvariantCulture, $"There is no test at index {index}; the job's tests are numbered 0 to {count - 1}."),
            job.ToString(),
            "Pick one of the job's tests; a picture of the whole grid shows their names.");

    public static void CheckRange(string option, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new CiFeaturesException(
                OptionOutOfRange,
                ErrorKind.Usage,
                string.Create(CultureInfo.InvariantCulture, $"{option} is {value}; it has to be between {least} and {most}."),
                "picture options",
                $"Give a value for {option} inside that range, or leave it out.");
        }
    }

    [DoesNotReturn]
    public static void ThrowPictureTooLarge(double width, double height, int scale, long mostPixels) =>
        throw new CiFeaturesException(
            PictureTooLarge,
            ErrorKind.Usage,
            string.Create(CultureInfo.InvariantCulture, $"The picture would be {width:0} by {height:0} pixels at scale {scale}, more than the {mostPixels:N0} pixels that are drawn."),
            "picture options",
            "Lower the scale, MaxRows or MaxRuns, or write SVG, which has no pixels.");
}
