package io.github.throughline.plan.careplan;

/** Names one version of one plan of one episode. */
public record PlanVersionId(EpisodeId episodeId, CarePlanId planId, int number) {}
