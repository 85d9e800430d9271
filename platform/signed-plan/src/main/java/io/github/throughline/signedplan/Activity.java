package io.github.throughline.signedplan;

/**
 * Something the patient does, e.g. a home exercise.
 *
 * @param id stable code, e.g. home-exercise
 * @param title what patient and therapist read
 * @param timesPerWeek how often it is planned
 */
public record Activity(String id, String title, int timesPerWeek) {}
