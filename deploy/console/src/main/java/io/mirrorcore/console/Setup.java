package io.mirrorcore.console;

import io.mirrorcore.console.panel.PanelSettings;
import io.mirrorcore.console.web.Access;
import io.mirrorcore.console.web.Limits;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What a console is started with.
 *
 * @param access where it listens, and to whom
 * @param panels what it shows
 * @param limits how patiently streams are served
 * @param flink address of the REST interface of the Flink that runs the job; empty for none
 * @param clock of this machine
 */
public record Setup(
    Access access, PanelSettings panels, Limits limits, Optional<URI> flink, InstantSource clock) {}
