import { renderFailure, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { z } from "zod";
import { listTenantIds } from "../../anomalies/scoring/list-tenant-ids.js";
import { isReachable } from "../audience/audience.service.js";
import type { Notice } from "../channels/notice.js";
import { ContactRepository } from "../contacts/contact.repository.js";
import { PersonAddressRepository } from "../contacts/person-address.repository.js";
import type { TellOwner } from "../delivery/tell-of-dead-letter.js";
import { buildRuleKey, readRuleDocument } from "../evaluate/rule-document.js";
import { hashParts } from "../planning/build-notice.js";
import { inTransaction } from "../planning/in-transaction.js";
import { queueNotice } from "../planning/queue-notice.js";
import { AlertRuleRepository } from "../rules/alert-rule.repository.js";
import type { StoredRule } from "../rules/stored-rule.js";
import { AlertDocumentRepository } from "../store/alert-document.repository.js";
import { decideRuleHealth, type RuleHealthTurn, type WatchedRule } from "./decide-rule-health.js";

const KEY = "health";
const MOST_LISTED = 10;
const healthDocument = z.object({ told: z.array(z.string()), thread: z.string() });

/** RuleHealthParts are what the watch stands on. */
export interface RuleHealthParts {
  readonly postgres: Postgres;
  readonly tellOwner: TellOwner;
  readonly now: () => Date;
  readonly logger: Logger;
}

/**
 * RuleHealthWatch tells that rules themselves are in trouble, each time once: their owners directly, and for rules without one the fallback
 * contacts of the tenant. Subscribers are told nothing, and nothing ends by it. Safe in any number of processes.
 */
export class RuleHealthWatch {
  constructor(private readonly parts: RuleHealthParts) {}

  /** run looks at every tenant once. */
  async run(): Promise<void> {
    const { postgres, logger } = this.parts;
    for (const tenant of await listTenantIds(postgres))
      await this.runTenant(tenant).catch((cause: unknown) =>
        logger.warn({ tenant, cause: renderFailure(cause) }, "health of alert rules not told"),
      );
  }

  private async runTenant(tenant: string): Promise<void> {
    const { postgres, now } = this.parts;
    const documents = new AlertDocumentRepository(postgres);
    const stored = await documents.get(tenant, KEY);
    const before = healthDocument.safeParse(stored?.doc);
    const rules = await this.loadRules(tenant);
    const turn = decideRuleHealth(before.success ? before.data.told : [], rules, now().getTime());
    if (turn.fresh.length === 0 && !turn.isOver && before.success && before.data.told.length === turn.told.length)
      return;
    if (turn.told.length === 0 && !before.success) return;
    const owned = await this.groupByOwner(tenant, turn.fresh);
    const thread =
      before.success && before.data.told.length > 0 ? before.data.thread : hashParts("health", tenant, now().getTime());
    const doc = { told: [...turn.told], thread };
    const change = { key: KEY, version: stored?.version ?? 0, doc, nextAt: null };
    const isOurs = await inTransaction(postgres, async (within) => {
      if (!(await new AlertDocumentRepository(within).cas(tenant, change))) return false;
      await this.tellFallbacks(within, { tenant, turn, thread, ownerless: owned.get("") ?? [] });
      return true;
    });
    if (isOurs) await this.tellOwners(tenant, owned, turn);
  }

  private async loadRules(tenant: string): Promise<WatchedRule[]> {
    const { postgres } = this.parts;
    const rules = (await new AlertRuleRepository(postgres).list(tenant)).filter(
      ({ isPaused, isDeleted, rule }) => !isPaused && !isDeleted && rule.isEnabled,
    );
    const keys = rules.map(({ id }) => buildRuleKey(id));
    const documents = await new AlertDocumentRepository(postgres).getMany(tenant, keys);
    return rules.map((stored) => {
      const { health } = readRuleDocument(documents.get(buildRuleKey(stored.id))?.doc);
      const isFailing = health.state === "error";
      const since = health.since ?? health.at;
      return {
        ...{ id: stored.id, title: stored.rule.title, owner: chooseOwner(stored), message: health.message },
        ...{ isFailing, failingSince: isFailing ? since : null },
      };
    });
  }

  /** By people who can be reached by mail; '' = those of nobody. */
  private async groupByOwner(tenant: string, rules: readonly WatchedRule[]): Promise<Map<string, WatchedRule[]>> {
    const addresses = new PersonAddressRepository(this.parts.postgres);
    const groups = new Map<string, WatchedRule[]>();
    for (const rule of rules) {
      const owner = rule.owner === "" ? "" : ((await addresses.findPerson(tenant, rule.owner)) ?? "");
      groups.set(owner, [...(groups.get(owner) ?? []), rule]);
    }
    return groups;
  }

  private async tellOwners(
    tenant: string,
    owned: ReadonlyMap<string, readonly WatchedRule[]>,
    turn: RuleHealthTurn,
  ): Promise<void> {
    const { logger, tellOwner } = this.parts;
    for (const [owner, rules] of owned) {
      const { headline, remarks } = describe(rules, turn);
      logger.warn({ tenant, rules: rules.map(({ id }) => id) }, "alert rules cannot be evaluated");
      if (owner !== "") await tellOwner(owner, { subject: headline, text: remarks.join("\n") }, tenant);
    }
  }

  private async tellFallbacks(
    within: Postgres,
    told: { tenant: string; turn: RuleHealthTurn; thread: string; ownerless: readonly WatchedRule[] },
  ): Promise<void> {
    const { tenant, turn, thread, ownerless } = told;
    if (ownerless.length === 0 && !turn.isOver) return;
    const now = this.parts.now();
    const contacts = (await new ContactRepository(within).list(tenant)).filter(
      (contact) => contact.isFallback && isReachable(contact),
    );
    const words = turn.isOver
      ? { headline: "All alert rules are evaluated again", remarks: [] }
      : describe(ownerless, turn);
    for (const contact of contacts) {
      const delivery = hashParts(thread, contact.id, now.getTime());
      const kind = turn.isOver ? ("resolved" as const) : ("rule_health" as const);
      const notice: Notice = { kind, delivery, thread, at: now.getTime(), incidents: [], more: 0, ...words };
      await queueNotice(within, { contact, notice, stream: thread, subscription: null, now });
    }
  }
}

/** Whoever is named, else whoever wrote it; rules of a pack were written by nobody of the tenant. */
function chooseOwner({ rule, isOfPack, changedBy }: StoredRule): string {
  return rule.owner === "" && !isOfPack ? changedBy : rule.owner;
}

function describe(rules: readonly WatchedRule[], { isEverything }: RuleHealthTurn) {
  const count = rules.length === 1 ? "An alert rule" : `${rules.length} alert rules`;
  const headline = isEverything
    ? "No alert rule can be evaluated: the data does not answer"
    : `${count} cannot be evaluated`;
  const listed = rules.slice(0, MOST_LISTED).map(({ title, message }) => `"${title}": ${message || "no answer"}`);
  const more = rules.length > MOST_LISTED ? [`and ${rules.length - MOST_LISTED} more`] : [];
  const stays = "What fires goes on firing, and nothing new is noticed, until they can be.";
  return { headline, remarks: [...listed, ...more, stays] };
}
