/**
 * The records that reach topics, and the close of a portfolio that they are made from. Start with
 * {@link io.mirrorcore.portfolio.record.EnsembleWeights}. Nested by meaning here, flat on the
 * topic: {@code jobs.wire.json} has the order and the names of the fields, which are added, never
 * renamed. No record here computes what it carries.
 */
package io.mirrorcore.portfolio.record;
