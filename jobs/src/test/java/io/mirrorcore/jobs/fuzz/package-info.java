/**
 * How valid bytes become nearly valid ones: seeded mutations that the fuzz tests of wire, state and
 * config share. {@link io.mirrorcore.jobs.fuzz.Budget} says how many inputs a test tries. Start
 * with {@code Budget}. What must hold of the results is asserted in the tests beside the code under
 * test.
 */
package io.mirrorcore.jobs.fuzz;
