/**
 * Splits and dividends that a user has in a file. Start with {@link
 * io.mirrorcore.jobs.adjust.AdjustmentFile}. What they do to prices is in {@code
 * io.mirrorcore.adjust} of common; those of the topic come in as all records do.
 */
package io.mirrorcore.jobs.adjust;
