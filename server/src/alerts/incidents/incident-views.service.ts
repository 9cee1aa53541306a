import { alertRuleSchema, type AlertRule } from "@watchfloor/dashboards";
import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Role } from "../../scope/role.js";
import type { Scope } from "../../scope/scope.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import { chooseRuleUnit } from "../rules/choose-rule-unit.js";
import { buildIncidentKey, type IncidentOrder } from "./incident-order.js";
import { IncidentPeopleRepository, type IncidentPerson } from "./incident-people.repository.js";
import type { IncidentRecord } from "./incident-record.js";
import { IncidentRepository, type IncidentQuestion } from "./incident.repository.js";
import { isIncidentVisible } from "./is-incident-visible.js";
import { isWithinPlaceFilter, type PlaceFilter } from "./is-within-place-filter.js";
import type { IncidentDetail } from "./incidents.service.js";

const BATCH = 500;
/** As many are looked at when incidents are grouped by their cause. */
const MAX_OPEN = 5_000;
const MAX_ALIKE = 30;

/** IncidentListQuestion asks for a page of incidents. */
export interface IncidentListQuestion extends Omit<IncidentQuestion, "order"> {
  readonly by: IncidentOrder["by"];
  readonly within?: PlaceFilter | undefined;
  /** Leaves out what the answer has the cause of. */
  readonly isGrouped: boolean;
}

/** IncidentFacts is what is shown beside incidents: what their rules measure, and what they are the cause of. */
export interface IncidentFacts {
  readonly rules: ReadonlyMap<string, { readonly title: string; readonly unit: string }>;
  readonly children: ReadonlyMap<string, { readonly all: number; readonly unresolved: number }>;
  readonly people: readonly IncidentPerson[];
}

/** IncidentPage is what was found of a page, at most one more than was asked for, and the order it stands in. */
export interface IncidentPage {
  readonly rows: readonly IncidentRecord[];
  readonly order: IncidentOrder;
  readonly facts: IncidentFacts;
}

/** IncidentStanding counts the incidents that are not over, each with what it is the cause of as one. */
export interface IncidentStanding {
  readonly critical: number;
  readonly warning: number;
  readonly info: number;
  readonly acknowledged: number;
}

/** IncidentStory is an incident with everything a page about it shows. */
export interface IncidentStory {
  readonly detail: IncidentDetail;
  readonly parent: IncidentRecord | undefined;
  /** Episodes of the same instance, newest first, without itself. */
  readonly alike: readonly IncidentRecord[];
  /** As it was when it fired. */
  readonly rule: AlertRule | undefined;
  readonly facts: IncidentFacts;
}

/** IncidentViews answers lists of incidents and what stands beside them, within the scope of whoever asks. */
export class IncidentViews {
  private readonly incidents: IncidentRepository;
  private readonly rules: AlertRuleRepository;
  private readonly people: IncidentPeopleRepository;

  constructor(private readonly parts: { postgres: Postgres; registry: RegistryService }) {
    this.incidents = new IncidentRepository(parts.postgres);
    this.rules = new AlertRuleRepository(parts.postgres);
    this.people = new IncidentPeopleRepository(parts.postgres);
  }

  /** list returns up to `limit` incidents within a scope. */
  async list(scope: Scope, asked: IncidentListQuestion): Promise<IncidentPage> {
    const { by, within, isGrouped, limit, ...more } = asked;
    const rules = await this.readRules(scope.tenant);
    const moneyRules = [...rules].flatMap(([id, { unit }]) => (unit === "money" ? [id] : []));
    const order: IncidentOrder = by === "newest" ? { by } : { by, moneyRules };
    const question = { ...more, order, clients: within?.clients ?? undefined };
    const isShown = await this.buildFilter(scope, within);
    const rows: IncidentRecord[] = [];
    let after = asked.after;
    while (rows.length < limit) {
      const batch = await this.incidents.list(scope.tenant, { ...question, after, limit: BATCH });
      const shown = batch.filter(isShown);
      rows.push(...(isGrouped ? await this.dropCaused(scope.tenant, shown, { question, isShown }) : shown));
      const last = batch[batch.length - 1];
      if (batch.length < BATCH || last === undefined) break;
      after = buildIncidentKey(last, order);
    }
    const page = rows.slice(0, limit);
    return { rows: page, order, facts: await this.readFacts(scope, page, rules) };
  }

  /** stand counts what is not over within a scope. */
  async stand(scope: Scope, within: PlaceFilter): Promise<IncidentStanding> {
    const isShown = await this.buildFilter(scope, within);
    const open = (await this.incidents.listUnresolved(scope.tenant, MAX_OPEN)).filter(isShown);
    const ids = new Set(open.map(({ id }) => id));
    const roots = open.filter(({ parent }) => parent === null || !ids.has(parent));
    const count = (severity: IncidentRecord["severity"]) =>
      roots.filter((row) => row.status === "open" && row.severity === severity).length;
    const acknowledged = roots.filter(({ status }) => status === "acknowledged").length;
    return { critical: count("critical"), warning: count("warning"), info: count("info"), acknowledged };
  }

