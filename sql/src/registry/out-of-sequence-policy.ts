/**
 * OUT_OF_SEQUENCE_POLICIES say what a publication does whose version was already surpassed: `apply` = like any other, the newest
 * publication wins; `applyIfNewer` = it ends at once, as superseded; `ignore` = it opens nothing; `hold` = its runs wait, with
 * their clocks stopped, until a later publication ends them.
 */
export const OUT_OF_SEQUENCE_POLICIES = ["apply", "applyIfNewer", "ignore", "hold"] as const;
/** OutOfSequencePolicy is one of `OUT_OF_SEQUENCE_POLICIES`. */
export type OutOfSequencePolicy = (typeof OUT_OF_SEQUENCE_POLICIES)[number];
