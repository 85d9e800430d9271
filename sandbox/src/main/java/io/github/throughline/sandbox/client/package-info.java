/** How people, partners and onlookers reach the running system: REST, topics, tokens. What they do there is not here. */
@NullMarked
package io.github.throughline.sandbox.client;

import org.jspecify.annotations.NullMarked;
