package io.mirrorcore.local.inspect;

import io.mirrorcore.failure.UserError;
import io.mirrorcore.jobs.config.settings.Settings;
import io.mirrorcore.jobs.intake.PresetFit;
import io.mirrorcore.jobs.wire.reject.RecordKind;
import io.mirrorcore.jobs.wire.vendor.Preset;
import io.mirrorcore.jobs.wire.vendor.Presets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out what a file is and looks into it as its kind wants. */
public final class Inspection {

  /** An option has all the columns of a tick, and more. */
  private static final List<RecordKind> MARKET =
      List.of(RecordKind.BAR, RecordKind.OPTION, RecordKind.TICK);

  private final Path scratch;
  private final Settings settings;

  /**
   * @param scratch directory for copies
   * @param settings of the user, for times without a zone and the like
   */
  public Inspection(Path scratch, Settings settings) {
    this.scratch = scratch;
    this.settings = settings;
  }

  /** What is in a file. What cannot be read at all is a finding, too. */
  FileReport of(Path file) throws IOException {
    try {
      return found(file);
    } catch (IOException | RuntimeException e) {
      if (e instanceof UserError) {
        return FileReport.of(file.toString(), "it cannot be read", List.of(e.getMessage()));
      }
      throw e;
    }
  }

  private FileReport found(Path file) throws IOException {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return ConfigurationReport.of(file);
    }
    Optional<FileReport> optimizer = OptimizerReport.of(file);
    if (optimizer.isPresent()) {
      return optimizer.get();
    }
    for (RecordKind kind : MARKET) {
      if (PresetFit.isPlain(file, kind) || PresetFit.isSeparatedOtherwise(file, kind)) {
        return new MarketReport(file, kind, null, scratch, settings).report();
      }
    }
    Optional<RecordKind> json = PresetFit.plainJson(file);
    if (json.isPresent()) {
      return new MarketReport(file, json.get(), null, scratch, settings).report();
    }
    Optional<Preset> preset = preset(file);
    if (preset.isPresent() && preset.get().mapping().kind() != null) {
      RecordKind kind = preset.get().mapping().kind();
      return new MarketReport(file, kind, preset.get(), scratch, settings).report();
    }
    if (preset.isPresent() || ReturnsReport.isPlain(file)) {
      return new ReturnsReport(file, preset.orElse(null), scratch, settings).report();
    }
    return UnknownReport.of(file, scratch, settings);
  }

  /** The best of all kinds. */
  private static Optional<Preset> preset(Path file) {
    Preset best = null;
    double most = 0;
    for (Preset preset : Presets.all()) {
      double score = PresetFit.score(file, preset);
      if (score > most) {
        best = preset;
        most = score;
      }
    }
    return Optional.ofNullable(best);
  }
}
