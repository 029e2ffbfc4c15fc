/**
 * How a {@link io.mirrorcore.state.Stateful} object lives in Flink's keyed state: {@link
 * io.mirrorcore.jobs.state.StateCell} and its serializer. Start with the cell. No operator here.
 */
package io.mirrorcore.jobs.state;
