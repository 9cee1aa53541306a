import type { schema } from "@watchfloor/sql";

/** IncidentRecord is an incident as it is kept. */
export type IncidentRecord = typeof schema.alertIncident.$inferSelect;

/** IncidentNote is one entry of the timeline of an incident. */
export type IncidentNote = typeof schema.alertIncidentNote.$inferSelect;

/** IncidentStatus is where an incident stands. */
export type IncidentStatus = IncidentRecord["status"];
