/**
 * The demo: {@link io.mirrorcore.local.demo.Demo} puts broker, job and simulated market together,
 * {@link io.mirrorcore.local.demo.DemoReport} adds up what came out. What is printed, and how, is
 * for {@code cli}.
 */
package io.mirrorcore.local.demo;
