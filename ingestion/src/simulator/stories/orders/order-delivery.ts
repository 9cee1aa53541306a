import { addRun, skipRun, type StepPlan } from "../../tell/add-run.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { buildOrderFields } from "./build-order-fields.js";
import type { OrderFacts } from "./order-facts.js";

const HOUR_MS = 3_600_000;
const LIMIT_MS = 72 * HOUR_MS;
/** LONGEST_DELIVERY_MS: after that a parcel counts as lost. */
export const LONGEST_DELIVERY_MS = 160 * HOUR_MS;
const STEPS: readonly StepPlan[] = [
  { step: "pick", share: 0.15, from: "warehouse", to: "warehouse" },
  { step: "pack", share: 0.05, from: "warehouse", to: "carrier-hub" },
  { step: "ship", share: 0.8, from: "carrier-hub", to: "customer" },
];
const LOST = { class: "parcel_lost", code: "L01", message: "no scan for five days" } as const;

/** tellOrderDelivery adds the way of an order to its customer, promised within three days. */
export function tellOrderDelivery(scene: Scene, client: SimulatedClient, order: OrderFacts, startedMs: number): void {
  const { dice } = scene;
  const tookMs = Math.min(LONGEST_DELIVERY_MS, Math.round(dice.logNormal(40 * HOUR_MS, 0.3)));
  const fate = dice.next();
  const outcome = fate < 0.004 ? "failed" : fate < 0.016 ? "cancelled" : "succeeded";
  const finishedMs =
    startedMs +
    (outcome === "failed" ? LONGEST_DELIVERY_MS : outcome === "cancelled" ? Math.round(tookMs / 5) : tookMs);
  if (skipRun(scene, startedMs, finishedMs)) return;
  addRun(scene, {
    common: buildOrderFields(client, order, "carrier-hub"),
    workflow: "order-delivery",
    run: `DL-${order.id}`,
    startedMs,
    finishedMs,
    dueMs: startedMs + LIMIT_MS,
    outcome,
    attempts: fate > 0.95 ? 2 : 1,
    ...(outcome === "failed" ? { error: LOST } : undefined),
    more: { entity: { type: "order", id: order.id }, money: { amount: order.amount, currency: client.currency } },
    steps: STEPS,
  });
}
