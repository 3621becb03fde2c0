using System.Globalization;
using CiFeatures.Core.Grids;
using CiFeatures.Reporting.Drawing;
using CiFeatures.Reporting.Grids;
using CiFeatures.Reporting.Statuses;

namespace CiFeatures.Reporting.Series;

/// <summary>Lays out and draws the picture of a series.</summary>
internal sealed class SeriesPainter
{
    private const double Margin = 16;
    private const double PlotLeft = Margin + 76;
    private const double LaneHeight = 15;
    private const double LineHeight = 15;
    private const double LegendOffset = 63;
    private readonly SeriesModel _model;
    private readonly SeriesPictureOptions _options;
    private readonly TimeScale _time;
    private readonly List<LegendEntry> _legend;
    private readonly IReadOnlyList<string> _notes;
    private readonly double _contentWidth;
    private readonly double _plotTop;
    private readonly double _plotHeight;
    private readonly double _lanesTop;
    private readonly double _height;

    public SeriesPainter(SeriesModel model, SeriesPictureOptions options)
    {
        _model = model;
        _options = options;
        _time = model.Points.Count == 0 ? new TimeScale(0, 0) : new TimeScale(model.Points[0].TimeMs, model.Points[^1].TimeMs);
        _legend = Legend(model, options);
        _notes = SeriesNotes.Of(model);
        _contentWidth = options.Width - (2 * Margin);
        _plotTop = Margin + LegendOffset + StatusLegend.Height(_legend, _contentWidth) + (_notes.Count * LineHeight) + 14;
        _plotHeight = model.HasDurations ? options.PlotHeight : 0;
        _lanesTop = _plotTop + _plotHeight + (model.HasDurations ? 16 : 0);
        _height = _lanesTop + (model.Points.Count == 0 ? 0 : (StatusPalette.Count * LaneHeight) + 40);
    }



    private double PlotWidth => _options.Width - PlotLeft - Margin - 12;

    public Scene Compose()
    {
        string name = SafeText.Elide(SafeText.Clean(_model.Grid.Tests[_model.Test].Name), 2000);
        return new Scene(_options.Width, _height, $"Series of {name}", $"{_model.Grid.Key}: {_model.Counts.InWords()}", Draw);
    }

    private static List<LegendEntry> Legend(SeriesModel model, SeriesPictureOptions options)
    {
        List<LegendEntry> entries =
        [
            .. StatusPalette.Order.Select(s => new LegendEntry(
                string.Create(CultureInfo.InvariantCulture, $"{StatusPalette.Name(s)} {model.Counts[s]:N0}"),
                (canvas, box) => SeriesMarks.Draw(canvas, s, new Spot(box.X + 9, box.Y + 7)))),
        ];
        if (model.HasDurations)
        {
            entries.Add(new LegendEntry(
                string.Create(CultureInfo.InvariantCulture, $"rolling median of {options.MedianWindow} durations"),
                (canvas, box) => canvas.Line(box.X, box.Y + 7, box.Right, box.Y + 7, 1.5, Ink.Median)));
        }

        return entries;
    }

    private void Draw(ICanvas canvas)
    {
        string name = SafeText.Clean(_model.Grid.Tests[_model.Test].Name);
        double size = GridHead.TitleSize(name, _contentWidth);
        canvas.Text(new Spot(Margin, Margin + 16), SafeText.Fit(name, size, _contentWidth), new TextStyle(size, Ink.Text, Bold: true));
        canvas.Text(new Spot(Margin, Margin + 36), SafeText.Fit(_model.Grid.Key.ToString(), 10, _contentWidth), new TextStyle(10, Ink.Muted));
        canvas.Text(new Spot(Margin, Margin + 36 + LineHeight), SafeText.Fit(Facts(), 10, _contentWidth), new TextStyle(10, Ink.Muted));
        StatusLegend.Draw(canvas, _legend, Margin, Margin + LegendOffset, _contentWidth);
        double y = Margin + LegendOffset + StatusLegend.Height(_legend, _contentWidth) + 9;
        foreach (string note in _notes)
        {
            canvas.Text(new Spot(Margin, y), SafeText.Fit(note, 10, _contentWidth), new TextStyle(10, Ink.Text));
            y += LineHeight;
        }

        if (_model.Points.Count > 0)
        {
            DrawTimeAxis(canvas);
            DrawLanes(canvas);
        }

        if (_model.HasDurations)
        {
            DrawDurations(canvas);
        }
    }

