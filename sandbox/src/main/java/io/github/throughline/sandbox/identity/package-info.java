/** The sandbox's OpenID Connect provider, a process of its own. What roles may do is the services' business and not here. */
@NullMarked
package io.github.throughline.sandbox.identity;

import org.jspecify.annotations.NullMarked;
