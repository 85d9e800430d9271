package io.github.throughline.sandbox.cli;

import io.github.throughline.platform.security.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Roles by the word that tokens use. */
final class RoleConverter implements ITypeConverter<Role> {

    @Override
    public Role convert(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> role.claim().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no role; there are "
                        + Arrays.stream(Role.values()).map(Role::claim).collect(Collectors.joining(", "))));
    }
}
