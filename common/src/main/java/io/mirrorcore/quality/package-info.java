/**
 * What of a file of bars its owner should know before reading any figure made from it: splits,
 * jumps, holes, halts, stamps. Start with {@link io.mirrorcore.quality.BarQuality}. It counts and
 * shows examples; it refuses and mends nothing, which is the parser's.
 */
package io.mirrorcore.quality;
