package io.mirrorcore.jobs.adjust;

import io.mirrorcore.adjust.Adjustment;
import java.io.Serializable;

/**
 * An adjustment of a file.
 *
 * @param file its name
 * @param line in which it stands
 */
public record KnownAdjustment(Adjustment adjustment, String file, long line)
    implements Serializable {}
