/**
 * The live page that people keep open beside the market: it reads the topics of a job, and writes
 * nothing. Start with {@link io.mirrorcore.console.Console}. What is read comes by {@code feed}, is
 * made into what is shown by {@code panel}, kept in {@code state}, and served by {@code web}; what
 * the browser does lies in the resources under {@code page}. Options and printing belong to the
 * command line and must not be here.
 */
package io.mirrorcore.console;
