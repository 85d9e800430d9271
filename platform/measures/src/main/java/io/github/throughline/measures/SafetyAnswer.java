package io.github.throughline.measures;

/**
 * An answer that the catalogue names as a safety event of its own.
 *
 * @param item id of the item
 * @param answer in points of the item
 */
public record SafetyAnswer(String item, int answer) {}
