/**
 * Checks the proof of many records of weights. Start with {@link
 * io.mirrorcore.local.verify.ProofCount}, which is told of every record, from the topic or from
 * {@link io.mirrorcore.local.verify.WeightsLines}. The check itself is in {@code
 * io.mirrorcore.consumer}; no command line here.
 */
package io.mirrorcore.local.verify;
