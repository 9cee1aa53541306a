import type { EventMoney } from "../../../events/event-document.js";
import { addException, type ExceptionPlan } from "../../tell/add-exception.js";
import { addRun, skipRun } from "../../tell/add-run.js";
import { renderInstant } from "../../tell/render-instant.js";
import type { Scene } from "../../scene.js";
import type { SimulatedClient } from "../../simulation.js";
import { buildOrderFields } from "./build-order-fields.js";
import type { OrderFacts } from "./order-facts.js";

const LIMIT_MS = 4 * 3_600_000;
const MINUTE_MS = 60_000;
const ERROR = { class: "posting_rejected", code: "F5-702", message: "the period or the account is closed" } as const;

/** tellErpPosting adds the posting of an order's revenue. In a posting backlog everything waits until it is worked off. */
export function tellErpPosting(scene: Scene, client: SimulatedClient, order: OrderFacts, startedMs: number): void {
  const { dice, simulation } = scene;
  let finishedMs = startedMs + Math.min(3 * LIMIT_MS, Math.round(dice.logNormal(34 * MINUTE_MS, 0.55)));
  const isRejected = dice.chance(0.008);
  const waitMs = Math.round(dice.between(2, 100) * MINUTE_MS);
  const repairMs = Math.min(16 * 3_600_000, Math.round(dice.logNormal(200 * MINUTE_MS, 0.7)));
  const afterBacklog = (atMs: number) => {
    const backlog = simulation.incidents.find("posting-backlog", atMs, (incident) => incident.client === client.id);
    return backlog === undefined ? atMs : backlog.toMs + waitMs;
  };
  finishedMs = afterBacklog(finishedMs);
  const repairedMs = afterBacklog(finishedMs + repairMs);
  const knownUntilMs = isRejected ? repairedMs + 3_000 : finishedMs;
  if (skipRun(scene, startedMs, knownUntilMs)) return;
  const common = buildOrderFields(client, order, "erp");
  const money = { amount: order.amount, currency: client.currency };
  const run = `FI-${order.id}`;
  addRun(scene, {
    common,
    workflow: "erp-posting",
    run,
    startedMs,
    finishedMs,
    dueMs: startedMs + LIMIT_MS,
    outcome: isRejected ? "failed" : "succeeded",
    attempts: isRejected ? 2 : 1,
    ...(isRejected ? { error: ERROR } : undefined),
    more: { entity: { type: "order", id: order.id }, money },
  });
  if (!isRejected) return;
  addException(scene, { common, ...buildRejection({ run, finishedMs, repairMs, money }) });
  addManualPosting(scene, { common, run, money, order, repairedMs });
}

/** What the ERP rejected is posted by hand in the end. */
function addManualPosting(
  scene: Scene,
  posting: {
    common: ReturnType<typeof buildOrderFields>;
    run: string;
    money: EventMoney;
    order: OrderFacts;
    repairedMs: number;
  },
): void {
  const { common, run, money, order, repairedMs } = posting;
  const receivedMs = repairedMs + 250;
  if (!scene.wants(receivedMs)) return;
  scene.add(receivedMs, {
    ...{ id: `${run}-M:end`, kind: "run.finished", time: renderInstant(repairedMs), ...common },
    ...{ workflow: "erp-posting", run: `${run}-M`, startedAt: renderInstant(repairedMs - 4 * MINUTE_MS) },
    ...{ outcome: "succeeded", humanTouched: true, entity: { type: "order", id: order.id }, money },
  });
}

function buildRejection(options: {
  run: string;
  finishedMs: number;
  repairMs: number;
  money: EventMoney;
}): Omit<ExceptionPlan, "common"> {
  const { run, finishedMs, repairMs, money } = options;
  return {
    exception: `EX-${run}`,
    class: "posting_rejected",
    message: ERROR.message,
    raisedMs: finishedMs + 3_000,
    resolvedMs: finishedMs + repairMs,
    cause: "master data",
    resolution: "posted by hand",
    more: { workflow: "erp-posting", run, money, compliance: 0.7 },
  };
}
