/**
 * The records that reach topics, and the close of a portfolio that they are made from. Component
 * names are the names of JSON fields: fields are added, never renamed. Start with {@link
 * io.mirrorcore.portfolio.record.EnsembleWeights}. No record here computes what it carries.
 */
package io.mirrorcore.portfolio.record;
