import { schema, type Postgres } from "@watchfloor/sql";
import { and, asc, count, eq, gt, inArray, ne, type SQL } from "drizzle-orm";
import { z } from "zod";
import type { NoticeIncident } from "../channels/notice.js";
import type { FiringAlert } from "../mute/find-inhibitor.js";
import type { IncidentFacts } from "./incident-facts.js";

const { alertIncident, alertRuleVersion, alertTransition, person } = schema;

type IncidentRow = typeof alertIncident.$inferSelect;
type TransitionRow = typeof alertTransition.$inferSelect;

/** What of a rule and of its evidence is told; whatever else they hold is left alone. */
const ruleWords = z.object({
  title: z.string().catch(""),
  kind: z.string().catch(""),
  runbook: z.string().catch(""),
  windowSeconds: z.number().nullable().catch(null),
});
const evidenceWords = z.object({ summary: z.string().catch(""), title: z.string().catch("") });

type RuleWords = z.infer<typeof ruleWords>;

/** RulePlace is where an instance of a rule is; '' = everywhere. */
export type RulePlace = Pick<IncidentRow, "ruleId" | "client" | "channel" | "store" | "partner">;

/** IncidentFactsRepository reads what is told about the incidents of one tenant at a time. */
export class IncidentFactsRepository {
  constructor(private readonly postgres: Postgres) {}

  /** load returns the facts of incidents by their ids; those that are not there are missing. */
  async load(tenant: string, incidents: readonly string[]): Promise<Map<string, IncidentFacts>> {
    const ids = [...new Set(incidents)];
    if (ids.length === 0) return new Map();
    const { db } = this.postgres;
    const [rows, transitions] = await Promise.all([
      db
        .select()
        .from(alertIncident)
        .where(and(eq(alertIncident.tenant, tenant), inArray(alertIncident.id, ids))),
      db
        .select()
        .from(alertTransition)
        .where(and(eq(alertTransition.tenant, tenant), inArray(alertTransition.incidentId, ids)))
        .orderBy(asc(alertTransition.transitionSeq)),
    ]);
    const [rules, names] = [await this.loadRules(tenant, rows), await this.loadNames(rows)];
    return new Map(
      rows.map((row) => {
        const of = transitions.filter(({ incidentId }) => incidentId === row.id);
        return [
          row.id,
          buildFacts(row, { transitions: of, rule: rules.get(`${row.ruleId} ${row.ruleVersion}`), names }),
        ];
      }),
    );
  }

  /** listFiring returns the incidents that go on, as far as they mute others; `around` limits them to those of one rule at one place, or wider. */
  async listFiring(tenant: string, around?: RulePlace): Promise<FiringAlert[]> {
    const rows = await this.postgres.db
      .select()
      .from(alertIncident)
      .where(and(eq(alertIncident.tenant, tenant), ne(alertIncident.status, "resolved"), limitTo(around)));
    const rules = await this.loadRules(tenant, rows);
    return rows.map((row) => ({
      ...{ incident: row.id, ruleId: row.ruleId, severity: row.severity, labels: row.labels, place: readPlace(row) },
      ruleKind: rules.get(`${row.ruleId} ${row.ruleVersion}`)?.kind ?? "",
    }));
  }

  /** countEpisodes counts how often an instance has fired since an instant. */
  async countEpisodes(tenant: string, of: { ruleId: string; fingerprint: string }, since: Date): Promise<number> {
    const isOf = and(eq(alertIncident.ruleId, of.ruleId), eq(alertIncident.fingerprint, of.fingerprint));
    const [row] = await this.postgres.db
      .select({ episodes: count() })
      .from(alertIncident)
      .where(and(eq(alertIncident.tenant, tenant), isOf, gt(alertIncident.firedAt, since)));
    return row?.episodes ?? 0;
  }

