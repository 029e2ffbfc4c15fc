/**
 * Dead letters back into the topics they came from: {@link
 * io.mirrorcore.local.redrive.CollectedLetters} reads them, {@link
 * io.mirrorcore.local.redrive.RepairFile} is where people correct them, {@link
 * io.mirrorcore.local.redrive.Redrive} judges what would become of them, as the job's own source
 * will, and {@link io.mirrorcore.local.redrive.LateForecast} which come too late once more.
 */
package io.mirrorcore.local.redrive;
