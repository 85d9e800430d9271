/** A plan version as the physician signed it: its content, its exact JSON bytes, the signature and the check of it. Drafts and the life of a plan are plan-service's. */
@NullMarked
package io.github.throughline.signedplan;

import org.jspecify.annotations.NullMarked;
