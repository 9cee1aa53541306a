import { renderFailure, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import type { RegistryService } from "../../registry/registry.service.js";
import { AudienceService, isReachable, type Audience } from "../audience/audience.service.js";
import { ESCALATION_PREFIX } from "./escalation-document.js";
import { flushGroups } from "./flush-groups.js";
import { decideNextLook } from "./group-document.js";
import { GROUP_PREFIX, GroupStore, STORM_PREFIX } from "./group-store.js";
import { GAP_PREFIX, tellGap } from "./note-gap.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { inTransaction } from "./in-transaction.js";
import { IntentRepository } from "./intent.repository.js";
import { listDueDocuments, type DueDocument } from "./list-due-documents.js";
import { runEscalation } from "./run-escalation.js";
import { runStorm } from "./run-storm.js";
import { loadTickView } from "./tick-view.js";

/** How much one turn takes on; what is left is the most overdue of the next. */
const MOST_A_TURN = 500;

/** AlertTickerParts are what the ticker stands on. */
export interface AlertTickerParts {
  readonly postgres: Postgres;
  readonly registry: Pick<RegistryService, "listStorePlaces">;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** AlertTicker does what is due without a transition: ticks of groups, digests of storms, steps of escalations. Safe in any number of processes. */
export class AlertTicker {
  private readonly audiences: AudienceService;

  constructor(private readonly parts: AlertTickerParts) {
    this.audiences = new AudienceService(parts.registry);
  }

  /** run does everything that is due now and returns how much it was; what fails is logged, and due again. */
  async run(): Promise<number> {
    const { postgres, now } = this.parts;
    const list = (prefix: string) => listDueDocuments(postgres, { prefix, now: now(), limit: MOST_A_TURN });
    const groups = collect(await list(GROUP_PREFIX), ({ tenant, key }) => `${tenant} ${key.split(":")[1] ?? ""}`);
    const [storms, escalations] = [await list(STORM_PREFIX), await list(ESCALATION_PREFIX)];
    const gaps = await list(GAP_PREFIX);
    for (const due of gaps) await this.attempt([due], (audience) => this.tickGap(due, audience));
    for (const due of groups.values()) await this.attempt(due, (audience) => this.tickGroups(due, audience));
    for (const due of storms) await this.attempt([due], (audience) => this.tickStorm(due, audience));
    for (const due of escalations)
      await this.attempt([due], (audience) =>
        inTransaction(postgres, (within) =>
          runEscalation(due.key, { within, tenant: due.tenant, audience, now: now() }),
        ),
      );
    return groups.size + storms.length + escalations.length + gaps.length;
  }

  private async attempt([first]: readonly DueDocument[], work: (audience: Audience) => Promise<void>): Promise<void> {
    if (first === undefined) return;
    const { postgres, logger } = this.parts;
    try {
      await work(await this.audiences.load(postgres, first.tenant, this.parts.now()));
    } catch (cause) {
      logger.warn({ cause: renderFailure(cause), ...first }, "what alerts owe was not told, it is tried again");
    }
  }

  private tickGroups(due: readonly DueDocument[], audience: Audience): Promise<void> {
    const [first] = due;
    const [tenant, id] = [first?.tenant ?? "", first?.key.split(":")[1] ?? ""];
    const contact = audience.contacts.get(id);
    const now = this.parts.now();
    return inTransaction(this.parts.postgres, async (within) => {
      const store = new GroupStore(within, tenant);
      const stored = await store.findMany(due.map(({ key }) => key));
      if (isReachable(contact)) {
        const view = await loadTickView(within, { tenant, audience, now });
        const ready = stored.filter(({ document }) => isDue(document, now));
        return flushGroups(ready, { within, store, contact, view, now });
      }
      for (const group of stored) {
        const incidents = group.document?.group.members.map(({ incident }) => incident) ?? [];
        const end = { disposition: "contact_disabled" as const, now };
        await new IntentRepository(within).decideWaiting(tenant, { contact: id, incidents }, end);
        await store.save(group, undefined);
      }
    });
  }

  private tickGap({ tenant, key }: DueDocument, audience: Audience): Promise<void> {
    const contact = audience.contacts.get(key.slice(GAP_PREFIX.length));
    return inTransaction(this.parts.postgres, async (within) => {
      if (isReachable(contact)) return tellGap(contact, { within, now: this.parts.now() });
      const documents = new AlertDocumentRepository(within);
      const version = (await documents.get(tenant, key))?.version ?? 0;
      await documents.cas(tenant, { key, version, doc: {}, nextAt: null });
    });
  }

  private tickStorm({ tenant, key }: DueDocument, audience: Audience): Promise<void> {
    const contact = audience.contacts.get(key.slice(STORM_PREFIX.length));
    return inTransaction(this.parts.postgres, async (within) => {
      if (isReachable(contact)) return runStorm(contact, { within, now: this.parts.now() });
      const id = key.slice(STORM_PREFIX.length);
      const store = new GroupStore(within, tenant);
      const { version, document } = await store.findStorm(id);
      return store.saveStorm(id, version, { ...document, nextDigestAt: null, items: [], since: null });
    });
  }
}

function isDue(document: Parameters<typeof decideNextLook>[0] | undefined, now: Date): boolean {
  const next = document === undefined ? null : decideNextLook(document);
  return next !== null && next <= now.getTime();
}

function collect<Item>(items: readonly Item[], read: (item: Item) => string): Map<string, Item[]> {
  const byWord = new Map<string, Item[]>();
  for (const item of items) byWord.set(read(item), [...(byWord.get(read(item)) ?? []), item]);
  return byWord;
}
