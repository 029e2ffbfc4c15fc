/**
 * The server: what is asked for by which address, who may, and the streams of changes. Start with
 * {@link io.mirrorcore.console.web.WebServer}. Records and panels must not be here: what is sent
 * are the bytes of {@code console.state} and what {@link io.mirrorcore.console.web.Answers} says.
 */
package io.mirrorcore.console.web;
