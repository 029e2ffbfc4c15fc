package io.mirrorcore.backtest.report;

import io.mirrorcore.quality.QualityFinding;
import java.util.List;

/**
 * Where the records of a run came from, for the report to say.
 *
 * @param data files read, in order
 * @param notes what a reader must know of them, a sentence each
 * @param quality what is odd about the bars; empty where all is well, null where there are none
 * @param configuration text of the file that reproduces the run
 */
public record Provenance(
    List<DataFile> data, List<String> notes, List<QualityFinding> quality, String configuration) {

  /** Nothing known. */
  public static final Provenance NONE = new Provenance(List.of(), List.of(), null, "");

  public Provenance {
    data = List.copyOf(data);
    notes = List.copyOf(notes);
    quality = quality == null ? null : List.copyOf(quality);
  }

  /**
   * One file.
   *
   * @param file its name
   * @param records read from it
   * @param rejected of them, as bad
   */
  public record DataFile(String file, long records, long rejected) {}
}
