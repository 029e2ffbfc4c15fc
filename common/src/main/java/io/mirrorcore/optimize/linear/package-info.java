/**
 * Linear programmes on weights. Start with {@link io.mirrorcore.optimize.linear.LinearProgramme};
 * the simplex method behind it works on the dual of the tail loss, of which a plain linear gain is
 * the case of one scenario. Curvature has no place here.
 */
package io.mirrorcore.optimize.linear;
