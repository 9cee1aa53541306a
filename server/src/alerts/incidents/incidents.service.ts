import { randomUUID } from "node:crypto";
import type { Postgres } from "@watchfloor/sql";
import { buildGrantedScope } from "../../identity/session/build-granted-scope.js";
import { GrantRepository } from "../../identity/session/grant.repository.js";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import type { AlertProblem } from "../alert-problem.js";
import { AlertAuditRepository } from "../audit/alert-audit.repository.js";
import type { IncidentNote, IncidentRecord } from "./incident-record.js";
import { IncidentRepository, type IncidentChange } from "./incident.repository.js";
import { inTransaction } from "../planning/in-transaction.js";
import { buildAcknowledgement, takeIncident } from "./take-incident.js";
import { openAgain, RELEASED } from "./open-again.js";
import { isIncidentVisible } from "./is-incident-visible.js";
import { TransitionRepository, type TransitionRow } from "../publish/transition.repository.js";

const HOUR_MS = 3_600_000;
const MAX_UNTIL_MS = 30 * 24 * HOUR_MS;
const MAX_NOTE = 2_000;
const MAX_TRANSITIONS = 500;
const NOT_FOUND: AlertProblem = { code: "not_found", message: "There is no incident of that id." };
const RESOLVED: AlertProblem = { code: "already_resolved", message: "The incident is over: nothing can be changed." };

/** IncidentDetail is an incident with everything that happened to it. */
export interface IncidentDetail {
  readonly incident: IncidentRecord;
  readonly notes: readonly IncidentNote[];
  readonly transitions: readonly TransitionRow[];
  readonly children: readonly IncidentRecord[];
}

/** IncidentsService answers incidents within a scope and does what people do about them. Who may do what is decided before. */
export class IncidentsService {
  private readonly incidents: IncidentRepository;
  private readonly transitions: TransitionRepository;
  private readonly audit: AlertAuditRepository;
  private readonly grants: GrantRepository;

  constructor(private readonly parts: { postgres: Postgres; registry: RegistryService; now: () => Date }) {
    this.incidents = new IncidentRepository(parts.postgres);
    this.transitions = new TransitionRepository(parts.postgres);
    this.audit = new AlertAuditRepository(parts.postgres);
    this.grants = new GrantRepository(parts.postgres);
  }

  /** find returns an incident with its timeline; undefined when there is none within the scope. */
  async find(scope: Scope, id: string): Promise<IncidentDetail | undefined> {
    const incident = await this.findVisible(scope, id);
    if (incident === undefined) return undefined;
    const registry = await this.parts.registry.findVisible(scope);
    const [notes, transitions, children] = await Promise.all([
      this.incidents.listNotes(scope.tenant, id),
      this.transitions.listOfIncident(scope.tenant, id, MAX_TRANSITIONS),
      this.incidents.listChildren(scope.tenant, [id]),
    ]);
    return {
      incident,
      notes,
      transitions,
      children: children.filter((row) => isIncidentVisible(row, scope, registry)),
    };
  }

  /** acknowledge takes an incident until an instant; of a critical one four hours unless told. Doing it again adds a note alone. */
  async acknowledge(
    scope: Scope,
    id: string,
    { note, until }: { note: string; until: Date | null },
  ): Promise<IncidentDetail | AlertProblem> {
    const incident = await this.findVisible(scope, id);
    const problem = checkChange(incident, note) ?? this.checkUntil(until);
    if (incident === undefined || problem !== undefined) return problem ?? NOT_FOUND;
    const taken = { incident, by: scope.subjectId, isOwner: true, until, now: this.parts.now() };
    // Of two people who acknowledge at once the second one merely adds their words.
    const isTaken = await inTransaction(this.parts.postgres, (within) => takeIncident(within, taken));
    const change = buildAcknowledgement(taken);
    return this.record(scope, incident, { kind: isTaken ? "acknowledged" : "note", note, change });
  }

  /** withdraw opens an acknowledged incident again. */
  async withdraw(scope: Scope, id: string, note: string): Promise<IncidentDetail | AlertProblem> {
    const incident = await this.findVisible(scope, id);
    const problem = checkChange(incident, note);
    if (incident === undefined || problem !== undefined) return problem ?? NOT_FOUND;
    const of = { tenant: scope.tenant, incident: id, why: "withdrawn" as const, now: this.parts.now() };
    const isOpen =
      (await inTransaction(this.parts.postgres, (within) => openAgain(within, of))) ||
      (await this.incidents.change(scope.tenant, id, { status: "open" }, ["open"]));
    return isOpen ? this.record(scope, incident, { kind: "withdrawn", note, change: { ...RELEASED } }) : RESOLVED;
  }

