package io.mirrorcore.jobs.intake;

import io.mirrorcore.jobs.wire.ParserSettings;
import io.mirrorcore.jobs.wire.time.InputTimes;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How files are tried before a job reads them.
 *
 * @param parser of the job
 * @param outOfOrderness how far a record may be behind the newest of its file and still be in order
 * @param scratch directory under which a sorted file may be put, or null for the system's own; on a
 *     cluster one that its workers see
 * @param acceptsRefused whether the user goes on with whatever is left of a file
 */
public record IntakePlan(
    ParserSettings parser, Duration outOfOrderness, Path scratch, boolean acceptsRefused) {

  /** The same with every year that a number can tell. */
  IntakePlan withoutLastYear() {
    return new IntakePlan(
        parser.with(parser.times().until(InputTimes.LAST_YEAR)),
        outOfOrderness,
        scratch,
        acceptsRefused);
  }
}
