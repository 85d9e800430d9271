/** The key that signs plans, and its public half for everybody. What is signed and by whose leave is in careplan. */
@NullMarked
package io.github.throughline.plan.signature;

import org.jspecify.annotations.NullMarked;
