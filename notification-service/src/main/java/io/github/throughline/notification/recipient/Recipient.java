package io.github.throughline.notification.recipient;

import io.github.throughline.notification.notice.ChannelName;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is reached.
 *
 * @param channel null: not reached by us at all
 * @param address mail address or URL; null where the channel needs none
 * @param secret signing secret of a webhook, whsec_...
 * @param partner id of the partner system
 * @param partnerPatient the partner's own id of the patient
 * @param wantsNoNotices whether they read the console instead
 */
public record Recipient(
        String reference,
        String name,
        @Nullable ChannelName channel,
        @Nullable String address,
        @Nullable String secret,
        @Nullable String partner,
        @Nullable String partnerPatient,
        boolean wantsNoNotices) {

    static Recipient coordinator(String reference, String name, String email) {
        return new Recipient(reference, name, ChannelName.EMAIL, email, null, null, null, false);
    }

    /** Without address and secret: records are printed by accident. */
    @Override
    public String toString() {
        return "Recipient[" + reference + ", " + channel + "]";
    }
}
