using CiFeatures.Core.Grids;

namespace CiFeatures.Features.Streaks;

/// <summary>The state of a walk over a row, newest run first.</summary>
internal struct StreakWalk
{
    private int _fail;
    private int _pass;
    private int _adjacentFail;
    private int _longestFail;
    private int _longestPass;
    private int _longestAdjacentFail;
    private int _currentFail;
    private int _currentPass;
    private bool _currentEnded;
    private int _failStreaks;
    private int _flipPairs;
    private int _passToFail;
    private int _failToPass;
    private int _newestPass;
    private int _newestFail;
    private int _newestFilled;
    private int _oldestFilled;
    private StatusClass _newer;

    public StreakWalk()
    {
        _newestPass = _newestFail = _newestFilled = _oldestFilled = -1;
        _newer = StatusClass.Empty;
    }

    public void Step(int run, StatusClass cell)
    {
        _adjacentFail = cell == StatusClass.Fail ? _adjacentFail + 1 : 0;
        _longestAdjacentFail = Math.Max(_longestAdjacentFail, _adjacentFail);
        if (cell == StatusClass.Empty)
        {
            return;
        }

        _newestFilled = _newestFilled < 0 ? run : _newestFilled;
        _oldestFilled = run;
        switch (cell)
        {
            case StatusClass.Fail:
                _newestFail = _newestFail < 0 ? run : _newestFail;
                _failStreaks += _fail == 0 ? 1 : 0;
                _fail++;
                _pass = 0;
                _longestFail = Math.Max(_longestFail, _fail);
                Compare(cell);
                _currentFail = _currentEnded ? _currentFail : _fail;
                break;
            case StatusClass.Pass:
                _newestPass = _newestPass < 0 ? run : _newestPass;
                _pass++;
                _fail = 0;
                _longestPass = Math.Max(_longestPass, _pass);
                Compare(cell);
                _currentPass = _currentEnded ? _currentPass : _pass;
                break;
            case StatusClass.Flaky:
                _fail = _pass = 0;
                _currentEnded = true;
                _newer = StatusClass.Flaky;
                break;
            default:
                break;
        }
    }

    public readonly ResultStreaks Finish(int runs) => new()
    {
        LongestFail = _longestFail,
        LongestPass = _longestPass,
        LongestAdjacentFail = _longestAdjacentFail,
        CurrentFail = _currentFail,
        CurrentPass = _currentPass,
        FailStreaks = _failStreaks,
        FlipPairs = _flipPairs,
        PassToFail = _passToFail,
        FailToPass = _failToPass,
        NewestPass = _newestPass,
        NewestFail = _newestFail,
        NewestFilled = _newestFilled,
        OldestFilled = _oldestFilled,
        BlankAtNewestEnd = _newestFilled < 0 ? runs : _newestFilled,
    };

    private void Compare(StatusClass older)
    {
        if (_newer is StatusClass.Pass or StatusClass.Fail)
        {
            _flipPairs++;
            _passToFail += _newer == StatusClass.Fail && older == StatusClass.Pass ? 1 : 0;
            _failToPass += _newer == StatusClass.Pass && older == StatusClass.Fail ? 1 : 0;
            _currentEnded |= _newer != older;
        }

        _newer = older;
    }
}
