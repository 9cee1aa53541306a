import type { ExpectationRule } from "@watchfloor/dashboards";
import type { EventDocument } from "../../events/event-document.js";
import { buildMoney, type Money } from "../build-money.js";

/** readAmount gives what an event says about the amount a rule compares; undefined when it says nothing or the rule compares none. */
export function readAmount(event: EventDocument, amount: ExpectationRule["amount"]): Money | undefined {
  if (amount === undefined) return undefined;
  if (amount.of === "money") return buildMoney(event);
  const value = Number(event.value ?? Number.NaN);
  if (!Number.isFinite(value)) return undefined;
  return { amount: value.toFixed(4), currency: event.currency ?? event.unit ?? "" };
}
