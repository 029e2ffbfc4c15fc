#!/usr/bin/env python3
"""The weights of MirrorCore-X in Python: the newest of a portfolio, their history, their proof.

Needs confluent-kafka and numpy (Debian: python3-confluent-kafka, python3-numpy). kafka-python 2.0.2
(Debian: python3-kafka) reads what is not committed, whatever it is told: it must not be used.

    weights.py --servers HOST:PORT latest PORTFOLIO
    weights.py --servers HOST:PORT history FROM_EPOCH_MS
    weights.py --servers HOST:PORT verify
    weights.py verify FILE          records one a line; - is standard input

verify ends with 1 where a record is refused or carries no proof, or where there is none.
"""
import argparse
import json
import sys
import time

import numpy as np

OPTIMAL = 1e-8  # largest residual of an optimum
SAME = 1e-9  # two weights that differ by more are not the same


# --- the proof: docs of io.mirrorcore.optimize.proof have the formulas and the letters ---


def residual(record):
    """Largest relative violation of the optimality conditions by the target; inf where none is."""
    p = record["problem"]
    ids = p["strategies"]
    w = np.array([record["target"].get(i, 0.0) for i in ids])
    n = len(w)
    sigma = np.array(p["covariance"]).reshape(n, n)
    mu = np.array([p["mean"][i] for i in ids])
    lower, upper = np.array(p["lower"]), np.array(p["upper"])
    nu = record["budgetMultiplier"]
    groups = [([ids.index(i) for i in g["strategies"]], g["cap"]) for g in p.get("groups", [])]
    y = np.array(p.get("groupMultipliers", []), dtype=float)
    size = max(1.0, np.abs(w).sum())
    feasible = primal(w, lower, upper, groups, size)
    objective = record["objective"]
    if objective == "max-sharpe":
        optimal = max_sharpe(mu - p["riskFree"], sigma, w, nu, lower, upper, groups, y, size)
    elif objective == "risk-parity":
        optimal = risk_parity(sigma, w, nu, lower, upper, p.get("budgets") or [1.0] * n, size)
    elif objective == "cvar":
        optimal = cvar(np.array(p["scenarios"]), p["beta"], w, nu, lower, upper, groups, y,
                       np.array(p["scenarioWeights"]), size)
    else:
        previous, eta, lam = np.array(p["previous"]), p["eta"], p["lambda"]
        eta = np.array([0.0 if i in p.get("penaltyFree", []) else eta for i in ids])
        if objective == "min-variance":
            mu, lam, eta, previous = np.zeros(n), 2.0, np.zeros(n), np.zeros(n)
        elif objective == "equal":
            mu, sigma, lam = np.zeros(n), np.zeros((n, n)), 0.0
            eta, previous = np.ones(n), np.full(n, 1.0 / n)
        optimal = quadratic(mu, sigma, lam, eta, previous, w, nu, lower, upper, groups, y, size)
    worst = max(feasible, optimal)
    return worst if worst >= 0 else np.inf


def primal(w, lower, upper, groups, size):
    over = [w[m].sum() - cap for m, cap in groups]
    return max([abs(w.sum() - 1), *(lower - w), *(w - upper), *over, 0.0]) / size


def stationary(g, scale, nu, w, lower, upper, groups, y, size):
    """Who would gain from more has all it may, who from less as little; groups by their sign."""
    r = np.array(g, dtype=float)
    for (members, _), multiplier in zip(groups, y):
        r[members] -= multiplier
    m = np.array([0.0 if x == 0 else x / scale for x in r - nu])
    slack = np.maximum(0, np.where(m > 0, upper - w, w - lower)) / size
    worst = np.minimum(np.abs(m), slack).max()
    for (members, cap), multiplier in zip(groups, y):
        t = 0.0 if multiplier == 0 else multiplier / scale
        worst = max(worst, -t, min(t, max(0.0, cap - w[members].sum()) / size))
    return worst


