import { addRun, type StepPlan } from "../../tell/add-run.js";
import { renderInstant } from "../../tell/render-instant.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { SLOTS_PER_DAY, SLOT_MS } from "../../slot.js";
import type { Story } from "../../story.js";
import { STORY_NUMBER } from "../story-number.js";
import { buildOrderFields } from "./build-order-fields.js";
import { countOrders, describeOrder, type OrderFacts } from "./order-facts.js";

const HOUR_MS = 3_600_000;
const LIMIT_MS = 24 * HOUR_MS;
const LONGEST_MS = 60 * HOUR_MS;
const LONGEST_REVERSAL_MS = 31 * HOUR_MS;
/** About one order in fourteen comes back, three to nine days after it was placed. */
const RETURN_SHARE = 0.07;
const STEPS: readonly StepPlan[] = [
  { step: "receive", share: 0.3, from: "carrier-hub", to: "warehouse" },
  { step: "inspect", share: 0.4, from: "warehouse", to: "order-hub" },
  { step: "refund", share: 0.3, from: "order-hub", to: "payment" },
];

/** returnRefund: goods come back and the money must follow within a day; the refund is checked against what was paid. */
export const returnRefund: Story = {
  longestMs: SLOT_MS + LONGEST_MS + LONGEST_REVERSAL_MS + HOUR_MS,
  tell: (scene, slot) => {
    for (const client of scene.simulation.clients) tellReturn(scene, slot, client);
  },
};

function tellReturn(scene: Scene, slot: number, client: SimulatedClient): void {
  const { dice, simulation } = scene;
  dice.start(simulation.seed, STORY_NUMBER.returnRefund, slot, client.index);
  const hour = client.clock.hour(slot * SLOT_MS);
  // Parcels are received between 06:00 and 18:00, twice the mean rate.
  const returns = dice.count(hour >= 6 && hour < 18 ? (2 * RETURN_SHARE * client.ordersPerDay) / SLOTS_PER_DAY : 0);
  for (let number = 0; number < returns; number += 1) {
    dice.start(simulation.seed, STORY_NUMBER.returnRefund, slot, 10 + number * 8 + client.index);
    const orderSlot = slot - Math.floor(dice.between(3, 9) * SLOTS_PER_DAY);
    const receivedMs = slot * SLOT_MS + dice.index(SLOT_MS);
    const tookMs = Math.min(LONGEST_MS, Math.round(dice.logNormal(8 * HOUR_MS, 0.7)));
    const fate = dice.next();
    const pick = dice.next();
    const count = countOrders({ simulation, dice, client, slot: orderSlot });
    if (count === 0) continue;
    const facts = describeOrder({ simulation, dice, client, slot: orderSlot, number: Math.floor(pick * count) });
    tellRefund({ scene, client, facts, run: `RT-${client.code}-${slot}-${number}`, receivedMs, tookMs, fate });
  }
}

interface Refund {
  readonly scene: Scene;
  readonly client: SimulatedClient;
  readonly facts: OrderFacts;
  readonly run: string;
  readonly receivedMs: number;
  readonly tookMs: number;
  readonly fate: number;
}

function tellRefund(refund: Refund): void {
  const { scene, client, facts, run, receivedMs, tookMs, fate } = refund;
  const hasFailed = fate < 0.012;
  addRun(scene, {
    common: buildOrderFields(client, facts, "order-hub"),
    workflow: "return-refund",
    run,
    startedMs: receivedMs,
    finishedMs: receivedMs + tookMs,
    dueMs: receivedMs + LIMIT_MS,
    outcome: hasFailed ? "failed" : fate < 0.02 ? "compensated" : "succeeded",
    attempts: fate > 0.97 ? 2 : 1,
    ...(hasFailed
      ? { error: { class: "payment_declined", code: "P51", message: "the card of the customer has expired" } }
      : undefined),
    more: { entity: { type: "order", id: facts.id }, money: { amount: facts.amount, currency: client.currency } },
    end: { humanTouched: fate > 0.6 },
    steps: STEPS,
  });
  if (hasFailed) return;
  tellRefundCheck(refund);
  if (fate >= 0.02) tellReversal(refund);
}

/** The books follow within hours; one reversal in fifty waits for the next night. One in seventy books the refund that was too high. */
function tellReversal({ scene, client, facts, run, receivedMs, tookMs, fate }: Refund): void {
  const delayMs = fate < 0.04 ? LONGEST_REVERSAL_MS - HOUR_MS : Math.round((0.3 + 4 * fate) * HOUR_MS);
  const finishedMs = receivedMs + tookMs + delayMs;
  if (!scene.wants(finishedMs + 150)) return;
  scene.add(finishedMs + 150, {
    ...{ id: `RV-${run}:end`, kind: "run.finished", time: renderInstant(finishedMs) },
    ...{ ...buildOrderFields(client, facts, "erp"), correlation: run },
    ...{ workflow: "refund-reversal", run: `RV-${run}`, startedAt: renderInstant(finishedMs - 20_000) },
    ...{ outcome: "succeeded", entity: { type: "order", id: facts.id } },
    money: { amount: fate > 0.985 ? Math.round(facts.amount * 108) / 100 : facts.amount, currency: client.currency },
  });
}

/** One refund in seventy is eight per cent too high. */
function tellRefundCheck({ scene, client, facts, run, receivedMs, tookMs, fate }: Refund): void {
  const finishedMs = receivedMs + tookMs;
  if (!scene.wants(finishedMs + 100)) return;
  scene.add(finishedMs + 100, {
    id: `${run}:refund`,
    kind: "check.recorded",
    time: renderInstant(finishedMs),
    ...buildOrderFields(client, facts, "order-hub"),
    measure: "refund",
    value: fate > 0.985 ? Math.round(facts.amount * 108) / 100 : facts.amount,
    expected: facts.amount,
    tolerance: { absolute: 0.01 },
    unit: "money",
    currency: client.currency,
    entity: { type: "order", id: facts.id },
  });
}