  /** Names of the people who took something on; whoever is none of them goes by the word that was kept. */
  private async loadNames(rows: readonly IncidentRow[]): Promise<Map<string, string>> {
    const ids = [...new Set(rows.flatMap(({ acknowledgedBy }) => (acknowledgedBy === null ? [] : [acknowledgedBy])))];
    if (ids.length === 0) return new Map();
    const { id, name } = person;
    const people = await this.postgres.db.select({ id, name }).from(person).where(inArray(id, ids));
    return new Map(people.map((each) => [each.id, each.name]));
  }

  private async loadRules(tenant: string, incidents: readonly IncidentRow[]): Promise<Map<string, RuleWords>> {
    const ids = [...new Set(incidents.map(({ ruleId }) => ruleId))];
    if (ids.length === 0) return new Map();
    const { id, version, definition } = alertRuleVersion;
    const rows = await this.postgres.db
      .select({ id, version, definition })
      .from(alertRuleVersion)
      .where(and(eq(alertRuleVersion.tenant, tenant), inArray(id, ids)));
    return new Map(rows.map((row) => [`${row.id} ${row.version}`, ruleWords.parse(row.definition)]));
  }
}

function limitTo(around: RulePlace | undefined): SQL | undefined {
  if (around === undefined) return undefined;
  const { client, channel, store, partner } = alertIncident;
  return and(
    eq(alertIncident.ruleId, around.ruleId),
    inArray(client, ["", around.client]),
    inArray(channel, ["", around.channel]),
    inArray(store, ["", around.store]),
    inArray(partner, ["", around.partner]),
  );
}

interface KnownOfIncident {
  readonly transitions: readonly TransitionRow[];
  readonly rule: RuleWords | undefined;
  readonly names: ReadonlyMap<string, string>;
}

function buildFacts(row: IncidentRow, { transitions, rule, names }: KnownOfIncident): IncidentFacts {
  const fired = transitions.find(({ kind }) => kind === "fired");
  const ended = transitions.findLast(({ kind }) => kind === "resolved");
  const last = ended ?? fired;
  const words = evidenceWords.parse(fired?.evidence ?? {});
  const place = readPlace(row);
  const subject = { ruleId: row.ruleId, severity: row.severity, labels: row.labels, place };
  const name = rule?.title === undefined || rule.title === "" ? words.title || row.title : rule.title;
  return {
    ...{ subject, fingerprint: row.fingerprint, status: row.status },
    acknowledgedUntil: row.acknowledgedUntil?.getTime() ?? null,
    notice: {
      ...{ incident: row.id, transition: last?.id ?? null, seq: last?.transitionSeq ?? 0, labels: row.labels },
      rule: { id: row.ruleId, name, version: row.ruleVersion, kind: rule?.kind ?? "", severity: row.severity },
      place: {
        ...{ client: place.client || null, store: place.store || null },
        ...{ channel: place.channel || null, partner: place.partner || null },
      },
      state: ended === undefined && row.status !== "resolved" ? "firing" : "resolved",
      ...{ isNew: false, reason: ended?.reason ?? row.resolveReason, activeAt: fired?.activeAt?.getTime() ?? null },
      firedAt: row.firedAt.getTime(),
      resolvedAt: ended?.slotAt.getTime() ?? row.resolvedAt?.getTime() ?? null,
      value: last?.value ?? row.value,
      threshold: row.threshold,
      windowSeconds: rule?.windowSeconds ?? null,
      summary: words.summary,
      runbook: rule?.runbook.startsWith("https://") === true ? rule.runbook : null,
      acknowledged: readAcknowledgement(row, names),
    },
  };
}

function readAcknowledgement(
  { acknowledgedBy, acknowledgedAt }: IncidentRow,
  names: ReadonlyMap<string, string>,
): NonNullable<NoticeIncident["acknowledged"]> | null {
  if (acknowledgedAt === null) return null;
  const by = names.get(acknowledgedBy ?? "") ?? acknowledgedBy ?? "somebody";
  return { by, at: acknowledgedAt.getTime() };
}

function readPlace({ client, channel, store, partner }: IncidentRow) {
  return { client, channel, store, partner };
}
