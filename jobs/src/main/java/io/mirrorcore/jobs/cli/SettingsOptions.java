package io.mirrorcore.jobs.cli;

import io.mirrorcore.jobs.config.key.EnsembleKeys;
import io.mirrorcore.jobs.config.key.PipelineKeys;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.regime.RegimeSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command and job that needs the configuration. */
public final class SettingsOptions {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      description = "YAML configuration; without it every option has its default.")
  private Path config;

  @Option(
      names = {"-s", "--set"},
      paramLabel = "KEY=VALUE",
      description = "Overrides one option, e.g. bars.interval=1d; may be repeated.")
  private Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description =
          "Time zone of times that are written without one, e.g. America/New_York"
              + " (inputs.time-zone).")
  private String timeZone;

  @Option(
      names = "--adjust",
      paramLabel = "FILE",
      description =
          "Splits and dividends as CSV (symbol, date, ratio, dividend), which are no returns"
              + " (job.adjust).")
  private Path adjust;

  @Option(
      names = "--regimes",
      paramLabel = "FILE",
      description =
          "Your own regimes as CSV (time, regime, portfolio), in place of the detector's"
              + " (regime.source: file, regime.file).")
  private Path regimes;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  private Settings base;
  private final Set<String> told = new HashSet<>();

  /** The settings as the user gave them, over the defaults. */
  public Settings settings() {
    return settings(Map.of());
  }

  /**
   * The settings as the user gave them, over what a command presets, over the defaults.
   *
   * @param presets values for keys that the user left alone
   */
  public Settings settings(Map<String, String> presets) {
    Settings settings = base();
    Map<String, String> all = new LinkedHashMap<>();
    presets.forEach(
        (key, value) -> {
          if (!settings.isSet(key)) {
            all.put(key, value);
          }
        });
    all.putAll(overrides());
    return noted(settings.with(all));
  }

  /** What stands on the command line, by key. */
  private Map<String, String> overrides() {
    Map<String, String> all = new LinkedHashMap<>(overrides);
    if (timeZone != null) {
      all.put(PipelineKeys.INPUTS_TIME_ZONE.key(), timeZone);
    }
    if (adjust != null) {
      all.put(PipelineKeys.JOB_ADJUST.key(), existing(adjust).toAbsolutePath().toString());
    }
    if (regimes != null) {
      all.put(EnsembleKeys.REGIME_FILE.key(), existing(regimes).toAbsolutePath().toString());
      all.put(EnsembleKeys.REGIME_SOURCE.key(), RegimeSource.FILE.id());
    }
    return all;
  }

  /** The file of adjustments that stands on the command line. */
  public Optional<Path> adjust() {
    return Optional.ofNullable(adjust);
  }

  /** Says once which keys are in an old spelling. */
  private Settings noted(Settings settings) {
    settings.notes().stream().filter(told::add).forEach(command.commandLine().getErr()::println);
    command.commandLine().getErr().flush();
    return settings;
  }

  /** Tells the user something, a line each. */
  public void tell(List<String> sentences) {
    sentences.forEach(command.commandLine().getErr()::println);
    command.commandLine().getErr().flush();
  }

  /** Whether the user gave a value for {@code key}, in the file or on the command line. */
  public boolean gives(String key) {
    return overrides().containsKey(key) || base().isSet(key);
  }

  /**
   * The same settings as arguments of {@code PipelineJob}, which reads them in another process.
   *
   * @param more further overrides
   */
  public List<String> arguments(Map<String, String> more) {
    List<String> arguments = new ArrayList<>();
    if (config != null) {
      arguments.addAll(List.of("--config", config.toAbsolutePath().toString()));
    }
    Map<String, String> all = overrides();
    all.putAll(more);
    all.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
    return arguments;
  }

  /** The configuration's file; empty where there is none. */
  public Optional<Path> file() {
    return Optional.ofNullable(config);
  }

  /** The files of a command that no output of it may replace: its data, and the configuration. */
  public List<Path> inputs(Collection<Path> data) {
    List<Path> inputs = new ArrayList<>(data);
    if (config != null) {
      inputs.add(config);
    }
    return inputs;
  }

  /** What the file says, read once. */
  private Settings base() {
    if (base == null) {
      base = config == null ? Settings.defaults() : Settings.load(existing(config));
    }
    return base;
  }

  public static Path existing(Path file) {
    if (Files.isDirectory(file)) {
      throw new CommandFailure(file + " is a directory; give the path of a file");
    }
    if (!Files.isReadable(file)) {
      throw new CommandFailure("cannot read " + file + ": give the path of an existing file");
    }
    return file;
  }
}
