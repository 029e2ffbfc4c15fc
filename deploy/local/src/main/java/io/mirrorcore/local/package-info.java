/**
 * MirrorCore-X on one machine. {@link io.mirrorcore.local.Mirrorcore} is the program; {@code cli}
 * has a class for each command, {@code job} runs the topology on an embedded cluster, {@code feed}
 * sends records to Kafka, {@code broker} is the embedded broker, {@code simulator} the simulated
 * market. Nothing here computes a signal or a weight.
 */
package io.mirrorcore.local;