def quadratic(mu, sigma, lam, eta, previous, w, nu, lower, upper, groups, y, size):
    g = mu - lam * (sigma @ w) - 2 * eta * (w - previous)
    scale = (np.abs(mu) + lam * (np.abs(sigma) @ np.abs(w))
             + 2 * eta * (np.abs(w) + np.abs(previous))).max()
    return stationary(g, scale, nu, w, lower, upper, groups, y, size)


def risk_parity(sigma, w, t, lower, upper, budgets, size):
    if not t > 0 or (w < 0).any():
        return np.inf
    b = t * np.array(budgets) / sum(budgets)
    g = (b - w * (sigma @ w)) / (b + w * (np.abs(sigma) @ np.abs(w)))
    return stationary(g, 1.0, 0.0, w, lower, upper, [], [], size)


def max_sharpe(excess, sigma, w, nu, lower, upper, groups, y, size):
    count = len(groups)
    earned = excess @ w
    if not earned > 1e-14 * np.abs(excess * w).sum():
        zero = np.zeros(len(w))
        safest = quadratic(zero, sigma, 2.0, zero, zero, w, nu, lower, upper, groups, y[:count], size)
        return max(safest, no_return(excess, lower, upper, groups, y[count:]))
    variance = w @ sigma @ w
    if variance <= 1e-14 * (np.abs(np.outer(w, w) * sigma)).sum():
        return 0.0
    s = np.sqrt(variance)
    price = earned / s / s
    g = (excess - price * (sigma @ w)) / s
    scale = ((np.abs(excess) + price * (np.abs(sigma) @ np.abs(w))) / s).max()
    return stationary(g, scale, nu, w, lower, upper, groups, y[:count], size)


def no_return(excess, lower, upper, groups, z):
    """No feasible weights are expected to earn anything."""
    largest = np.abs(excess).max()
    gain = excess.copy()
    for (members, _), multiplier in zip(groups, z):
        gain[members] -= multiplier
    most = sum(multiplier * cap for (_, cap), multiplier in zip(groups, z))
    left = 1 - lower.sum()
    for i in np.argsort(-gain, kind="stable"):
        more = max(0.0, min(left, upper[i] - lower[i]))
        most += gain[i] * (lower[i] + more)
        left -= more
    return max([max(0.0, most), *(-z), 0.0]) / largest if largest > 0 else 0.0


def cvar(scenarios, beta, w, nu, lower, upper, groups, y, p, size):
    most_weight = 1 / ((1 - beta) * len(scenarios))
    if len(p) != len(scenarios) or len(y) != len(groups):
        return np.inf
    dual = max([*(-p), *(p - most_weight), abs(p.sum() - 1)])
    slope = p @ scenarios
    for (members, _), multiplier in zip(groups, y):
        slope[members] -= multiplier
    bound = nu + sum(m * cap for (_, cap), m in zip(groups, y))
    bound += np.maximum((slope - nu) * lower, (slope - nu) * upper).sum()
    left, loss = 1.0, 0.0
    for earned in np.sort(scenarios @ w):
        share = min(most_weight, left)
        loss -= share * earned
        left -= share
        if left <= 0:
            break
    scale = size * np.abs(scenarios).max()
    gap = abs(loss + bound)
    return max([dual, 0.0 if gap == 0 else gap / scale, *(-y / scale)])


# --- the weights in force: what the decision makes of the target and of the weights before ---


def sleeves(target, weights):
    """Of a target of sleeves (profile overlay) all strategies but HOLD together are OVERLAY."""
    if "OVERLAY" not in target or "OVERLAY" in weights:
        return weights
    sums = {}
    for name, weight in weights.items():
        sleeve = name if name in ("HOLD", "CASH") else "OVERLAY"
        sums[sleeve] = sums.get(sleeve, 0.0) + weight
    return sums


def asked(record):
    """What the target asks to be held: an overlay lies over the market, less its own market."""
    target = record["target"]
    if record.get("weightsFrom") == "RESAMPLED":
        return {k: record["resampledWeights"].get(k, 0.0) for k in target}
    if "overlay" not in record or "OVERLAY" not in target:
        return target
    market = max(0.0, target["HOLD"] - record["overlay"]["beta"] * target["OVERLAY"])
    return {**target, "HOLD": market, "CASH": max(0.0, 1 - market - target["OVERLAY"])}


