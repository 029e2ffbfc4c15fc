package io.mirrorcore.jobs.topology.file;

import static io.mirrorcore.jobs.wire.csv.CsvText.cell;
import static io.mirrorcore.jobs.wire.csv.CsvText.inert;
import static io.mirrorcore.jobs.wire.csv.CsvText.number;

import io.mirrorcore.jobs.config.settings.ConfiguredStrategy;
import io.mirrorcore.signal.SignalRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Signals as CSV, with one column {@code attr.NAME} for every attribute of every strategy. */
public final class SignalCsv implements LineFormat {

  private static final long serialVersionUID = 1;
  private static final List<String> FIELDS =
      List.of(
          "symbol", "time", "strategy", "action", "position", "confidence", "label", "portfolio");

  /** The text that strategies on several symbols explain themselves by. */
  private static final String LEADER = "leader";

  private final List<String> attributes;
  private final boolean raw;

  /**
   * Columns for the attributes of {@code strategies}, by name.
   *
   * @param raw whether texts stay as they are, also those that a spreadsheet would compute
   */
  public SignalCsv(List<ConfiguredStrategy> strategies, boolean raw) {
    this.raw = raw;
    TreeSet<String> names = new TreeSet<>();
    strategies.forEach(c -> names.addAll(c.strategy().attributes(c.parameters())));
    attributes = new ArrayList<>(names);
  }

  @Override
  public String header() {
    List<String> columns = new ArrayList<>(FIELDS);
    attributes.forEach(name -> columns.add("attr." + name));
    columns.add(LEADER);
    return String.join(",", columns);
  }

  private String text(String text) {
    return raw ? cell(text) : inert(text);
  }

  @Override
  public String line(Object record) {
    SignalRecord signal = (SignalRecord) record;
    StringBuilder line = new StringBuilder(128);
    line.append(text(signal.symbol())).append(',').append(signal.time());
    line.append(',').append(signal.strategy()).append(',').append(signal.action());
    line.append(',').append(number(signal.position()));
    line.append(',').append(number(signal.confidence()));
    line.append(',').append(text(signal.label())).append(',');
    line.append(signal.portfolio() == null ? "" : text(signal.portfolio()));
    for (String name : attributes) {
      Double value = signal.attributes().get(name);
      line.append(',').append(value == null ? "" : number(value));
    }
    String leader = signal.texts() == null ? null : signal.texts().get(LEADER);
    line.append(',').append(leader == null ? "" : text(leader));
    return line.toString();
  }
}
