/**
 * Benchmarks: what the mathematics costs, beside public peers on the same input. Each class has a
 * {@code main} that runs it alone. Start with {@link io.mirrorcore.bench.SolverBenchmark}. Nothing
 * here is tested or shipped.
 */
package io.mirrorcore.bench;
