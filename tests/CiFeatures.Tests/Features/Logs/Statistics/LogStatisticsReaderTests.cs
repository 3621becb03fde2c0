using System.IO.Compression;
using CiFeatures.Features.Logs.Statistics;
using CiFeatures.Tests.Support;
using Microsoft.Win32.SafeHandles;

namespace CiFeatures.Tests.Features.Logs.Statistics;

public class LogStatisticsReaderTests
{
    [SkippableTheory]
    [InlineData("data", "prow", "build-logs")]
    [InlineData("data", "logs")]
    public void Read_RecordedLogs_EqualsThePlainDefinitions(params string[] folder)
    {
        string[] files = Directory.GetFiles(SharedData.PathOrSkip(folder), "*", SearchOption.AllDirectories);
        files.ShouldNotBeEmpty();
        foreach (string file in files)
        {
            byte[] log = Read(file);
            LogStatistics found = LogStatisticsReader.Read(new MemoryStream(log));
            (found with { TimedLines = 0, FirstTimeMs = null, LastTimeMs = null, LargestGapMs = null }).ShouldBe(PlainLogStatistics.Of(log), file);
        }
    }

    [Fact]
    public void Read_LineOfManyMegabytes_NeedsABufferOnly()
    {
        using var stream = new EndlessLine(64L << 20);
        long before = GC.GetAllocatedBytesForCurrentThread();
        LogStatistics found = LogStatisticsReader.Read(stream);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
        (found.Chars, found.Words, found.Lines, found.LongestLineBytes).ShouldBe((64L << 20, (64L << 20) / 8, 1, 64L << 20));
    }

    [Fact]
    public void Read_FileInParts_EqualsTheWhole()
    {
        Random random = Fuzzing.Seeded(3);
        using var folder = new TemporaryFolder();
        for (int i = 0; i < 60; i++)
        {
            string path = folder.PathOf($"log-{i}");
            byte[] log = MadeLogs.Make(random, 40 + random.Next(400));
            File.WriteAllBytes(path, log);
            using SafeFileHandle file = File.OpenHandle(path);
            foreach (int? year in new int?[] { null, 2021 })
            {
                FileParts.Read(file, year, threads: 4, CancellationToken.None, partBytes: 50).ShouldBe(LogStatisticsReader.Read(log, year), Convert.ToHexString(log));
            }
        }
    }

    [Fact]
    public void Read_FileInPartsWithTimesOfOneForm_EqualsTheWhole()
    {
        using var folder = new TemporaryFolder();
        foreach (string form in new[] { "I0118 10:{0}.425377      22 e2e.go:129] text", "2021/03/18 10:{0} text" })
        {
            string path = folder.PathOf("log");
            File.WriteAllLines(path, Enumerable.Range(0, 3000).Select(i => string.Format(null, form, $"{i / 60:00}:{i % 60:00}")));
            using SafeFileHandle file = File.OpenHandle(path);
            FileParts.Read(file, null, threads: 3, CancellationToken.None, partBytes: 1000).ShouldBe(LogStatisticsReader.Read(File.ReadAllBytes(path)), form);
        }
    }

    private static byte[] Read(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        if (!file.EndsWith(".gz", StringComparison.Ordinal))
        {
            return bytes;
        }

        using var plain = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        gzip.CopyTo(plain);
        return plain.ToArray();
    }

    /// <summary>Words of seven letters and a blank without end of line.</summary>
    private sealed class EndlessLine(long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _at;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            int count = (int)Math.Min(buffer.Length & ~7, length - _at);
            buffer[..count].Fill((byte)'x');
            for (int i = 7; i < count; i += 8)
            {
                buffer[i] = (byte)' ';
            }

            _at += count;
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
