/** Bearer tokens for tests, from an issuer inside the test's own process. No rules about who may do what are here. */
@NullMarked
package io.github.throughline.testkit.security;

import org.jspecify.annotations.NullMarked;
