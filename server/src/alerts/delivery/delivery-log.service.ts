import type { Postgres } from "@watchfloor/sql";
import type { RegistryService } from "../../registry/registry.service.js";
import type { Scope } from "../../scope/scope.js";
import { coversPlace, type RegionOf } from "../audience/alert-place.js";
import { loadRegionOf } from "../audience/is-within-scope.js";
import { AuditTrailRepository } from "../contacts/audit-trail.repository.js";
import { ContactRepository } from "../contacts/contact.repository.js";
import type { NotificationProblem } from "../notification-problem.js";
import { inTransaction } from "../planning/in-transaction.js";
import { IntentRepository, type IntentRow } from "../planning/intent.repository.js";
import { DeliveryRepository, type DeliveryFilter, type DeliveryRow } from "./delivery.repository.js";
import { readNotice } from "./read-notice.js";

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

/** DeliveryLogService answers what was sent and why not, within what whoever asks may see of the places it tells of. */
export class DeliveryLogService {
  constructor(
    private readonly parts: {
      readonly postgres: Postgres;
      readonly registry: Pick<RegistryService, "listStorePlaces">;
      readonly now: () => Date;
    },
  ) {}

  /** list returns messages, newest first. */
  async list(scope: Scope, filter: DeliveryFilter): Promise<LoggedDelivery[]> {
    const { postgres, registry } = this.parts;
    const [rows, regionOf, titles] = await Promise.all([
      new DeliveryRepository(postgres).listLog(scope.tenant, filter),
      loadRegionOf(registry, scope.tenant),
      this.loadTitles(scope),
    ]);
    return rows
      .filter((row) => isVisible(scope, row, regionOf))
      .map((row) => ({
        ...{ row, contactTitle: titles.get(row.contact) ?? row.contact },
        incidents: readNotice(row.payload).incidents.map(({ incident }) => incident),
      }));
  }

  /** listDispositions returns how each transition of an incident ended for each contact. */
  async listDispositions(scope: Scope, incident: string): Promise<LoggedIntent[]> {
    const { postgres, registry } = this.parts;
    const [rows, regionOf, titles] = await Promise.all([
      new IntentRepository(postgres).listOfIncident(scope.tenant, incident),
      loadRegionOf(registry, scope.tenant),
      this.loadTitles(scope),
    ]);
    return rows
      .filter((row) => coversPlace(scope, row, regionOf))
      .map((row) => ({ row, contactTitle: titles.get(row.contact) ?? row.contact }));
  }

  /** replay sends dead letters again, with the ids they had; returns those that are queued, and leaves out what is not dead or not to be seen. */
  async replay(scope: Scope, ids: readonly string[]): Promise<readonly string[] | NotificationProblem> {
    const { postgres, registry, now } = this.parts;
    const regionOf = await loadRegionOf(registry, scope.tenant);
    const rows = await new DeliveryRepository(postgres).findMany(scope.tenant, ids);
    const mine = rows.filter((row) => isVisible(scope, row, regionOf));
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

  private async loadTitles({ tenant }: Scope): Promise<Map<string, string>> {
    const rows = await new ContactRepository(this.parts.postgres).list(tenant);
    return new Map(rows.map(({ id, title }) => [id, title]));
  }
}

/** A message is seen by whoever may see all that it tells of; what tells of nothing is a test. */
function isVisible(scope: Scope, row: DeliveryRow, regionOf: RegionOf): boolean {
  return readNotice(row.payload).incidents.every(({ place }) => {
    const { client, channel, store, partner } = place;
    const of = { client: client ?? "", channel: channel ?? "", store: store ?? "", partner: partner ?? "" };
    return coversPlace(scope, of, regionOf);
  });
}
