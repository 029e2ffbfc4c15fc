"""The profile "evidence" in numpy, from returns to weights: a second implementation, which shares
nothing with the first but the definitions.

    python3 evidence.py us-daily-returns-sample.csv.gz evidence-rebalances.json.gz

reads strategy returns (time, one column per strategy, HOLD last; a row a day), decides every 25
rows, each time from the weights of the decision before, and writes what it finds.
"""

import csv
import gzip
import json
import sys

import numpy as np

LAMBDA, ETA, PPY, FIRST, STEP, DECISIONS, YEARS = 6.0, 5e-4, 252, 252, 25, 50, 5


def half_life(rows, length):
    w = 0.5 ** (np.arange(rows)[::-1] / length)
    return w / w.sum()


def posterior(x, ppy):
    """m0, tau and the expected annual Sharpe ratio of each column of x."""
    n, k = x.shape
    years = n / ppy
    s = x.mean(0) / x.std(0) * np.sqrt(ppy)
    omega = np.atleast_2d(np.corrcoef(x.T))
    kappa = 0.09 / (0.09 + omega.sum() / (k * k * years))
    m0 = -0.1 + kappa * (s.mean() + 0.1)
    e, v = np.linalg.eigh(omega / years)
    e = np.maximum(e, 1e-6 / years)
    z = v.T @ (s - m0)
    grid = (np.arange(41) / 40) ** 2
    likelihood = [-0.5 * np.sum(np.log(t + e) + z * z / (t + e)) for t in grid]
    t = grid[int(np.argmax(likelihood))]
    return m0, np.sqrt(t), m0 + v @ (t / (t + e) * z)


def covariance(x, days):
    """Volatilities D and D R D, per period."""
    g = half_life(len(x), 250 / days)
    rows = min(len(x), round(240 / days))
    f = half_life(rows, 40 / days)
    slow = np.sqrt(g @ x**2)
    d = np.maximum(np.sqrt(f @ x[-rows:] ** 2), slow / 4)
    c = (x * g[:, None]).T @ x / np.outer(slow, slow)
    r = 0.9 * c + 0.1 * np.eye(len(d))
    return d, r * np.outer(d, d)


def estimate(x, ppy, days):
    """Of strategies and, in the last column, HOLD: m0, tau, p, mu, sigma."""
    years = len(x) / ppy
    m0, tau, p = posterior(x[:, :-1], ppy)
    hold = x[:, -1]
    s_hold = hold.mean() / hold.std() * np.sqrt(ppy)
    p = np.append(p, (25 * 0.4 + years * s_hold) / (25 + years))
    d, sigma = covariance(x, days)
    return m0, tau, p, p * d / np.sqrt(ppy), sigma


def not_negative(h, c):
    """min 1/2 w'Hw - c'w, w >= 0, by the active set of Lawson and Hanson (1974)."""
    w = np.zeros(len(c))
    free = np.zeros(len(c), bool)
    while True:
        gain = np.where(free, -np.inf, c - h @ w)
        if free.all() or gain.max() <= 1e-15 * np.abs(c).max():
            return w
        free[int(gain.argmax())] = True
        while True:
            new = np.zeros(len(c))
            new[free] = np.linalg.solve(h[np.ix_(free, free)], c[free])
            if (new[free] > 0).all():
                break
            out = free & (new <= 0)
            step = min(w[i] / (w[i] - new[i]) for i in np.flatnonzero(out))
            w = w + step * (new - w)
            free &= w > 1e-15
            w[~free] = 0
        w = new


def weights(mu, sigma, previous):
    """max w'mu - lambda/2 w'Sigma w - eta |w - previous|^2, w >= 0, sum w <= 1; the rest is cash."""
    h = LAMBDA * sigma + 2 * ETA * np.eye(len(mu))
    c = mu + 2 * ETA * previous
    w = not_negative(h, c)
    if w.sum() <= 1:
        return w
    low, high = 0.0, np.abs(c).max() + np.abs(h).sum()
    for _ in range(200):
        nu = (low + high) / 2
        low, high = (nu, high) if not_negative(h, c - nu).sum() > 1 else (low, nu)
    free = np.flatnonzero(not_negative(h, c - low) > 1e-9)
    m = len(free)
    kkt = np.block([[h[np.ix_(free, free)], np.ones((m, 1))], [np.ones((1, m)), np.zeros((1, 1))]])
    w = np.zeros(len(mu))
    w[free] = np.linalg.solve(kkt, np.append(c[free], 1))[:m]
    return w


def check(mu, sigma, previous, w):
    """The Karush-Kuhn-Tucker conditions of those weights, to 1e-12 of the largest term."""
    gradient = mu - LAMBDA * sigma @ w - 2 * ETA * (w - previous)
    cash = 1 - w.sum()
    nu = 0.0 if cash > 1e-12 else gradient[w > 0].mean()
    size = np.abs(mu).max() + 2 * ETA
    assert w.min() >= 0 and cash >= -1e-12 and nu >= 0
    assert np.abs(gradient[w > 1e-12] - nu).max(initial=0) <= 1e-12 * max(1, size)
    assert (gradient - nu).max() <= 1e-12 * max(1, size)


def main(source, target):
    with gzip.open(source, "rt") as file:
        rows = list(csv.reader(file))
    names = rows[0][1:]
    returns = np.array([[float(cell) for cell in row[1:]] for row in rows[1:]])
    held = np.zeros(len(names))
    cases = []
    for j in range(DECISIONS):
        end = FIRST + STEP * (j + 1)
        window = returns[max(0, end - YEARS * PPY) : end]
        active = np.flatnonzero((window != 0).mean(0) >= 0.05)
        m0, tau, p, mu, sigma = estimate(window[:, active], PPY, 1)
        w = weights(mu, sigma, held[active])
        check(mu, sigma, held[active], w)
        cases.append(
            {
                "rows": end,
                "active": [names[i] for i in active],
                "previous": held[active].tolist(),
                "m0": float(m0),
                "tau": float(tau),
                "posterior": p.tolist(),
                "sigma": sigma.tolist(),
                "weights": w.tolist(),
                "cash": float(1 - w.sum()),
            }
        )
        held = np.zeros(len(names))
        held[active] = w
    about = (
        "50 decisions of the profile evidence on daily returns of the strategies on US shares,"
        " 1998 to 2003: lambda 6, eta 5e-4, 252 periods a year, window the newest of 1260 and rows."
        " active: a return other than 0 in 5 % of the window."
    )
    with open(target, "wb") as raw:
        with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as file:
            text = json.dumps({"about": about, "source": "numpy, evidence.py", "cases": cases})
            file.write(text.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
