/** Reports that are served: over HTTP, and in a browser. */
package io.mirrorcore.console.report;
