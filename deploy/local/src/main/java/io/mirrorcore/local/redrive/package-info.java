/**
 * Dead letters on their way back into the topics they came from: {@link
 * io.mirrorcore.local.redrive.CollectedLetters} reads them, {@link
 * io.mirrorcore.local.redrive.RepairFile} is where people correct them, {@link
 * io.mirrorcore.local.redrive.Redrive}, where to start, judges by the job's own parser what would
 * become of them, and {@link io.mirrorcore.local.redrive.LateForecast} counts those that would be
 * late once more. Options and printing are in {@code cli.operate}.
 */
package io.mirrorcore.local.redrive;
