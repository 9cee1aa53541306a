import type { z } from "zod";
import { dashboardSchema, type Dashboard } from "./dashboard.js";
import type { DashboardKnowledge } from "./dashboard-knowledge.js";
import { listPanelMetrics, type MetricUse } from "./list-panel-metrics.js";

interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** buildDashboardSchema describes a definition that fits what is known: every metric and dimension exists, ids are there once. */
export function buildDashboardSchema(knowledge: DashboardKnowledge): z.ZodType<Dashboard> {
  return dashboardSchema.superRefine((dashboard, context) => {
    const faults = [...listTwice(dashboard), ...listUnknown(dashboard, knowledge)];
    for (const { path, message } of faults) context.addIssue({ code: "custom", path: [...path], message });
  });
}

function listTwice({ panels, variables }: Dashboard): Fault[] {
  const ids = panels.map(({ id }) => id);
  const names = variables.map(({ name }) => name);
  return [
    ...ids.flatMap((id, index) =>
      ids.indexOf(id) === index ? [] : [{ path: ["panels", index, "id"], message: `"${id}" is there twice` }],
    ),
    ...names.flatMap((name, index) =>
      names.indexOf(name) === index ? [] : [{ path: ["variables", index], message: `"${name}" is there twice` }],
    ),
  ];
}

function listUnknown({ panels }: Dashboard, knowledge: DashboardKnowledge): Fault[] {
  return panels.flatMap((panel, index) =>
    listPanelMetrics(panel).flatMap((use) =>
      listFaults(use, knowledge).map(({ path, message }) => ({ path: ["panels", index, ...path], message })),
    ),
  );
}

function listFaults({ metric, path, groupBy }: MetricUse, knowledge: DashboardKnowledge): Fault[] {
  const offered = knowledge.findDimensions(metric);
  const unknown = groupBy.filter(({ dimension }) => !knowledge.dimensions.includes(dimension));
  const faults = unknown.map(({ dimension, path: at }) => ({
    path: at,
    message: `there is no dimension "${dimension}": one of ${knowledge.dimensions.join(", ")}`,
  }));
  if (offered === undefined) return [{ path, message: `there is no metric "${metric}"` }, ...faults];
  const refused = groupBy.filter((each) => !unknown.includes(each) && !offered.includes(each.dimension));
  return [
    ...faults,
    ...refused.map(({ dimension, path: at }) => ({
      path: at,
      message: `${metric} has no ${dimension}: one of ${offered.join(", ")}`,
    })),
  ];
}
