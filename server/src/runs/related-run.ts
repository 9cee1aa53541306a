import type { RunView } from "./run-view.js";

/** RUN_RELATIONS: how two runs belong together, the nearest first. */
export const RUN_RELATIONS = ["PARENT", "CHILD", "SAME_ID", "SAME_CORRELATION", "SAME_ENTITY", "SAME_CHANGE"] as const;
/** RunRelation is one of `RUN_RELATIONS`. */
export type RunRelation = (typeof RUN_RELATIONS)[number];

/** RelatedRun is another run and everything that ties it to the one looked at. */
export interface RelatedRun {
  readonly relations: readonly RunRelation[];
  readonly run: RunView;
}

/** buildRelatedRun says how another run of the same client belongs to a run: its parent is the run whose id it carries as correlation. */
export function buildRelatedRun(of: RunView, other: RunView): RelatedRun {
  const isEntity = of.entity !== null && of.entity.id !== "" && other.entity !== null;
  const tests: Readonly<Record<RunRelation, boolean>> = {
    PARENT: of.correlation !== null && other.id === of.correlation && other.id !== of.id,
    CHILD: other.correlation === of.id && other.id !== of.id,
    SAME_ID: other.id === of.id,
    SAME_CORRELATION: of.correlation !== null && other.correlation === of.correlation,
    SAME_ENTITY: isEntity && other.entity?.type === of.entity?.type && other.entity?.id === of.entity?.id,
    SAME_CHANGE: of.change !== null && other.change === of.change,
  };
  return { relations: RUN_RELATIONS.filter((relation) => tests[relation]), run: other };
}
