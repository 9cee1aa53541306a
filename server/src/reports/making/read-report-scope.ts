import { z } from "zod";
import { ROLES } from "../../scope/role.js";
import { buildScope, type Scope, type ScopeLimits } from "../../scope/scope.js";
import type { ReportRecord } from "../store/report-record.js";

const ids = z.array(z.string()).nullable();
const limitsText = z.strictObject({
  clients: z.array(z.string()),
  regions: ids,
  stores: ids,
  channels: ids,
  partners: ids,
});

/** buildReportLimits narrows what somebody sees to one client of it: what a report is made within. */
export function buildReportLimits({ regions, stores, channels, partners }: ScopeLimits, client: string): ScopeLimits {
  return { clients: [client], regions, stores, channels, partners };
}

/** readReportLimits reads the limits of a report as they are kept. Throws when they cannot be understood: a damaged row opens nothing. */
export function readReportLimits({ limits }: Pick<ReportRecord, "limits">): ScopeLimits {
  return limitsText.parse(JSON.parse(limits));
}

/** readReportScope returns the scope that a report is made within: that of whoever asked, narrowed to its client. */
export function readReportScope(record: Pick<ReportRecord, "limits" | "tenant" | "role" | "requestedBy">): Scope {
  const { tenant, role, requestedBy } = record;
  return buildScope({ ...readReportLimits(record), tenant, role: z.enum(ROLES).parse(role), subjectId: requestedBy });
}
