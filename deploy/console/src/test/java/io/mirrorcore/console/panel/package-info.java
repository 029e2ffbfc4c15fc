/** Tests of what panels make of records; start with {@code PanelsTest}. */
package io.mirrorcore.console.panel;
