package io.mirrorcore.bench.command;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.mirrorcore.bench.figure.CaseResult;
import java.util.List;

/**
 * What the bench found, as it is written with {@code --format json}.
 *
 * @param version of the program
 * @param java version of the virtual machine
 * @param processors of the machine
 * @param otherLoad mean share of them that other work had, in [0, 1]; null where it is not known
 * @param busy whether that is enough to disturb
 * @param quick whether fewer and shorter runs were made
 * @param results one a case
 */
@JsonPropertyOrder({"version", "java", "processors", "otherLoad", "busy", "quick", "results"})
record BenchReport(
    String version,
    String java,
    int processors,
    Double otherLoad,
    boolean busy,
    boolean quick,
    List<CaseResult> results) {

  BenchReport {
    results = List.copyOf(results);
  }
}
