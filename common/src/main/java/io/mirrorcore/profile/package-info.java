/**
 * The formulations of the ensemble besides the guide's own: what is believed of returns, and the
 * problem that is posed with it. Start with {@link io.mirrorcore.profile.EvidenceEstimate}, which
 * lets the data say how much skill there is, and {@link io.mirrorcore.profile.OverlayEstimate},
 * which adds skill to the market instead of putting it in the market's place. Pure functions of
 * windows of returns: when they are asked, and what becomes of the answer, is for {@code portfolio}
 * to say.
 */
package io.mirrorcore.profile;
