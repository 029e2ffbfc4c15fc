/**
 * Whether a published record of weights proves what it says, from the record alone and without
 * solving anything. Start with {@link io.mirrorcore.portfolio.verify.WeightsProof}: it asks whether
 * the target is optimal ({@link io.mirrorcore.portfolio.verify.TargetCheck}) and whether the
 * weights in force are what the decision makes of it ({@link
 * io.mirrorcore.portfolio.verify.HoldingCheck}). No JSON and no Kafka here, and nothing of the
 * ensemble that writes the records.
 */
package io.mirrorcore.portfolio.verify;
