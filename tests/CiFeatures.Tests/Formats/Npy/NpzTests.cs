using CiFeatures.Core.Errors;
using CiFeatures.Core.Tables;
using CiFeatures.Formats;
using CiFeatures.Formats.Npy;

namespace CiFeatures.Tests.Formats.Npy;

public sealed class NpzTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000)]
    public void Read_WithSchema_GivesTheSameRows(int rows)
    {
        FeatureTable table = SampleTables.Everything(rows, seed: rows, withNaN: true);
        NpzFiles.Write(_folder.File("t.npz"), [table], _folder.File("spool"));

        using ITableReader reader = TableFile.Open(_folder.File("t.npz"), table.Schema);

        SampleTables.ShouldBe(reader.Read(), table);
        reader.RowCount.ShouldBe(rows);
    }

    [Fact]
    public void Write_RowsCutInOtherPieces_GivesTheSameBytesAndLeavesNoSpool()
    {
        FeatureTable table = SampleTables.Everything(2_000);
        NpzFiles.Write(_folder.File("a.npz"), [table], _folder.File("spool"));
        NpzFiles.Write(_folder.File("b.npz"), SampleTables.Cut(table, 3), _folder.File("spool"), table.Schema);

        File.ReadAllBytes(_folder.File("a.npz")).ShouldBe(File.ReadAllBytes(_folder.File("b.npz")));
        Directory.GetFileSystemEntries(_folder.Path).Length.ShouldBe(2);
    }

    [Fact]
    public void Read_ChangedBytes_NeverEndsOtherwise()
    {
        NpzFiles.Write(_folder.File("t.npz"), [SampleTables.Everything(50)], _folder.File("spool"));
        byte[] file = File.ReadAllBytes(_folder.File("t.npz"));
        var random = new Random(4);
        int errors = 0;
        for (int round = 0; round < 1_500; round++)
        {
            byte[] changed = (byte[])file.Clone();
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            try
            {
                using var reader = new NpzTableReader(new MemoryStream(changed), "t.npz");
                reader.Read().Sum(p => p.RowCount).ShouldBeLessThan(100_000);
            }
            catch (CiFeaturesException error)
            {
                errors++;
                error.Place.ShouldContain("t.npz");
            }
        }

        errors.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), }", FormatErrors.BadNpy)]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (4611686018427387904, 4), }", FormatErrors.BadNpy)]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }", FormatErrors.BadNpy)]
    [InlineData("{'descr': '<U0', 'fortran_order': False, 'shape': (2000000000,), }", FormatErrors.BadNpy)]
    [InlineData("{'descr': '<f8', 'shape': (1,), }", FormatErrors.BadNpy)]
    [InlineData("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", FormatErrors.UnsupportedNpy)]
    [InlineData("{'descr': '<c16', 'fortran_order': False, 'shape': (1,), }", FormatErrors.UnsupportedNpy)]
    [InlineData("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }", FormatErrors.UnsupportedNpy)]
    [InlineData("__import__('os')", FormatErrors.BadNpy)]
    [InlineData("{", FormatErrors.BadNpy)]
    public void Read_HostileHead_IsAnError(string head, string code)
    {
        byte[] file = [0x93, .. "NUMPY"u8, 1, 0, (byte)head.Length, 0, .. head.Select(c => (byte)c), .. new byte[64]];

        CiFeaturesException error = Should.Throw<CiFeaturesException>(() => NpyReader.Read(new MemoryStream(file), "x.npy"));

        error.Code.ShouldBe(code);
        error.Place.ShouldBe("x.npy");
    }

    [Fact]
    public void Open_ArraysOfOtherLengths_IsAnError()
    {
        using var stream = new MemoryStream();
        using (var writer = new NpzWriter(stream, leaveOpen: true))
        {
            writer.Add<int>("a", [1, 2]);
            writer.Add<int>("b", [1]);
        }

        Should.Throw<CiFeaturesException>(() => new NpzTableReader(stream, "x.npz")).Place.ShouldContain("'b'");
    }

    [Fact]
    public void Add_WrongShapeOrName_IsRefused()
    {
        using var writer = new NpzWriter(new MemoryStream());
        writer.Add<int>("a", [1]);

        Should.Throw<ArgumentException>(() => writer.Add<int>("a", [1]));
        Should.Throw<ArgumentException>(() => writer.Add<int>("b", [1, 2, 3], 2, 2));
    }

    public void Dispose() => _folder.Dispose();
}
