package io.github.throughline.backing;

/** Tries to claim a port, in a process of its own. */
final class ClaimingProcess {

    private ClaimingProcess() {}

    public static void main(String[] arguments) {
        System.out.print(PortClaim.on(Integer.parseInt(arguments[0])).isPresent() ? "mine" : "taken");
    }
}
