import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { coversPlace, type RegionOf } from "../audience/alert-place.js";
import { AudienceService } from "../audience/audience.service.js";
import { explainUntold } from "../audience/explain-untold.js";
import { loadRegionOf } from "../audience/is-within-scope.js";
import { AuditTrailRepository } from "../contacts/audit-trail.repository.js";
import { ContactRepository, type ContactRow } from "../contacts/contact.repository.js";
import { isContactSeenBy } from "../contacts/is-contact-seen-by.js";
import type { NotificationProblem } from "../notification-problem.js";
import { IncidentFactsRepository } from "../planning/incident-facts.repository.js";
import { inTransaction } from "../planning/in-transaction.js";
import { IntentRepository, type IntentRow } from "../planning/intent.repository.js";
import { DeliveryRepository, type DeliveryFilter, type DeliveryRow } from "./delivery.repository.js";
import { readNotice } from "./read-notice.js";

const BATCH = 200;
/** A page is looked for among this many messages; whoever sees few of them asks for the next. */
const MOST_READ = 5_000;

/** LoggedDelivery is a message as people see it in the log. */
export interface LoggedDelivery {
  readonly row: DeliveryRow;
  readonly contactTitle: string;
  readonly incidents: readonly string[];
}

/** LoggedIntent is how one transition ended for one contact: why somebody was, or was not, told. */
export interface LoggedIntent {
  readonly row: IntentRow;
  readonly contactTitle: string;
}

/** UntoldReason says why a contact was never to be told of an incident. */
export interface UntoldReason {
  readonly contact: string;
  readonly contactTitle: string;
  readonly reason: string;
}

/** DeliveryLogService answers what was sent and why not, within what whoever asks may see of the places it tells of. */
export class DeliveryLogService {
  private readonly audiences: AudienceService;

  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly registry: Pick<RegistryService, "listStorePlaces">;
      readonly now: () => Date;
    },
  ) {
    this.audiences = new AudienceService(parts.registry);
  }

  /** list returns messages, newest first; those that were queued before `after` where it is the id of one. */
  async list(
    scope: Scope,
    { after = null, ...filter }: DeliveryFilter & { readonly after?: string | null },
  ): Promise<LoggedDelivery[]> {
    const { postgres } = this.parts;
    const view = await this.openView(scope);
    const seen: DeliveryRow[] = [];
    const last = after === null ? undefined : await new DeliveryRepository(postgres).find(scope.tenant, after);
    let beforeSeq: number | null = last?.seq ?? null;
    for (let read = 0; read < MOST_READ && seen.length < filter.first; read += BATCH) {
      const page: DeliveryFilter = { ...filter, first: BATCH, beforeSeq };
      const rows: DeliveryRow[] = await new DeliveryRepository(postgres).listLog(scope.tenant, page);
      seen.push(...rows.filter((row) => isVisible(scope, row, view)));
      beforeSeq = rows.at(-1)?.seq ?? null;
      if (rows.length < BATCH) break;
    }
    return seen.slice(0, filter.first).map((row) => ({
      ...{ row, contactTitle: view.contacts.get(row.contact)?.title ?? "a contact that was deleted" },
      incidents: readNotice(row.payload).incidents.map(({ incident }) => incident),
    }));
  }

  /** listDispositions returns how each transition of an incident ended for each contact. */
  async listDispositions(scope: Scope, incident: string): Promise<LoggedIntent[]> {
    const [rows, { regionOf, contacts }] = await Promise.all([
      new IntentRepository(this.parts.postgres).listOfIncident(scope.tenant, incident),
      this.openView(scope),
    ]);
    return rows
      .filter((row) => coversPlace(scope, row, regionOf))
      .map((row) => ({ row, contactTitle: contacts.get(row.contact)?.title ?? "a contact that was deleted" }));
  }

  /** explainUntold returns the contacts whoever asks may see that were never to be told of an incident, each with why. */
  async explainUntold(scope: Scope, incident: string): Promise<UntoldReason[]> {
    const { postgres, now } = this.parts;
    const facts = (await new IncidentFactsRepository(postgres).load(scope.tenant, [incident])).get(incident);
    const audience = await this.audiences.load(postgres, scope.tenant, now());
    if (facts === undefined || !coversPlace(scope, facts.subject.place, audience.regionOf)) return [];
    const rows = await new IntentRepository(postgres).listOfIncident(scope.tenant, incident);
    const asked = new Set(rows.map(({ contact }) => contact));
    return [...audience.contacts.values()]
      .filter((contact) => !asked.has(contact.id) && isContactSeenBy(scope, contact))
      .map(({ id, title, isEnabled, confirmedAt }) => {
        const subscriptions = audience.subscriptions.filter(({ contact }) => contact === id);
        const contact = { isEnabled, isConfirmed: confirmedAt !== null, subscriptions };
        const reason = explainUntold(contact, facts.subject, audience.regionOf);
        return { contact: id, contactTitle: title, reason };
      });
  }

  /** replay sends dead letters again, with the ids they had; returns those that are queued, and leaves out what is not dead or not to be seen. */
  async replay(scope: Scope, ids: readonly string[]): Promise<readonly string[] | NotificationProblem> {
    const { postgres, now } = this.parts;
    const view = await this.openView(scope);
    const rows = await new DeliveryRepository(postgres).findMany(scope.tenant, ids);
    const mine = rows.filter((row) => isVisible(scope, row, view));
    if (mine.length === 0) return { code: "NOT_FOUND", message: "There is no such message that you may see." };
    const queued: string[] = [];
    for (const row of mine.filter(({ state }) => state === "dead"))
      await inTransaction(postgres, async (within) => {
        const fresh = { state: "pending" as const, attempt: 0, isMinimal: false, nextAt: now(), endedAt: null };
        if (!(await new DeliveryRepository(within).cas(row, fresh))) return;
        await new IntentRepository(within).reopenDelivery(row.tenant, row.id);
        queued.push(row.id);
      });
    if (queued.length === 0) return { code: "NOT_ENDED", message: "Only messages that are dead are sent again." };
    for (const subject of queued)
      await new AuditTrailRepository(postgres).record(scope, { action: "replay", kind: "delivery", subject }, now());
    return queued;
  }

  private async openView({ tenant }: Scope): Promise<LogView> {
    const [regionOf, rows] = await Promise.all([
      loadRegionOf(this.parts.registry, tenant),
      new ContactRepository(this.parts.postgres).list(tenant),
    ]);
    return { regionOf, contacts: new Map(rows.map((row) => [row.id, row])) };
  }
}

interface LogView {
  readonly regionOf: RegionOf;
  readonly contacts: ReadonlyMap<string, ContactRow>;
}

/** A message is seen by whoever may see all that it tells of; what tells of nothing is a test, and seen by those who see its contact. */
function isVisible(scope: Scope, row: DeliveryRow, { regionOf, contacts }: LogView): boolean {
  const { incidents } = readNotice(row.payload);
  if (incidents.length === 0) return isContactSeenBy(scope, contacts.get(row.contact));
  return incidents.every(({ place }) => {
    const { client, channel, store, partner } = place;
    const of = { client: client ?? "", channel: channel ?? "", store: store ?? "", partner: partner ?? "" };
    return coversPlace(scope, of, regionOf);
  });
}
