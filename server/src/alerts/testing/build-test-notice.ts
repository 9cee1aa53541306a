import type { Notice, NoticeIncident } from "../channels/notice.js";

const FIRED_AT = Date.UTC(2026, 3, 10, 12, 0);

/** buildTestIncident is a critical incident at a store, unless told otherwise. */
export function buildTestIncident(given: Partial<NoticeIncident> = {}): NoticeIncident {
  return {
    incident: "1".repeat(64),
    transition: "2".repeat(64),
    seq: 1,
    rule: { id: "late", name: "Orders late", version: 3, kind: "threshold", severity: "critical" },
    labels: { workflow: "order-to-erp" },
    place: { client: "northmart", store: "nm-001", channel: null, partner: null },
    state: "firing",
    isNew: true,
    reason: null,
    activeAt: FIRED_AT - 120_000,
    firedAt: FIRED_AT,
    resolvedAt: null,
    value: 42,
    threshold: 10,
    windowSeconds: 300,
    summary: "42 orders are late.",
    runbook: null,
    ...given,
  };
}

/** buildTestNotice says that one incident fired, unless told otherwise. */
export function buildTestNotice(given: Partial<Notice> = {}): Notice {
  const incidents = given.incidents ?? [buildTestIncident()];
  return {
    kind: "fired",
    delivery: "a".repeat(64),
    thread: incidents[0]?.incident ?? "3".repeat(64),
    at: FIRED_AT,
    more: 0,
    remarks: [],
    ...given,
    incidents,
  };
}
