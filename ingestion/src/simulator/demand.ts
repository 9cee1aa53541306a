import type { SimulatedClient } from "./simulation.js";
import { SLOT_MS } from "./slot.js";

/** Share of a day's online orders by local hour, mean 1: a lunch bump and a long evening. */
const ONLINE_BY_HOUR = [
  0.35, 0.2, 0.12, 0.1, 0.12, 0.2, 0.45, 0.75, 1, 1.2, 1.3, 1.35, 1.45, 1.3, 1.2, 1.2, 1.25, 1.4, 1.6, 1.85, 1.95, 1.75,
  1.2, 0.71,
];
/** Tills by local hour, mean about 1 over opening hours. */
const TILLS_BY_HOUR = [
  0, 0, 0, 0, 0, 0, 0.4, 0.5, 0.6, 0.75, 0.95, 1.15, 1.25, 1.05, 0.95, 1, 1.15, 1.35, 1.3, 0.95, 0.7, 0.4, 0, 0,
];
const BY_WEEKDAY = [0.95, 0.92, 0.94, 1, 1.1, 1.2, 0.9];
/** Promotions run from Thursday to Saturday every second week of a client. */
const SURGE = 1.55;

/** findOnlineDemand gives the demand of online orders at an instant, mean about 1. */
export function findOnlineDemand(client: SimulatedClient, atMs: number): number {
  return (ONLINE_BY_HOUR[Math.floor(client.clock.hour(atMs))] ?? 0) * findDayDemand(client, atMs);
}

/** findTillDemand gives the demand at the tills at an instant, 0 while the stores are closed. */
export function findTillDemand(client: SimulatedClient, atMs: number): number {
  if (!isOpen(client, atMs)) return 0;
  return (TILLS_BY_HOUR[Math.floor(client.clock.hour(atMs))] ?? 0) * findDayDemand(client, atMs);
}

/** isOpen tells whether the client's stores are open at an instant. */
export function isOpen(client: SimulatedClient, atMs: number): boolean {
  const hours = client.hours[client.clock.weekday(atMs)];
  if (hours === undefined || hours === null) return false;
  const hour = client.clock.hour(atMs);
  return hour >= hours[0] && hour < hours[1];
}

/** isPromoted tells whether one of the client's promotions runs on the local day of an instant. */
export function isPromoted(client: SimulatedClient, atMs: number): boolean {
  const weekday = client.clock.weekday(atMs);
  const week = Math.floor((client.clock.day(atMs) + 3) / 7);
  return weekday >= 3 && weekday <= 5 && (week + client.index) % 2 === 0;
}

/** findLocalSlot gives the number of a slot within its local day, 0 to 287. */
export function findLocalSlot(client: SimulatedClient, slot: number): number {
  return Math.floor(client.clock.hour(slot * SLOT_MS) * 12 + 1e-9);
}

function findDayDemand(client: SimulatedClient, atMs: number): number {
  return (BY_WEEKDAY[client.clock.weekday(atMs)] ?? 1) * (isPromoted(client, atMs) ? SURGE : 1);
}
