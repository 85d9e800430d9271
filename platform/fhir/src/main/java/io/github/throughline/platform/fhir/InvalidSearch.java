package io.github.throughline.platform.fhir;

import io.github.throughline.platform.web.Problem;

/** A search asks for what is not searched by, or in a form that it can not have. */
public final class InvalidSearch extends Problem {

    InvalidSearch(String parameter, String whatToDo) {
        super(400, "INVALID_PARAMETER", whatToDo, parameter);
    }
}