def same(a, b):
    return a.keys() == b.keys() and all(abs(a[k] - b[k]) <= SAME for k in a)


def faults(record):
    """What is not true in a record; empty for one that is proven."""
    found = []
    names, p = record["problem"]["strategies"], record["problem"]
    sigma = np.array(p["covariance"]).reshape(len(names), len(names))
    room = 1e-10 * max(np.abs(np.diag(sigma)).max(), 1e-300)
    if np.abs(sigma - sigma.T).max() > room or np.linalg.eigvalsh(sigma).min() < -len(names) * room:
        found.append("the problem is unsound: covariance is none")
    r = residual(record)
    if not r <= OPTIMAL:
        found.append(f"the target is not optimal: KKT residual must be at most 1e-8; have {r}")
    if not abs(r - record["kktResidual"]) <= SAME:
        found.append("kktResidual is not that of the target")
    if record["status"] not in ("OPTIMAL", "NO_POSITIVE_RETURN"):
        found.append(f"status must be OPTIMAL or NO_POSITIVE_RETURN; have {record['status']}")
    if record["lambda"] != p["lambda"] or record["eta"] != p["eta"]:
        found.append("lambda and eta are not the problem's")
    if any(w != 0 for i, w in record["target"].items() if i not in names):
        found.append("a strategy outside of the problem has weight in the target")
    if record.get("validUntil", record["time"] + 1) <= record["time"]:
        found.append("validUntil must be after time")
    return found + held(record)


def follows_trades(record, target, now, was):
    """Changes too small to trade may wait: the trades alone lead here, none away from the target."""
    followed = {**record["previousWeights"], **{t["strategy"]: t["to"] for t in record["trades"]}}
    leads = same(record["weights"], {k: followed.get(k, 0.0) for k in record["weights"]})
    moves = [(now[k] - was.get(k, 0.0), target[k] - was.get(k, 0.0)) for k in target]
    return bool(record["trades"]) and leads and all(abs(m) <= SAME or m * w > 0 for m, w in moves)


def held(record):
    found = []
    target, weights, before = asked(record), record["weights"], record["previousWeights"]
    now, was = sleeves(record["target"], weights), sleeves(record["target"], before)
    if abs(sum(weights.values()) - 1) > SAME:
        found.append(f"weights must add up to 1; have {sum(weights.values())}")
    for name, w in weights.items():
        if not 0 <= w <= (1 if name == "CASH" else record["cap"]) + SAME:
            found.append(f"weight of {name} must be in [0, {record['cap']}]; have {w}")
    decision = record["decision"]
    if now.keys() != target.keys():
        return found + ["weights must name what target names"]
    if decision in ("REBALANCED", "PARTIAL") and follows_trades(record, target, now, was):
        pass
    elif decision.startswith("HELD_"):
        if not same(weights, {k: before.get(k, 0.0) for k in weights}):
            found.append(f"after {decision} weights must be the previous ones")
    elif decision == "PARTIAL":
        way = {k: target[k] - was.get(k, 0.0) for k in target}
        far = max(way, key=lambda k: abs(way[k]))
        step = (now[far] - was.get(far, 0.0)) / way[far] if way[far] else 0.0
        line = {k: was.get(k, 0.0) + step * way[k] for k in target}
        if not -SAME <= step <= 1 + SAME or not same(now, line):
            found.append("after PARTIAL weights must lie on the way from the previous to the target")
    elif not same(now, target):
        found.append(f"after {decision} weights must be those of the target")
    moved = sum(abs(target[k] - was.get(k, 0.0)) for k in target) if before else 1.0
    if abs(moved - record["turnover"]) > SAME:
        found.append(f"turnover must be {moved}; have {record['turnover']}")
    for t in record["trades"]:
        if (abs(t["from"] - before.get(t["strategy"], 0.0)) > SAME
                or abs(t["to"] - weights.get(t["strategy"], 0.0)) > SAME):
            found.append(f"trade of {t['strategy']} is not that of the weights")
    return found


