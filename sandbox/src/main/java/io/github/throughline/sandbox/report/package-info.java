/** Accounts, from the outside, for everything that was sent, told and counted. Sending and telling are not here. */
@NullMarked
package io.github.throughline.sandbox.report;

import org.jspecify.annotations.NullMarked;
