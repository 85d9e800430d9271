package io.github.throughline.checkin.fhirwriting;

import io.github.throughline.platform.web.Problem;

/** A resource lacks an element that makes it a reading, or says in one what no reading can say. */
final class ElementRefused extends Problem {

    private static final int UNPROCESSABLE = 422;

    private ElementRefused(String code, String detail, String expression) {
        super(UNPROCESSABLE, code, detail, expression);
    }

    static ElementRefused missing(String expression, String whatToDo) {
        return new ElementRefused("ELEMENT_MISSING", whatToDo, expression);
    }

    static ElementRefused notTaken(String expression, String whatToDo) {
        return new ElementRefused("ELEMENT_NOT_TAKEN", whatToDo, expression);
    }
}