  /** tell adds to an incident that somebody may see what stands around it. */
  async tell(scope: Scope, detail: IncidentDetail): Promise<IncidentStory> {
    const { incident, children, notes } = detail;
    const isShown = await this.buildFilter(scope, undefined);
    const { ruleId, fingerprint, parent } = incident;
    const [[above], episodes, rules, rule] = await Promise.all([
      this.incidents.findMany(scope.tenant, parent === null ? [] : [parent]),
      this.incidents.list(scope.tenant, { instance: { ruleId, fingerprint }, limit: MAX_ALIKE + 1 }),
      this.readRules(scope.tenant),
      this.findRule(scope.tenant, incident),
    ]);
    const alike = episodes.filter((row) => row.id !== incident.id && isShown(row));
    const cause = above !== undefined && isShown(above) ? above : undefined;
    const around = [incident, ...children, ...alike, ...(cause === undefined ? [] : [cause])];
    const facts = await this.readFacts(scope, around, rules, [
      ...notes.flatMap(({ author, kind, text }) => [author, kind === "assigned" ? text : ""]),
    ]);
    return { detail, parent: cause, alike, rule, facts };
  }

  /** listAssignees returns who has one of the roles and sees all of an incident, by name. */
  async listAssignees(scope: Scope, incident: IncidentRecord, roles: readonly Role[]): Promise<IncidentPerson[]> {
    const granted = await this.people.listGranted(scope.tenant, roles);
    const found = await Promise.all(
      granted.map(async ({ id, name, scope: theirs }) => {
        const registry = await this.parts.registry.findVisible(theirs);
        return isIncidentVisible(incident, theirs, registry) ? [{ id, name }] : [];
      }),
    );
    return found.flat();
  }

  private async buildFilter(scope: Scope, within: PlaceFilter | undefined): Promise<(row: IncidentRecord) => boolean> {
    const registry = await this.parts.registry.findVisible(scope);
    return (row) => isIncidentVisible(row, scope, registry) && isWithinPlaceFilter(row, within ?? {}, registry);
  }

  /** What would stand in the answer under its cause; a cause that does not fit the question leaves what it caused where it is. */
  private async dropCaused(
    tenant: string,
    rows: readonly IncidentRecord[],
    { question, isShown }: { question: Omit<IncidentQuestion, "limit">; isShown: (row: IncidentRecord) => boolean },
  ): Promise<IncidentRecord[]> {
    const parents = [...new Set(rows.flatMap(({ parent }) => (parent === null ? [] : [parent])))];
    if (parents.length === 0) return [...rows];
    const asked = { ...question, ids: parents, after: undefined, limit: parents.length };
    const causes = new Set((await this.incidents.list(tenant, asked)).filter(isShown).map(({ id }) => id));
    return rows.filter(({ parent }) => parent === null || !causes.has(parent));
  }

  private async readFacts(
    scope: Scope,
    rows: readonly IncidentRecord[],
    rules: IncidentFacts["rules"],
    named: readonly string[] = [],
  ): Promise<IncidentFacts> {
    const isShown = await this.buildFilter(scope, undefined);
    const ids = rows.map(({ id }) => id);
    const below = (await this.incidents.listChildren(scope.tenant, ids)).filter(isShown);
    const children = new Map<string, { all: number; unresolved: number }>();
    for (const { parent, status } of below) {
      const { all, unresolved } = children.get(parent ?? "") ?? { all: 0, unresolved: 0 };
      children.set(parent ?? "", { all: all + 1, unresolved: unresolved + (status === "resolved" ? 0 : 1) });
    }
    const who = rows.flatMap(({ owner, acknowledgedBy }) => [owner ?? "", acknowledgedBy ?? ""]);
    return { rules, children, people: await this.people.findNames(scope.tenant, [...who, ...named]) };
  }

  private async readRules(tenant: string): Promise<IncidentFacts["rules"]> {
    const rules = await this.rules.list(tenant);
    return new Map(rules.map(({ id, rule }) => [id, { title: rule.title, unit: chooseRuleUnit(rule) }]));
  }

  private async findRule(tenant: string, { ruleId, ruleVersion }: IncidentRecord): Promise<AlertRule | undefined> {
    const versions = await this.rules.listVersions(tenant, ruleId);
    const saved = versions.find(({ version }) => version === ruleVersion) ?? versions[0];
    const parsed = alertRuleSchema.safeParse(saved?.definition);
    return parsed.success ? parsed.data : undefined;
  }
}
