import { schema, type Postgres } from "@watchfloor/sql";

/** ALERT_TABLES are the tables of alerts that have a tenant. */
export const ALERT_TABLES = [
  "alert_rule",
  "alert_rule_version",
  "alert_document",
  "alert_transition",
  "alert_incident",
  "alert_incident_note",
  "alert_audit",
  "contact",
  "subscription",
  "silence",
  "escalation_policy",
  "inhibition",
  "message_template",
  "alert_intent",
  "delivery",
  "alert_image",
] as const;

const at = new Date("2026-06-01T08:00:00Z");

/** fillAlertTables puts one row of a tenant into each of `ALERT_TABLES`, with `of <tenant>` in what could be read by another. */
export async function fillAlertTables({ db }: Postgres, tenant: string): Promise<void> {
  const words = `of ${tenant}`;
  const labels = { store: words };
  const rule = { tenant, ruleId: "rule", ruleVersion: 1, fingerprint: words, labels, severity: "critical" as const };
  await db.insert(schema.alertRule).values({ tenant, id: "rule", version: 1, createdAt: at, changedAt: at });
  await db
    .insert(schema.alertRuleVersion)
    .values({ tenant, id: "rule", version: 1, definition: { title: words }, createdAt: at, createdBy: words });
  await db.insert(schema.alertDocument).values({ tenant, key: "rule:rule", version: 1, doc: { words }, nextAt: at });
  await db.insert(schema.alertTransition).values({
    ...{ ...rule, id: "transition", kind: "fired", slotAt: at, fromState: "inactive", state: "firing" },
    ...{ transitionSeq: 1, episodeSeq: 1, incidentId: "incident", evidence: { words }, recordedAt: at },
  });
  await db.insert(schema.alertIncident).values({ ...rule, id: "incident", status: "open", title: words, firedAt: at });
  await db
    .insert(schema.alertIncidentNote)
    .values({ tenant, id: "note", incident: "incident", at, kind: "note", author: words, text: words });
  await db
    .insert(schema.alertAudit)
    .values({ tenant, id: "audit", at, actor: words, action: "save", subjectKind: "rule", subject: "rule" });
  await fillNotificationTables({ db }, tenant, words);
}

async function fillNotificationTables({ db }: Pick<Postgres, "db">, tenant: string, words: string): Promise<void> {
  const made = { createdBy: words, createdAt: at };
  await db.insert(schema.contact).values({
    ...{ tenant, id: "contact", title: words, kind: "webhook", mode: "event", owner: words },
    ...{ createdAt: at, changedAt: at },
  });
  await db
    .insert(schema.subscription)
    .values({ tenant, id: "subscription", contact: "contact", limits: "{}", ...made, changedAt: at });
  await db.insert(schema.silence).values({
    ...{ tenant, id: "silence", matchers: [], limits: "{}", startsAt: at, endsAt: at, comment: words },
    ...made,
  });
  await db
    .insert(schema.escalationPolicy)
    .values({ tenant, id: "policy", version: 1, title: words, steps: [], ...made });
  await db
    .insert(schema.inhibition)
    .values({ tenant, id: "inhibition", title: words, source: [], target: [], limits: "{}", ...made, changedAt: at });
  await db.insert(schema.messageTemplate).values({
    ...{ tenant, id: "template", version: 1, name: words, medium: "mail", title: words, text: words, isInUse: true },
    ...{ savedBy: words, savedAt: at },
  });
  await db.insert(schema.alertIntent).values({
    ...{ tenant, id: "intent", transition: "transition", kind: "fired", incident: "incident", contact: "contact" },
    ...{ thread: words, detail: { words }, createdAt: at },
  });
  await db.insert(schema.delivery).values({
    ...{ tenant, id: "delivery", version: 1, contact: "contact", channel: "webhook", stream: words, purpose: "fired" },
    ...{ severity: "critical", payload: { words }, state: "pending", createdAt: at, nextAt: at },
  });
  await db.insert(schema.alertImage).values({
    ...{
      tenant,
      incident: "incident",
      key: words,
      result: "made",
      alt: words,
      png: new Uint8Array([1]),
      createdAt: at,
    },
  });
}
