using System.Text;
using CiFeatures.Features.Logs.Templates;

namespace CiFeatures.Tests.Features.Logs.Templates;

public class HostileLogTests
{
    [Fact]
    public void Lines_OfRandomBytes_AreMinedAndFoundAgain()
    {
        var random = new Random(5);
        byte[][] lines = [.. Enumerable.Range(0, 3000).Select(_ => RandomBytes(random))];
        var miner = new TemplateMiner();
        foreach (byte[] line in lines)
        {
            miner.Add(line);
        }

        TemplateMining mining = miner.Finish();
        using var stored = new MemoryStream();
        TemplateModelFile.Write(mining.Model, stored);
        stored.Position = 0;
        TemplateMatcher matcher = TemplateModelFile.Read(stored, "memory").CreateMatcher();
        for (int i = 0; i < lines.Length; i++)
        {
            matcher.Match(lines[i])!.Id.ShouldBe(mining.TemplateOf(i)!.Id);
        }
    }

    [Fact]
    public void Line_WithoutEnd_TakesNoMoreMemoryThanItsStart()
    {
        var miner = new TemplateMiner();
        long before = GC.GetAllocatedBytesForCurrentThread();

        miner.Read("long", new EndlessLine(1L << 31)).ShouldBe(1);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(8 << 20);
        miner.Finish().Templates.Count.ShouldBe(1);
    }

    [Fact]
    public void Forms_BeyondTheMemory_BecomeOneTemplate()
    {
        var miner = new TemplateMiner(new TemplateOptions { MaxLearningBytes = 100_000 });
        for (int i = 0; i < 20_000; i++)
        {
            miner.Add(MadeLog.Bytes($"{Word(i)} happened to {Word(i * 7)}"));
        }

        TemplateMining mining = miner.Finish();

        mining.Templates.Count.ShouldBeLessThan(400);
        mining.LinesBeyondLimits.ShouldBeGreaterThan(19_000);
        mining.Uses().Sum(u => u.Count).ShouldBe(20_000);
    }

    [Fact]
    public void Brackets_ByTheThousand_EndSoon()
    {
        var miner = new TemplateMiner();
        foreach (string unit in new[] { "(", "1(", "(1) ", "1 ()", "<1 ", "Fri ", "a=\"", "::1", "/", "...", "\u001b[" })
        {
            miner.Add(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 20_000))));
        }

        miner.Finish().TemplateOfLine.Length.ShouldBe(11);
    }

    private static byte[] RandomBytes(Random random)
    {
        byte[] line = new byte[random.Next(40)];
        random.NextBytes(line);
        return line;
    }

    private static string Word(int number) => string.Concat(number.ToString("D6", null).Select(c => (char)('g' + (c - '0'))));

    private sealed class EndlessLine(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int given = (int)Math.Min(count, _left);
            _left -= given;
            buffer.AsSpan(offset, given).Fill((byte)'a');
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
