import type { IncidentDefinition } from "@watchfloor/dashboards";

/** Incident is one occurrence of a named trouble: whom it hits and in which half-open range of milliseconds. */
export interface Incident {
  readonly id: string;
  readonly kind: IncidentDefinition["kind"];
  readonly title: string;
  readonly client: string;
  readonly region: string;
  readonly store: string;
  readonly partner: string;
  readonly priceList: string;
  readonly fromMs: number;
  readonly toMs: number;
}
