/**
 * Files around {@link io.mirrorcore.power}: what is assumed is read here, and what came of it
 * becomes text, JSON and a page with pictures. Start with {@link
 * io.mirrorcore.local.power.AssumptionsFile}. What is simulated is not known here.
 */
package io.mirrorcore.local.power;
