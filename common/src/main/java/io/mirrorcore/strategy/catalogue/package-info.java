/**
 * The one list of the strategies that come with the product: {@link
 * io.mirrorcore.strategy.catalogue.Catalogue}. A new strategy is one file in {@code price}, {@code
 * flow} or {@code cross} and one line here; a user's own is found in its jar instead. Start with
 * {@code Catalogue}; no formula belongs here.
 */
package io.mirrorcore.strategy.catalogue;