  /** resolve closes an incident. Where it fires still it stays closed until the episode ends: muted until recovery. */
  async resolve(scope: Scope, id: string, note: string): Promise<IncidentDetail | AlertProblem> {
    const change = {
      status: "resolved" as const,
      resolvedAt: this.parts.now(),
      resolveReason: "manual",
      isMuted: true,
    };
    return this.change(scope, id, { kind: "resolved_by_hand", note, change });
  }

  /** assign gives an incident to a person of the tenant who sees all of it, or to nobody. */
  async assign(scope: Scope, id: string, owner: string | null): Promise<IncidentDetail | AlertProblem> {
    const incident = await this.findVisible(scope, id);
    if (owner !== null && incident !== undefined && !(await this.maySee(scope.tenant, owner, incident)))
      return { code: "unknown_person", message: "Nobody of that id in this workspace sees the incident." };
    return this.change(scope, id, { kind: "assigned", note: owner ?? "", change: { owner } });
  }

  /** addNote writes into the timeline, also of an incident that is over. */
  async addNote(scope: Scope, id: string, note: string): Promise<IncidentDetail | AlertProblem> {
    const incident = await this.findVisible(scope, id);
    if (incident === undefined) return NOT_FOUND;
    if (note.trim() === "") return { code: "invalid_note", message: "Write something." };
    return checkNote(note) ?? this.record(scope, incident, { kind: "note", note, change: {} });
  }

  private async change(scope: Scope, id: string, deed: Deed): Promise<IncidentDetail | AlertProblem> {
    const incident = await this.findVisible(scope, id);
    const problem = checkChange(incident, deed.note);
    if (incident === undefined || problem !== undefined) return problem ?? NOT_FOUND;
    const isChanged = await this.incidents.change(scope.tenant, id, deed.change, ["open", "acknowledged"]);
    return isChanged ? this.record(scope, incident, deed) : RESOLVED;
  }

  private async record(scope: Scope, incident: IncidentRecord, deed: Deed): Promise<IncidentDetail | AlertProblem> {
    const { kind, note, change } = deed;
    const at = this.parts.now();
    const detail: Record<string, unknown> = { ...change };
    const entry = { id: randomUUID(), incident: incident.id, at, kind, author: scope.subjectId, text: note, detail };
    await this.incidents.addNotes(scope.tenant, [entry]);
    const before = Object.fromEntries(Object.keys(change).map((name) => [name, Reflect.get(incident, name)]));
    await this.audit.add(scope.tenant, {
      ...{ at, actor: scope.subjectId, action: kind, subjectKind: "incident", subject: incident.id },
      ...{ before, after: { ...detail, note } },
    });
    return (await this.find(scope, incident.id)) ?? NOT_FOUND;
  }

  private async findVisible(scope: Scope, id: string): Promise<IncidentRecord | undefined> {
    const incident = await this.incidents.find(scope.tenant, id);
    if (incident === undefined) return undefined;
    return isIncidentVisible(incident, scope, await this.parts.registry.findVisible(scope)) ? incident : undefined;
  }

  private async maySee(tenant: string, person: string, incident: IncidentRecord): Promise<boolean> {
    const grant = await this.grants.findGrant(tenant, person);
    if (grant === undefined) return false;
    const scope = buildGrantedScope({ tenant, role: grant.role, subjectId: person, limits: grant.scope });
    return scope !== undefined && isIncidentVisible(incident, scope, await this.parts.registry.findVisible(scope));
  }

  private checkUntil(until: Date | null): AlertProblem | undefined {
    if (until === null) return undefined;
    const ahead = until.getTime() - this.parts.now().getTime();
    if (ahead > 0 && ahead <= MAX_UNTIL_MS) return undefined;
    return { code: "invalid_until", message: "Choose an instant within the next 30 days." };
  }
}

interface Deed {
  readonly kind: string;
  readonly note: string;
  readonly change: IncidentChange;
}

function checkChange(incident: IncidentRecord | undefined, note: string): AlertProblem | undefined {
  if (incident === undefined) return NOT_FOUND;
  return incident.status === "resolved" ? RESOLVED : checkNote(note);
}

function checkNote(note: string): AlertProblem | undefined {
  return note.length <= MAX_NOTE
    ? undefined
    : { code: "invalid_note", message: `A note has at most ${MAX_NOTE} characters.` };
}
