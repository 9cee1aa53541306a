import { parseDefinition } from "../definition/parse-definition.js";
import { buildDashboardSchema } from "./build-dashboard-schema.js";
import type { Dashboard } from "./dashboard.js";
import type { DashboardKnowledge } from "./dashboard-knowledge.js";

/** parseDashboard reads the text of a definition. Throws `DefinitionFault` with the line of each fault. */
export function parseDashboard(options: { file: string; text: string; knowledge: DashboardKnowledge }): Dashboard {
  const { file, text, knowledge } = options;
  return parseDefinition({ file, text, schema: buildDashboardSchema(knowledge) });
}
