package io.github.throughline.intake.coordinator;

import io.github.throughline.platform.security.Caller;
import io.github.throughline.platform.security.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes coordinators known. Where their mail goes is changed by operators alone. */
@Service
public class CoordinatorRegistration {

    private final Coordinators coordinators;

    CoordinatorRegistration(Coordinators coordinators) {
        this.coordinators = coordinators;
    }

    /** @throws CoordinatorExists where the reference is known with other particulars, and the caller is no operator */
    @Transactional
    public void register(Coordinator coordinator, Caller caller) {
        if (caller.is(Role.OPERATOR)) {
            coordinators.save(coordinator);
        } else if (!coordinators.add(coordinator) && !isKnownSo(coordinator)) {
            throw new CoordinatorExists();
        }
    }

    private boolean isKnownSo(Coordinator coordinator) {
        return coordinators
                .find(coordinator.reference())
                .filter(coordinator::equals)
                .isPresent();
    }
}
