/**
 * The panels of the page: what each makes of the records that it hears, as parts of the tree. Start
 * with {@link io.mirrorcore.console.panel.Panels}. A panel keeps little: what is shown, and of what
 * is drawn over time the newest so many. Kafka and HTTP must not be here.
 */
package io.mirrorcore.console.panel;
