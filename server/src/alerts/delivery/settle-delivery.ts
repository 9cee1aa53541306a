import type { Postgres } from "@watchfloor/sql";
import type { SendOutcome } from "../channels/send-outcome.js";
import { ContactRepository, type ContactRow } from "../contacts/contact.repository.js";
import { inTransaction } from "../planning/in-transaction.js";
import { IntentRepository } from "../planning/intent.repository.js";
import { decideBreaker } from "./decide-breaker.js";
import { maskLinks } from "../links/mask-links.js";
import { decideRetry, type RetryDecision } from "./decide-retry.js";
import { DeliveryRepository, type DeliveryRow } from "./delivery.repository.js";
import type { LeftOut } from "./list-left-out.js";

/** Addresses of mails that were refused so often in a row are told nothing more. */
const MOST_REFUSALS = 3;

/** Settled is an attempt that came back. */
export interface Settled {
  readonly delivery: DeliveryRow;
  readonly contact: ContactRow;
  readonly outcome: SendOutcome;
  readonly target: string | null;
  /** What of it was not told after all. */
  readonly leftOut: LeftOut;
  readonly random: number;
  readonly now: Date;
}

/** settleDelivery writes what an attempt came to: of the message, of everything it was to tell, and of the contact. undefined = another worker has it by now. */
export async function settleDelivery(postgres: Postgres, settled: Settled): Promise<RetryDecision | undefined> {
  const { delivery, outcome, random, now } = settled;
  const { attempt, isMinimal } = delivery;
  const decision = decideRetry({ outcome, attempt, isMinimal, random });
  return inTransaction(postgres, async (within) => {
    const isOurs = await new DeliveryRepository(within).cas(delivery, {
      state: decision.state,
      isMinimal: decision.isMinimal,
      nextAt: decision.waitMs === null ? null : new Date(now.getTime() + decision.waitMs),
      leaseUntil: null,
      lastError: decision.state === "delivered" ? null : outcome.detail,
      exchange: {
        request: maskLinks(outcome.request),
        response: outcome.response,
        status: outcome.status,
        at: now.toISOString(),
      },
      endedAt: decision.state === "pending" ? null : now,
      target: settled.target,
    });
    if (!isOurs) return undefined;
    if (decision.state !== "pending") {
      const disposition = decision.state === "delivered" ? ("delivered" as const) : ("dead_lettered" as const);
      const [intents, { tenant, id }] = [new IntentRepository(within), delivery];
      for (const [end, incidents] of settled.leftOut)
        await intents.decideLeftOut(tenant, { delivery: id, incidents }, { disposition: end, now });
      await intents.decideDelivery(tenant, id, disposition, now);
    }
    await settleContact(within, { ...settled, decision });
    return decision;
  });
}

async function settleContact(
  within: Postgres,
  { delivery, contact, outcome, decision, now }: Settled & { readonly decision: RetryDecision },
): Promise<void> {
  const contacts = new ContactRepository(within);
  const before = (await contacts.find(contact.tenant, contact.id)) ?? contact;
  const isFailure = decision.state !== "delivered" && outcome.result !== "reduce";
  const { failures, openForMs } = decideBreaker(before.failures, isFailure);
  const isRefused = delivery.channel === "email" && outcome.result === "permanent";
  const refusals = isRefused ? before.refusals + 1 : decision.state === "delivered" ? 0 : before.refusals;
  const isDisabled = decision.isContactDisabled || refusals >= MOST_REFUSALS;
  const flag = decision.isFlagged ? { flaggedAt: before.flaggedAt ?? now, flaggedReason: outcome.detail } : {};
  await contacts.change(contact.tenant, contact.id, {
    ...{ failures, refusals, breakerUntil: openForMs === null ? null : new Date(now.getTime() + openForMs) },
    ...(decision.state === "delivered" ? { flaggedAt: null, flaggedReason: null } : flag),
    ...(isDisabled ? { isEnabled: false, disabledReason: outcome.detail } : {}),
  });
}