def verify(values):
    """Prints what fails and the counts; whether all records are proven."""
    proven = refused = unproven = 0
    for place, value in values:
        try:
            record = json.loads(value)
            wrong = faults(record)
        except KeyError as e:
            unproven += 1
            print(f"no proof {place}: the record carries no {e.args[0]}")
            continue
        except (ValueError, TypeError, IndexError) as e:
            wrong = [f"no record of weights: {e}"]
        proven += not wrong
        if wrong:
            refused += 1
            print(f"refused {place}: {'; '.join(wrong)}")
    print(f"{proven + refused + unproven} records of weights: {proven} proven, {refused} refused,"
          f" {unproven} without a proof")
    return proven > 0 and refused + unproven == 0


# --- the topic ---


def records(servers, topic, client):
    """All that is committed, those of a portfolio in order: (place, portfolio, value or None)."""
    from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaException, TopicPartition

    consumer = Consumer({
        **client,
        "bootstrap.servers": servers,
        "group.id": "none",  # the client asks for one; nothing is committed and no group joined
        "isolation.level": "read_committed",
        "enable.auto.commit": False,
        "enable.partition.eof": True,
    })
    try:
        found = consumer.list_topics(topic, timeout=30).topics[topic]
        if found.error:
            raise KafkaException(found.error)
        consumer.assign([TopicPartition(topic, p, OFFSET_BEGINNING) for p in found.partitions])
        open_partitions = set(found.partitions)
        while open_partitions:
            message = consumer.poll(1.0)
            if message is None:
                continue
            if message.error():
                if message.error().name() != "_PARTITION_EOF":
                    raise KafkaException(message.error())
                open_partitions.discard(message.partition())
                continue
            place = f"{message.topic()}-{message.partition()}@{message.offset()}"
            if message.value() and message.value()[0] < 32:
                sys.exit(f"{place} is binary and no JSON: of a topic in Avro this program reads nothing")
            yield place, (message.key() or b"").decode(), message.value()
    finally:
        consumer.close()


def latest(rows, portfolio):
    """The newest record of a portfolio; None where there is none, or its key was deleted."""
    newest = None
    for _, key, value in rows:
        if key == portfolio:
            newest = value
    return newest and json.loads(newest)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--servers", default="localhost:9092")
    parser.add_argument("--topic", default="weights")
    parser.add_argument("--client", action="append", default=[], metavar="KEY=VALUE",
                        help="a property of librdkafka, such as security.protocol=ssl")
    commands = parser.add_subparsers(dest="command", required=True)
    newest = commands.add_parser("latest")
    newest.add_argument("portfolio")
    newest.add_argument("--now", type=int, default=int(time.time() * 1000), metavar="MS",
                        help="time by which they are judged stale, epoch ms; the clock's")
    commands.add_parser("history").add_argument("start", type=int)
    commands.add_parser("verify").add_argument("file", nargs="?")
    options = parser.parse_args()
    client = dict(pair.split("=", 1) for pair in options.client)

    if options.command == "verify" and options.file:
        lines = sys.stdin if options.file == "-" else open(options.file, encoding="utf-8")
        values = ((f"{options.file}:{i}", line) for i, line in enumerate(lines, 1) if line.strip())
        sys.exit(0 if verify(values) else 1)
    rows = records(options.servers, options.topic, client)
    if options.command == "verify":
        sys.exit(0 if verify((place, v) for place, _, v in rows if v is not None) else 1)
    if options.command == "history":
        for _, _, value in rows:
            if value is not None and json.loads(value)["time"] >= options.start:
                print(value.decode())
        return
    record = latest(rows, options.portfolio)
    if record is None:
        sys.exit(f"topic {options.topic} holds no weights of portfolio {options.portfolio}")
    stale = options.now > record.get("validUntil", options.now)
    shown = {k: record[k] for k in ("time", "weights", "sequence", "validUntil") if k in record}
    print(json.dumps({**shown, "stale": stale}))


if __name__ == "__main__":
    main()
