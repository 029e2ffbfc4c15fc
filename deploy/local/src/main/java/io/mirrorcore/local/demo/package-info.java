/**
 * The demo in one process: {@link io.mirrorcore.local.demo.Demo}, where to start, puts broker, job
 * and simulated market together, {@link io.mirrorcore.local.demo.DemoReport} summarises what came
 * out. What is printed, and how, is decided in {@code cli}.
 */
package io.mirrorcore.local.demo;
