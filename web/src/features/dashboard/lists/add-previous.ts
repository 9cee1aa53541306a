import type { PanelAnswer } from "../ask/panel-queries.js";

type Group = PanelAnswer["groups"][number];

/** addPrevious gives figures what they were before, from an answer that knows it of some of them. */
export function addPrevious(answer: PanelAnswer, before: PanelAnswer): PanelAnswer {
  const known = new Map(
    before.groups.flatMap((group) => group.values.map((value) => [renderKey(group, value.metric), value] as const)),
  );
  const groups = answer.groups.map((group) => ({
    ...group,
    values: group.values.map((value) => {
      const earlier = known.get(renderKey(group, value.metric));
      if (earlier === undefined) return value;
      return { ...value, previous: earlier.previous, previousNullReason: earlier.previousNullReason };
    }),
  }));
  return { ...answer, groups };
}

function renderKey({ key }: Group, metric: string): string {
  return JSON.stringify([metric, ...key.map((part) => [part.dimension, part.id])]);
}
