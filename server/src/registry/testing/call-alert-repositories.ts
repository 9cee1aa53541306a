import type { Postgres } from "@watchfloor/sql";
import { AlertAuditRepository } from "../../alerts/audit/alert-audit.repository.js";
import { AlertRuleRepository } from "../../alerts/rules/alert-rule.repository.js";
import { IncidentRepository } from "../../alerts/incidents/incident.repository.js";
import { IncidentPeopleRepository } from "../../alerts/incidents/incident-people.repository.js";
import { PlaceTitlesRepository } from "../../alerts/links/place-titles.repository.js";
import { TransitionRepository } from "../../alerts/publish/transition.repository.js";
import { checkDispositions } from "../../alerts/delivery/check-dispositions.js";
import { AlertDocumentRepository } from "../../alerts/store/alert-document.repository.js";

const now = new Date("2026-06-01T08:00:00Z");

/** ALERT_CALLS does with every repository of alerts what it can do, for tenant `mine`, by the file it is in. */
export const ALERT_CALLS: Readonly<Record<string, (postgres: Postgres) => Promise<unknown>>> = {
  "server/src/alerts/store/alert-document.repository.ts": async (postgres) => {
    const repository = new AlertDocumentRepository(postgres);
    const change = { key: "rule:rule", version: 1, doc: { words: "of mine" }, nextAt: null };
    await repository.deleteEnded("mine", { now, endedBefore: now });
    return [await repository.get("mine", change.key), await repository.cas("mine", change)];
  },
  "server/src/alerts/delivery/check-dispositions.ts": (postgres) =>
    checkDispositions(postgres, { tenant: "mine", now: new Date(now.getTime() + 2 * 86_400_000) }),
  "server/src/alerts/rules/alert-rule.repository.ts": async (postgres) => {
    const repository = new AlertRuleRepository(postgres);
    const saved = { id: "rule", definition: {}, fingerprint: "", createdAt: now, createdBy: "p" };
    return [
      await repository.list("mine"),
      await repository.listVersions("mine", "rule"),
      await repository.addVersion("mine", saved, 1),
      await repository.setPaused("mine", "rule", true, now),
      await repository.delete("mine", "rule", now),
    ];
  },
  "server/src/alerts/publish/transition.repository.ts": async (postgres) => {
    const repository = new TransitionRepository(postgres);
    const all = { from: new Date(0), to: new Date(now.getTime() + 1), limit: 10 };
    return [
      await repository.listOfIncident("mine", "incident", 10),
      await repository.listOfRule("mine", "rule", all),
      await repository.insert("mine", [], now),
    ];
  },
  "server/src/alerts/audit/alert-audit.repository.ts": async (postgres) => {
    const repository = new AlertAuditRepository(postgres);
    const of = { at: now, actor: "p", action: "save", subjectKind: "rule", subject: "rule" } as const;
    await repository.add("mine", { ...of, before: null, after: null });
    return repository.listOf("mine", "rule", "rule", 10);
  },
  "server/src/alerts/incidents/incident.repository.ts": async (postgres) => {
    const repository = new IncidentRepository(postgres);
    const note = { id: "note", incident: "incident", at: now, kind: "note", author: "p", text: "of mine", detail: {} };
    await repository.addNotes("mine", [note]);
    return [
      await repository.change("mine", "incident", { status: "resolved" }),
      await repository.find("mine", "incident"),
      await repository.listUnresolved("mine", 10),
      await repository.listChildren("mine", ["incident"]),
      await repository.list("mine", { limit: 10 }),
      await repository.list("mine", { limit: 10, words: "of", order: { by: "worst", moneyRules: ["rule"] } }),
      await repository.listNotes("mine", "incident"),
      await repository.listExpired("mine", now),
    ];
  },
  "server/src/alerts/links/place-titles.repository.ts": (postgres) =>
    new PlaceTitlesRepository(postgres).describe("mine", { client: "c", channel: "ch", store: "s", partner: "p" }),
  "server/src/alerts/incidents/incident-people.repository.ts": async (postgres) => {
    const repository = new IncidentPeopleRepository(postgres);
    const granted = await repository.listGranted("mine", ["administrator", "operations"]);
    // What somebody sees knows its tenant; the rows are compared as text.
    return [granted.map(({ id, name }) => ({ id, name })), await repository.findNames("mine", ["p", "other"])];
  },
};