    private string Facts()
    {
        string range = _model.Points.Count == 0 ? "" : $" · {UtcText.Minute(_model.Points[0].TimeMs)} to {UtcText.Minute(_model.Points[^1].TimeMs)} UTC";
        int durations = _model.Points.Count(p => p.Minutes is not null);
        return string.Create(CultureInfo.InvariantCulture, $"{_model.Grid.Runs.Count:N0} runs, {durations:N0} with a duration{range}");
    }

    private double X(long timeMs) => PlotLeft + 6 + (_time.Part(timeMs) * (PlotWidth - 12));

    private void DrawTimeAxis(ICanvas canvas)
    {
        double top = _model.HasDurations ? _plotTop : _lanesTop;
        double bottom = _lanesTop + (StatusPalette.Count * LaneHeight);
        foreach (TimeTick tick in _time.Ticks((int)(PlotWidth / 84)))
        {
            double x = Math.Round(X(tick.TimeMs)) + 0.5;
            canvas.Line(x, top, x, bottom + 5, 1, Ink.Faint);
            canvas.Text(new Spot(x, bottom + 17), tick.Text, new TextStyle(10, Ink.Text, TextAnchor.Middle));
        }

        canvas.Text(new Spot(PlotLeft + (PlotWidth / 2), bottom + 32), "start of the run, UTC", new TextStyle(10, Ink.Muted, TextAnchor.Middle));
    }

    private void DrawLanes(ICanvas canvas)
    {
        canvas.Frame(new Box(PlotLeft, _lanesTop, PlotWidth, StatusPalette.Count * LaneHeight), 1, Ink.Axis);
        for (int lane = 0; lane < StatusPalette.Count; lane++)
        {
            StatusClass status = StatusPalette.Order[lane];
            double middle = _lanesTop + (lane * LaneHeight) + (LaneHeight / 2);
            canvas.Text(new Spot(PlotLeft - 8, Math.Round(middle + 3.5)), StatusPalette.Name(status), new TextStyle(10, Ink.Text, TextAnchor.End));
            if (lane > 0)
            {
                canvas.Line(PlotLeft, middle - (LaneHeight / 2), PlotLeft + PlotWidth, middle - (LaneHeight / 2), 1, Ink.Faint);
            }

            foreach (SeriesPoint point in _model.Points.Where(p => p.Class == status))
            {
                canvas.BeginGroup("run", SeriesNotes.Describe(_model, point));
                SeriesMarks.Draw(canvas, status, new Spot(X(point.TimeMs), middle));
                canvas.EndGroup();
            }
        }
    }

    private void DrawDurations(ICanvas canvas)
    {
        var scale = new ValueScale(_model.Points.Max(p => p.Minutes ?? 0));
        double Y(double minutes) => _plotTop + _plotHeight - (minutes / scale.Top * _plotHeight);
        foreach (double tick in scale.Ticks)
        {
            double y = Math.Round(Y(tick)) - 0.5;
            canvas.Line(PlotLeft, y, PlotLeft + PlotWidth, y, 1, Ink.Faint);
            canvas.Text(new Spot(PlotLeft - 8, y + 4), scale.Text(tick), new TextStyle(10, Ink.Text, TextAnchor.End));
        }

        canvas.Frame(new Box(PlotLeft, _plotTop, PlotWidth, _plotHeight), 1, Ink.Axis);
        canvas.Text(new Spot(Margin + 10, _plotTop + (_plotHeight / 2)), "duration, minutes", new TextStyle(10, Ink.Muted, TextAnchor.Middle, RotationDegrees: -90));
        foreach (SeriesPoint point in _model.Points.Where(p => p.Minutes is not null).OrderBy(p => StatusPalette.Rank(p.Class)))
        {
            canvas.BeginGroup("duration", SeriesNotes.Describe(_model, point));
            SeriesMarks.Draw(canvas, point.Class, new Spot(X(point.TimeMs), Y(point.Minutes!.Value)));
            canvas.EndGroup();
        }

        canvas.Polyline([.. RollingMedian.Of(_model.Points, _options.MedianWindow).Select(m => new Spot(X(m.TimeMs), Y(m.Minutes)))], 1.5, Ink.Median);
    }
}
