package io.mirrorcore.jobs.paper;

import io.mirrorcore.jobs.wire.market.DeadLetter;

/**
 * A record of positions or of the kill switch as it came; exactly one of the two is there.
 *
 * @param event what it says, or null
 * @param letter why it cannot be read, or null
 */
public record PaperReading(PaperEvent event, DeadLetter letter) {}
