using CiFeatures.Core.Summaries;
using CiFeatures.Decoding;
using CiFeatures.Decoding.State;
using CiFeatures.Tests.Decoding.TableAnswers;
using CiFeatures.Tests.Support;

namespace CiFeatures.Tests.Decoding.State;

/// <summary>Whatever the bytes are, a reader gives a result or an error of the project, and allocates in proportion to what the input really holds.</summary>
public class StateFuzzTests
{
    private const int Usual = 4000;

    // What a reader may allocate: a fixed part, so much for each byte after decompression (two bytes can be a row, a column or a message), and so
    // much for each cell, whose number a limit bounds.
    private const long FixedBytes = 256 << 10;
    private const long BytesPerByte = 600;
    private const long BytesPerCell = 24;

    private static readonly DecodeLimits Limits = new() { MaxDocumentBytes = 1 << 16, MaxCells = 20_000, MaxRuns = 2000, MaxTests = 2000, MaxHeaders = 16, MaxIssues = 50 };

    private static long Bound(long plainBytes) => FixedBytes + (BytesPerByte * Math.Min(plainBytes, Limits.MaxDocumentBytes)) + (BytesPerCell * Limits.MaxCells);

    [Fact]
    public void Read_HostileBytes_GiveResultsOrKnownErrors()
    {
        Random random = Fuzzing.Seeded(20231114);
        WireMaker maker = new(random);
        byte[][] valid = Valid();
        for (int left = Fuzzing.Inputs(Usual); left > 0; left--)
        {
            byte[] input = random.Next(8) switch
            {
                0 => Bytes(random, random.Next(200)),
                1 => maker.MakeClaim(),
                2 when random.Next(10) == 0 => maker.MakeDeep(),
                3 or 4 => maker.Make(),
                5 => Fuzzing.Mutate(maker.Make(), random),
                _ => Fuzzing.Mutate(valid[random.Next(valid.Length)], random),
            };
            ReadPlain(input, random.Next(4));
        }
    }

    [Fact]
    public void Read_HostileZlib_GivesResultsOrKnownErrors()
    {
        Random random = Fuzzing.Seeded(7);
        WireMaker maker = new(random);
        byte[][] valid = Valid();
        for (int left = Fuzzing.Inputs(Usual) / 4; left > 0; left--)
        {
            byte[] plain = random.Next(3) switch
            {
                0 => Bytes(random, random.Next(300)),
                1 => maker.Make(),
                _ => valid[random.Next(valid.Length)],
            };
            byte[] body = StateInputs.Zlib(plain);
            body = random.Next(3) switch
            {
                0 => body[..random.Next(body.Length)],
                1 => Fuzzing.Mutate(body, random),
                _ => body,
            };

            // A damaged stream may give anything, so only the limit for decompressed bytes bounds it.
            long held = body.Length > plain.Length ? Limits.MaxDocumentBytes : plain.Length + 4096;
            Fuzzing.OnlyKnownErrors(body, Bound(held), () => StateGridReader.Read(body, StateInputs.Key, [], Limits));
        }
    }

    [Fact]
    public void Read_ValidObjectsCutOffAtEveryByte_GiveResultsOrKnownErrors()
    {
        foreach (byte[] valid in Valid())
        {
            for (int length = 0; length <= valid.Length; length++)
            {
                for (int kind = 0; kind < 4; kind++)
                {
                    ReadPlain(valid[..length], kind);
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(70)]
    [InlineData(20_000)]
    public void Read_ManySmallMessages_AllocateInProportion(int count)
    {
        // Rows, columns, metrics, numbers one by one and unknown fields: the smallest input for each of them.
        foreach (byte[] piece in (byte[][])[[0x12, 0x00], [0x0A, 0x00], [0x12, 0x02, 0x42, 0x00], [0xB8, 0x06, 0x00], [0x52, 0x00], [0x4A, 0x00], [0x22, 0x02, 0x4A, 0x00]])
        {
            byte[] input = [.. Enumerable.Repeat(piece, Math.Min(count, 60_000 / piece.Length)).SelectMany(b => b)];
            ReadPlain(input, 0);
            ReadPlain(input, 1);
            ReadPlain(input, 2);
        }

        byte[] numbers = [.. Enumerable.Repeat<byte[]>([0x18, 0x01], Math.Min(count, 30_000)).SelectMany(b => b)];
        byte[] packed = [.. Enumerable.Repeat<byte[]>([0x1A, 0x01, 0x01], Math.Min(count, 20_000)).SelectMany(b => b)];
        ReadPlain(RowOf(numbers), 0);
        ReadPlain(RowOf(packed), 0);
    }

    private static void ReadPlain(byte[] input, int kind)
    {
        Action read = kind switch
        {
            1 => () => StateSummaryWriter.Write(StateSummaryReader.Read(input, "dash", [], Limits)),
            2 => () => StateConfigWriter.Write(StateConfigReader.Read(input, [], Limits)),
            _ => () => StateGridReader.ReadPlain(input, StateInputs.Key, [], Limits),
        };
        Fuzzing.OnlyKnownErrors(input, Bound(input.Length), read);
    }

    private static byte[] RowOf(byte[] fields)
    {
        List<byte> row = [0x12];
        for (uint length = (uint)fields.Length; ; length >>= 7)
        {
            row.Add((byte)(length < 0x80 ? length : (length & 0x7F) | 0x80));
            if (length < 0x80)
            {
                break;
            }
        }

        return [.. row, .. fields];
    }

    private static byte[] Bytes(Random random, int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[][] Valid()
    {
        List<byte[]> valid = [];
        for (int seed = 0; seed < 12; seed++)
        {
            valid.Add(StateGridWriter.WritePlain(new GridMaker(seed).Make()).ToArray());
        }

        SummaryAlert alert = new() { DisplayName = "t", TestName = "t", FailCount = 3, FailTimeMs = 1_700_000_000_000 };
        valid.Add(StateSummaryWriter.Write(new("dash", [new() { Job = "job-1", Alerts = [alert] }, new() { Job = "job-2", LastRunTimeMs = 5 }])));
        StateTab tab = new() { Name = "tab", TestGroup = "group", BaseOptions = "width=1", StaleResultsHours = 4, IgnoredStatuses = [1, 2] };
        valid.Add(StateConfigWriter.Write(new()
        {
            Dashboards = [new() { Name = "dash", Tabs = [tab] }],
            TestGroups = [new() { Name = "group", ColumnHeaders = ["a", "b"], GcsPrefix = "bucket/x" }],
            DashboardGroups = [new() { Name = "all", Dashboards = ["dash"] }],
        }));
        return [.. valid];
    }
}
