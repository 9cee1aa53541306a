import { renderFailure, type Postgres } from "@watchfloor/sql";
import type { Logger } from "pino";
import { z } from "zod";
import { listTenantIds } from "../../anomalies/scoring/list-tenant-ids.js";
import { isReachable } from "../audience/audience.service.js";
import type { Notice } from "../channels/notice.js";
import { ContactRepository } from "../contacts/contact.repository.js";
import { PersonAddressRepository } from "../contacts/person-address.repository.js";
import { queueOwnerMail } from "../delivery/owner-mail.js";
import { MAX_INSTANCES } from "../evaluate/drop-surplus.js";
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
      await this.tellOwners(within, { tenant, turn, thread, owned });
      return true;
    });
    if (!isOurs || turn.fresh.length === 0) return;
    this.parts.logger.warn({ tenant, rules: turn.fresh.map(({ id }) => id) }, "alert rules are in trouble");
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
      const trouble = health.state === "ok" ? null : health.state;
      const since = health.since ?? health.at;
      return {
        ...{ id: stored.id, title: stored.rule.title, owner: chooseOwner(stored), message: health.message },
        ...{ trouble, failingSince: trouble === "error" ? since : null },
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
    within: Postgres,
    told: { tenant: string; turn: RuleHealthTurn; thread: string; owned: ReadonlyMap<string, readonly WatchedRule[]> },
  ): Promise<void> {
    const { tenant, turn, thread, owned } = told;
    for (const [owner, rules] of owned) {
      if (owner === "") continue;
      const { headline, remarks } = describe(rules, turn);
      const occasion = `${thread} ${rules.map(({ id }) => id).join(" ")}`;
      const mail = { tenant, occasion, owner, subject: headline, text: remarks.join("\n") };
      await queueOwnerMail(within, mail, this.parts.now());
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
    const words = turn.isOver ? { headline: "All alert rules are well again", remarks: [] } : describe(ownerless, turn);
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
  const [isOne, isFull] = [rules.length === 1, rules.every(({ trouble }) => trouble === "limit")];
  const count = isOne ? "An alert rule" : `${rules.length} alert rules`;
  const verb = isFull ? `${isOne ? "sees" : "see"} more groups than can be followed` : "cannot be evaluated";
  const headline = isEverything ? "No alert rule can be evaluated: the data does not answer" : `${count} ${verb}`;
  const listed = rules.slice(0, MOST_LISTED).map(({ title, message }) => `"${title}": ${message || "no answer"}`);
  const more = rules.length > MOST_LISTED ? [`and ${rules.length - MOST_LISTED} more`] : [];
  const stays = isFull
    ? `Of ${MAX_INSTANCES} groups that fire or are about to, those that fire and the oldest are followed. Filter, or group by less.`
    : "What fires goes on firing, and nothing new is noticed, until they can be.";
  return { headline, remarks: [...listed, ...more, stays] };
}
