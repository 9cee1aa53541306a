import type { Dice } from "../../dice.js";
import { findOnlineDemand } from "../../demand.js";
import type { Simulation, SimulatedClient } from "../../simulation.js";
import { SLOTS_PER_DAY, SLOT_MS } from "../../slot.js";
import { STORY_NUMBER } from "../story-number.js";

/** OrderFacts is what an order is, before anything happened to it. */
export interface OrderFacts {
  readonly id: string;
  readonly placedMs: number;
  readonly channel: "web" | "contact-centre" | "marketplace:merkado" | "pos";
  readonly partner: string;
  readonly amount: number;
}

/** countOrders gives how many orders a client gets in a slot. */
export function countOrders(options: {
  simulation: Simulation;
  dice: Dice;
  client: SimulatedClient;
  slot: number;
}): number {
  const { simulation, dice, client, slot } = options;
  dice.start(simulation.seed, STORY_NUMBER.order, slot, -1 - client.index);
  return dice.count((client.ordersPerDay / SLOTS_PER_DAY) * findOnlineDemand(client, slot * SLOT_MS));
}

/** describeOrder gives the facts of the nth order of a slot and leaves the dice where the order's own story goes on. */
export function describeOrder(options: {
  simulation: Simulation;
  dice: Dice;
  client: SimulatedClient;
  slot: number;
  number: number;
}): OrderFacts {
  const { simulation, dice, client, slot, number } = options;
  dice.start(simulation.seed, STORY_NUMBER.order, slot, number * 8 + client.index);
  const placedMs = slot * SLOT_MS + dice.index(SLOT_MS);
  const channel = chooseChannel(dice.next());
  const amount = Math.round(dice.logNormal(54, 0.75) * 100) / 100;
  return {
    id: `${client.code}-${slot}-${number}`,
    placedMs,
    channel,
    partner: channel === "marketplace:merkado" ? "merkado" : "",
    amount,
  };
}

function chooseChannel(draw: number): OrderFacts["channel"] {
  if (draw < 0.62) return "web";
  if (draw < 0.84) return "marketplace:merkado";
  return draw < 0.94 ? "contact-centre" : "pos";
}
