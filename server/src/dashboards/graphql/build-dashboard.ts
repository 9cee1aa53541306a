import type { Dashboard as Declared } from "@watchfloor/dashboards";
import type { DashboardProblem as Refused } from "../dashboard-problem.js";
import type { OpenDashboard } from "../dashboards.service.js";
import { buildPanel } from "./build-panel.js";
import type { Dashboard, DashboardDefinition, DashboardProblem, DashboardSummary } from "./dashboard.type.js";
import { toWord } from "./to-word.js";

/** buildSummary shows a dashboard in a list. */
export function buildSummary({ stored, dashboard, mayChange }: OpenDashboard): DashboardSummary {
  const { id, version, isSeed, hasSeed, createdAt, author } = stored;
  const { title, description, audience } = dashboard;
  return {
    id,
    title,
    description,
    audience: toWord(audience),
    version,
    isSeed,
    hasSeed,
    savedAt: createdAt,
    author,
    mayChange,
  };
}

/** buildDashboardAnswer shows a dashboard, or why there is none. */
export function buildDashboardAnswer(found: OpenDashboard | Refused): Dashboard | DashboardProblem {
  if ("code" in found) return buildDashboardProblem(found);
  return { ...buildSummary(found), text: found.stored.text, definition: buildDashboardDefinition(found.dashboard) };
}

/** buildDashboardProblem shows why nothing was opened or changed. */
export function buildDashboardProblem({ code, message, faults }: Refused): DashboardProblem {
  return { code: toWord(code), message, faults: [...faults] };
}

/** buildDashboardDefinition shows what a definition says. */
export function buildDashboardDefinition(declared: Declared): DashboardDefinition {
  const { id, title, description, audience, headline, variables, range, compare, panels } = declared;
  return {
    ...{ id, title, description, range },
    audience: toWord(audience),
    headline: toWord(headline),
    compare: toWord(compare),
    variables: variables.map(({ name, isRequired }) => ({ name: toWord(name), isRequired })),
    panels: panels.map(buildPanel),
  };
}
