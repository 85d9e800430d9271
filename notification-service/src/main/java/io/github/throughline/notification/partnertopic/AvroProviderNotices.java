package io.github.throughline.notification.partnertopic;

import io.github.throughline.notification.delivery.ProviderMessage;
import io.github.throughline.notification.escalation.Severity;
import io.github.throughline.notification.notice.NoticeKind;
import io.github.throughline.schemas.partner.NoticeSeverity;
import io.github.throughline.schemas.partner.ProviderNotice;

/** Our message as the record that partners read. */
final class AvroProviderNotices {

    private AvroProviderNotices() {}

    static ProviderNotice write(ProviderMessage message, String patient) {
        return ProviderNotice.newBuilder()
                .setNoticeId(message.noticeId())
                .setPatient(patient)
                .setKind(kind(message.kind()))
                .setSeverity(severity(message.severity()))
                .setLink(message.link().toString())
                .setExpiresAt(message.expiresAt())
                .setCreatedAt(message.createdAt())
                .build();
    }

    private static io.github.throughline.schemas.partner.NoticeKind kind(NoticeKind kind) {
        return switch (kind) {
            case RAISED -> io.github.throughline.schemas.partner.NoticeKind.ESCALATION_RAISED;
            case UPDATED -> io.github.throughline.schemas.partner.NoticeKind.ESCALATION_UPDATED;
            case RESOLVED -> io.github.throughline.schemas.partner.NoticeKind.ESCALATION_RESOLVED;
            case WITHDRAWN -> io.github.throughline.schemas.partner.NoticeKind.ESCALATION_WITHDRAWN;
            case PROVIDER_NOT_TOLD, CONSENT_WITHDRAWN, UNACKNOWLEDGED, UNDECIDED ->
                io.github.throughline.schemas.partner.NoticeKind.UNKNOWN;
        };
    }

    private static NoticeSeverity severity(Severity severity) {
        return switch (severity) {
            case ROUTINE -> NoticeSeverity.ROUTINE;
            case URGENT -> NoticeSeverity.URGENT;
            case SAFETY -> NoticeSeverity.SAFETY;
        };
    }
}
