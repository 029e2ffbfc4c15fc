/**
 * Alerts that reach somebody: from the topic to a web address or a program, none lost, each with an
 * id by which a receiver tells one that came twice. Start with {@link
 * io.mirrorcore.local.deliver.Delivery}. What fires an alert does not belong here.
 */
package io.mirrorcore.local.deliver;
