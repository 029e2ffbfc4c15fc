/**
 * How the operators are wired, and to what: {@link io.mirrorcore.jobs.topology.PipelineTopology} is
 * the one graph that production, tests and offline commands share; {@link
 * io.mirrorcore.jobs.topology.Inputs} and {@link io.mirrorcore.jobs.topology.Outputs} are its two
 * ends, over Kafka or over files. What an operator does is in {@code operator}.
 */
package io.mirrorcore.jobs.topology;
