import { DefinitionFault, parseDashboard, type Dashboard } from "@watchfloor/dashboards";
import { DASHBOARD_KNOWLEDGE } from "./dashboard-knowledge.js";
import type { DashboardFault } from "./dashboard-problem.js";

/** MAX_TEXT_LENGTH: forty panels need some 12,000 characters. */
export const MAX_TEXT_LENGTH = 65_536;

/** ReadDashboard is a definition, or what is wrong in its text. */
export type ReadDashboard = { readonly dashboard: Dashboard } | { readonly faults: readonly DashboardFault[] };

/** readDashboard reads the text of a definition against the catalogue of metrics. */
export function readDashboard(text: string): ReadDashboard {
  if (text.length > MAX_TEXT_LENGTH)
    return { faults: [{ line: 1, field: "", detail: `is longer than ${MAX_TEXT_LENGTH} characters` }] };
  try {
    return { dashboard: parseDashboard({ file: "definition", text, knowledge: DASHBOARD_KNOWLEDGE }) };
  } catch (cause) {
    if (cause instanceof DefinitionFault) return { faults: cause.faults };
    throw cause;
  }
}
