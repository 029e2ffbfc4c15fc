/**
 * How valid bytes become nearly valid ones: seeded mutations that the fuzz tests of wire, state and
 * config share. {@link io.mirrorcore.jobs.fuzz.Budget} says how many inputs a test tries.
 */
package io.mirrorcore.jobs.fuzz;
