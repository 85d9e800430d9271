/** Links that open one episode's check-in form without signing in, and the one-time codes behind them. The form is checkin-service's, the mail notification-service's. */
@NullMarked
package io.github.throughline.platform.checkinlink;

import org.jspecify.annotations.NullMarked;
