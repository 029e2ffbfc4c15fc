package io.mirrorcore.local.simulator.market;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Everything that determines a simulated market: two simulators with equal settings make equal
 * events.
 *
 * @param seed any number
 * @param intervalMs length of a bar, milliseconds, at least {@value #MS_PER_EVENT} times the events
 *     that a bar of one symbol can have
 * @param startTime event time at which the first bar opens, epoch milliseconds
 * @param quotesPerBar quotes of one symbol in an ordinary bar, at least 1
 * @param tradesPerBar trades of one symbol in an ordinary bar, at least 1
 * @param growth of all prices a year in the long run, on top of what regimes do: 0.08 is 8 %
 * @param flaggedShare share of trades that say who was the aggressor, 0 to 1
 * @param instruments what is traded, at least one
 */
public record SimulatorSettings(
    long seed,
    long intervalMs,
    long startTime,
    int quotesPerBar,
    int tradesPerBar,
    double growth,
    double flaggedShare,
    List<SimulatedInstrument> instruments) {

  /** Events of one symbol need room: none may share a millisecond with the next. */
  static final int MS_PER_EVENT = 4;

  /** An active bar has up to this many times the ordinary number of quotes and trades. */
  public static final int BUSIEST = 8;

  public SimulatorSettings {
    if (quotesPerBar < 1 || tradesPerBar < 1) {
      throw new IllegalArgumentException(
          "quotesPerBar and tradesPerBar must be at least 1; have %d and %d"
              .formatted(quotesPerBar, tradesPerBar));
    }
    long shortest = (long) MS_PER_EVENT * BUSIEST * (quotesPerBar + tradesPerBar);
    if (intervalMs < shortest) {
      throw new IllegalArgumentException(
          "intervalMs must be at least %d for %d quotes and %d trades; have %d"
              .formatted(shortest, quotesPerBar, tradesPerBar, intervalMs));
    }
    if (!(growth > -1 && growth < 1)) {
      throw new IllegalArgumentException("growth must be in (-1, 1); have " + growth);
    }
    if (!(flaggedShare >= 0 && flaggedShare <= 1)) {
      throw new IllegalArgumentException("flaggedShare must be in [0, 1]; have " + flaggedShare);
    }
    instruments = List.copyOf(instruments);
    if (instruments.isEmpty()) {
      throw new IllegalArgumentException("instruments must not be empty");
    }
  }

  /** Twelve shares of two sectors, in bars of a minute from 2 January 2024 on. */
  public static SimulatorSettings of(long seed) {
    return new SimulatorSettings(
        seed,
        Duration.ofMinutes(1).toMillis(),
        Instant.parse("2024-01-02T00:00:00Z").toEpochMilli(),
        14,
        8,
        0,
        0.7,
        InventedCompanies.ALL);
  }

  /** The same shares for years of bars of a day, from 1 January 2000 on: calmer, and they grow. */
  public static SimulatorSettings ofDays(long seed) {
    return new SimulatorSettings(
        seed,
        Duration.ofDays(1).toMillis(),
        Instant.parse("2000-01-01T00:00:00Z").toEpochMilli(),
        14,
        8,
        0.08,
        0.7,
        InventedCompanies.CALM);
  }

  public SimulatorSettings withIntervalMs(long changed) {
    return new SimulatorSettings(
        seed, changed, startTime, quotesPerBar, tradesPerBar, growth, flaggedShare, instruments);
  }

  public SimulatorSettings withEventsPerBar(int quotes, int trades) {
    return new SimulatorSettings(
        seed, intervalMs, startTime, quotes, trades, growth, flaggedShare, instruments);
  }

  public SimulatorSettings withInstruments(List<SimulatedInstrument> changed) {
    return new SimulatorSettings(
        seed, intervalMs, startTime, quotesPerBar, tradesPerBar, growth, flaggedShare, changed);
  }
}
