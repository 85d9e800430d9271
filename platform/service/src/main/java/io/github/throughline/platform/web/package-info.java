/** What every HTTP answer has in common: problem details and idempotent retries. Endpoints stand in the services. */
@NullMarked
package io.github.throughline.platform.web;

import org.jspecify.annotations.NullMarked;
