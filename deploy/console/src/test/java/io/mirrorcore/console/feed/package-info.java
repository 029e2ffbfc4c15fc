/** Tests of where reading begins; what needs a broker is tested with one, elsewhere. */
package io.mirrorcore.console.feed;
