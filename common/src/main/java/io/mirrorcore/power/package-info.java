/**
 * How long one would have to wait: markets are simulated whose truth is known, allocators that do
 * not know it are let loose on them, and from how far apart they end follows how many years pass
 * until a difference shows. Start with {@link io.mirrorcore.power.PowerStudy}. Pure functions of a
 * seed; files and pictures are made elsewhere.
 */
package io.mirrorcore.power;
