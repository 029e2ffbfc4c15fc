package io.mirrorcore.local.simulator.market;

import java.util.List;

/**
 * The default market. The first two of each sector go their own way so little that they make a
 * pair; the last one of each follows its sector only loosely.
 */
final class InventedCompanies {

  private static final double CALMER = 0.4;

  static final List<SimulatedInstrument> ALL =
      List.of(
          new SimulatedInstrument("AXIQ", "TECH", 180, 100, 0.60, 0.08, true),
          new SimulatedInstrument("BYTX", "TECH", 95, 100, 0.66, 0.08, false),
          new SimulatedInstrument("CYRA", "TECH", 320, 100, 0.55, 0.8, false),
          new SimulatedInstrument("DATQ", "TECH", 64, 100, 0.80, 1.0, true),
          new SimulatedInstrument("ELYX", "TECH", 142, 100, 0.62, 1.2, false),
          new SimulatedInstrument("FOTN", "TECH", 48, 100, 0.90, 1.8, false),
          new SimulatedInstrument("HYDR", "ENERGY", 88, 100, 0.50, 0.08, true),
          new SimulatedInstrument("KERO", "ENERGY", 121, 100, 0.54, 0.08, false),
          new SimulatedInstrument("LIGN", "ENERGY", 57, 100, 0.70, 0.8, false),
          new SimulatedInstrument("METH", "ENERGY", 203, 100, 0.52, 1.0, false),
          new SimulatedInstrument("NAFT", "ENERGY", 76, 100, 0.65, 1.2, false),
          new SimulatedInstrument("OILX", "ENERGY", 35, 100, 0.85, 1.8, false));

  /** As volatile as shares are over years. */
  static final List<SimulatedInstrument> CALM =
      ALL.stream().map(company -> company.withVolatility(CALMER * company.volatility())).toList();

  private InventedCompanies() {}
}
