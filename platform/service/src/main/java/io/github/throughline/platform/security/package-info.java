/** Who calls, in which role, and whether the caller is related to the patient; default deny. Signing in people is not here. */
@NullMarked
package io.github.throughline.platform.security;

import org.jspecify.annotations.NullMarked;
