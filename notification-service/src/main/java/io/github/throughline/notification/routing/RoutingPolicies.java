package io.github.throughline.notification.routing;

/** The versions of the routing policy. */
interface RoutingPolicies {

    /** The newest. */
    PolicyVersion current();

    /** One that something began with; every version is kept. */
    PolicyVersion version(int number);

    /**
     * Adds a version, unless the newest says the same.
     *
     * @throws UnusablePolicy when it can not be used
     */
    PolicyVersion add(String document, String author);
}
