/** Plan versions as they were signed, for showing them: content, digest and the check of the signature. Signing is plan-service's. */
@NullMarked
package io.github.throughline.notification.plan;

import org.jspecify.annotations.NullMarked;
