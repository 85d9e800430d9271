package io.github.throughline.notification.console;

import io.github.throughline.notification.escalation.Escalation;
import io.github.throughline.notification.plan.PlanVersion;
import java.util.Locale;

/** Says which plan version an escalation cites, and whether it is what was signed. */
final class PlanParts {

    private PlanParts() {}

    static EvidencePart.PlanPart of(PlanVersion plan, Escalation escalation, TimeWords times) {
        Escalation.PlanReference cited = escalation.plan();
        return new EvidencePart.PlanPart(
                "Version " + plan.version() + ", " + Words.plain(plan.state()).toLowerCase(Locale.ROOT),
                "Signed by " + plan.content().signedBy() + " on "
                        + times.date(plan.content().signedAt()),
                plan.signature().name().toLowerCase(Locale.ROOT),
                switch (plan.signature()) {
                    case VALID -> "Signature valid";
                    case INVALID -> "Signature not valid";
                    case UNCHECKED -> "Signature not checked: keys not reached";
                },
                plan.digest().substring(0, Math.min(12, plan.digest().length())),
                cited != null && plan.digest().equals(cited.digest()));
    }
}
