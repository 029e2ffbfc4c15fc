/**
 * What a Flink cluster runs. The mains are here, and their options in {@code cli}; {@code topology}
 * wires, {@code operator} computes with keys and timers, {@code state} stores, {@code wire} reads
 * and writes records, {@code config} reads the one configuration file and {@code plan} hands its
 * parts on. Formulas are in {@code io.mirrorcore} of {@code common}.
 */
package io.mirrorcore.jobs;
