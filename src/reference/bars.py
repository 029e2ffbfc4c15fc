"""Longer bars from shorter ones, in numpy, for MadeBarsTest: python3 bars.py > bars.json

The shorter bars are made up by a congruential generator, which the test has, too. Sessions are
written out by hand, day by day, and nothing of them comes from a rule: New York around
Thanksgiving 2025 (closed on the 27th, until 13:00 on the 28th) and around the change of daylight
saving on 8 March 2026; currencies from 17:00 to 17:00 in New York and a coin around the clock over
that change. A longer bar covers (from, to], as every bar does.
"""

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

MASK = (1 << 64) - 1
NEW_YORK = ZoneInfo("America/New_York")
UTC = ZoneInfo("UTC")


def ms(day, hour, minute, zone):
    return int(datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).timestamp()) * 1000


def made_up(sessions, step, seed):
    """One row a step of each session, but for one in sixteen: time, open, high, low, close, volume."""
    rows = []
    x = seed
    level = 10_000
    for begin, end in sessions:
        for close in range(begin + step, end + 1, step):
            x = (x * 6364136223846793005 + 1442695040888963407) & MASK
            bits = x >> 33
            if bits % 16 == 0:
                continue
            first = level
            level = first + bits // 16 % 21 - 10
            high = max(first, level) + bits // 512 % 7
            low = min(first, level) - bits // 4096 % 7
            volume = 1 + bits // 32768 % 900
            rows.append((close, first / 100.0, high / 100.0, low / 100.0, level / 100.0, volume / 8.0))
    return np.array(rows)


def group(rows, closes):
    """Bars that end at these closes; each row is of the first close that is not before it."""
    index = np.searchsorted(np.array(sorted(closes)), rows[:, 0], side="left")
    made = []
    for i in np.unique(index):
        part = rows[index == i]
        made.append(
            [
                int(sorted(closes)[i]),
                part[0, 1],
                part[:, 2].max(),
                part[:, 3].min(),
                part[-1, 4],
                np.cumsum(part[:, 5])[-1],
            ]
        )
    return made


def from_open(sessions, step):
    return [min(end, t) for begin, end in sessions for t in range(begin + step, end + step, step)]


def clock(rows, step):
    first = int(rows[0, 0]) // step * step
    return list(range(first, int(rows[-1, 0]) + 2 * step, step))


def at_four(rows):
    day = date.fromtimestamp(rows[0, 0] / 1000) - timedelta(days=1)
    return [ms(day + timedelta(days=i), 16, 0, NEW_YORK) for i in range(140)]


HOUR = 3_600_000
SHARES = [
    (ms(day, 9, 30, NEW_YORK), ms(day, until, 0, NEW_YORK))
    for day, until in [
        (date(2025, 11, 26), 16),
        (date(2025, 11, 28), 13),
        (date(2025, 12, 1), 16),
        (date(2026, 3, 6), 16),
        (date(2026, 3, 9), 16),
        (date(2026, 3, 10), 16),
    ]
]
CURRENCIES = [
    (ms(day - timedelta(days=1), 17, 0, NEW_YORK), ms(day, 17, 0, NEW_YORK))
    for day in [date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 9), date(2026, 3, 10)]
]
COINS = [
    (ms(day, 0, 0, UTC), ms(day + timedelta(days=1), 0, 0, UTC))
    for day in [date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 9)]
]


def market(symbol, sessions, step, seed):
    rows = made_up(sessions, step, seed)
    ends = [end for _, end in sessions]
    return {
        "symbol": symbol,
        "step": step,
        "seed": seed,
        "sessions": sessions,
        "rows": len(rows),
        "bars": {
            "session 1h": group(rows, from_open(sessions, HOUR)),
            "session 4h": group(rows, from_open(sessions, 4 * HOUR)),
            "session 1d": group(rows, ends),
            "clock 1h": group(rows, clock(rows, HOUR)),
            "clock 4h": group(rows, clock(rows, 4 * HOUR)),
            "clock 1d": group(rows, at_four(rows)),
        },
    }


print(
    json.dumps(
        {
            "source": "src/reference/bars.py with numpy " + np.__version__,
            "markets": [
                market("SHARE", SHARES, 60_000, 1),
                market("EURUSD", CURRENCIES, 300_000, 2),
                market("COIN", COINS, 300_000, 3),
            ],
        },
        indent=None,
    )
    .replace('], [', '],\n[')
    .replace('"bars": {', '\n"bars": {\n')
)
