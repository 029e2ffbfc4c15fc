package io.mirrorcore.jobs.paper;

import io.mirrorcore.jobs.wire.market.DeadLetter;

/**
 * A record of positions or of the kill switch as it came; exactly one of the two is there.
 *
 * @param event what it says, or null
 * @param letter why it cannot be read, or null
 */
public record PaperReading(PaperEvent event, DeadLetter letter) {

  /** The same of a record that was made of these bytes, which a dead letter has to show. */
  PaperReading of(byte[] raw) {
    return letter == null
        ? this
        : new PaperReading(
            null,
            new DeadLetter(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.kind(),
                letter.reason(),
                letter.detail(),
                raw,
                letter.time()));
  }
}
