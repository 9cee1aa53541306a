import {
  decideCorrection,
  requestCorrection,
  saveSlaPolicy,
  seedRegistry,
  type CorrectionRequest,
  type PolicyTerms,
  type Postgres,
} from "@watchfloor/sql";
import type { Dice } from "../../metrics/testing/dice.js";
import type { TestRow } from "../../metrics/testing/insert-rows.js";
import type { PromisedRun } from "../promises/decide-promise.js";

/** SLA_NOW is after every run of the world. */
export const SLA_NOW = new Date("2026-06-01T12:00:00Z");
const HOUR = 3_600_000;
const ZONES = ["Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata"] as const;
/** Nights in which clocks change, and one in which none does. */
const NIGHTS = ["2026-03-29", "2025-10-26", "2018-11-04", "2019-02-17", "2026-04-05", "2025-10-05", "2026-01-15"];
const HOURS = [
  { from: "08:00", to: "12:30" },
  { from: "14:00", to: "20:00" },
];
const NIGHT = [{ from: "22:00", to: "06:00" }];
const ALL_DAY = [{ from: "00:00", to: "24:00" }];

/** policyTerms makes the terms of a policy for tests; what is not given is any place on the wall clock since ever. */
export function policyTerms(id: string, given: Partial<PolicyTerms> = {}): PolicyTerms {
  return {
    ...{ id, title: `Promise ${id}`, limitSeconds: 4 * 3_600, target: 0.9, windowDays: 30, createdBy: "p" },
    ...{ effectiveFrom: new Date(0), createdAt: SLA_NOW },
    ...given,
  };
}

/** approvedCorrection stores a correction that somebody else approved. */
export async function approvedCorrection(
  postgres: Postgres,
  tenant: string,
  given: Partial<CorrectionRequest> & Pick<CorrectionRequest, "id" | "from" | "to">,
): Promise<void> {
  const asked = { reason: "maintenance", author: "anna", requestedAt: SLA_NOW, ...given };
  if (!(await requestCorrection(postgres, tenant, asked))) throw new Error(`${given.id} is there already`);
  await decideCorrection(postgres, tenant, { id: given.id, verdict: "approve", by: "bert", now: SLA_NOW });
}

/** seedSlaWorld gives a tenant calendars in four zones, stores that keep them, policies of every rung and corrections of many scopes. */
export async function seedSlaWorld(postgres: Postgres, tenant: string): Promise<void> {
  const week = (sunday: typeof HOURS) => [...Array.from({ length: 6 }, () => HOURS), sunday];
  const nights = Array.from({ length: 7 }, () => NIGHT);
  const calendars = ZONES.flatMap((timeZone) => [
    { id: `day-${timeZone}`, title: "Day", timeZone, week: week([]), exceptions: [{ date: "2026-01-15", hours: [] }] },
    { id: `night-${timeZone}`, title: "Night", timeZone, week: nights },
  ]);
  const always = { id: "always", title: "Always", timeZone: "UTC", week: Array.from({ length: 7 }, () => ALL_DAY) };
  const never = { id: "never", title: "Never", timeZone: "UTC", week: Array.from({ length: 7 }, () => []) };
  const stores = ZONES.map((zone, index) => ({
    client: "c1",
    id: `s${index + 1}`,
    title: zone,
    region: "north",
    calendar: `day-${zone}`,
  }));
  await seedRegistry(postgres, tenant, { calendars: [...calendars, always, never], stores }, SLA_NOW);
  const policies: PolicyTerms[] = [
    policyTerms("all", { limitSeconds: 86_400 }),
    policyTerms("order", { workflow: "order", calendar: "night-Europe/Berlin", limitSeconds: 7 * 3_600 }),
    policyTerms("stores", { workflow: "price-sync", calendar: "@store", limitSeconds: 5 * 3_600 + 1 }),
    policyTerms("paused", {
      client: "c2",
      workflow: "order",
      calendar: "night-Australia/Lord_Howe",
      pauseReasons: ["customer"],
    }),
    policyTerms("howe", {
      client: "c1",
      store: "s3",
      workflow: "order",
      calendar: "night-Australia/Lord_Howe",
      limitSeconds: 8 * 3_600,
    }),
    policyTerms("web", { channel: "web", calendar: "day-Asia/Kolkata", limitSeconds: 9 * 3_600 }),
    policyTerms("partner", { partner: "p1", calendar: "never" }),
  ];
  for (const terms of policies) await saveSlaPolicy(postgres, tenant, { terms, expectedVersion: 0 });
  const later = policyTerms("order", {
    workflow: "order",
    limitSeconds: 3_600,
    effectiveFrom: new Date("2026-03-29T00:30:00Z"),
  });
  await saveSlaPolicy(postgres, tenant, { terms: later, expectedVersion: 1 });
  const ended = {
    ...later,
    effectiveFrom: new Date("2026-04-05T00:00:00Z"),
    effectiveUntil: new Date("2026-04-05T00:00:00Z"),
  };
  await saveSlaPolicy(postgres, tenant, { terms: ended, expectedVersion: 2 });
  await seedCorrections(postgres, tenant);
}

async function seedCorrections(postgres: Postgres, tenant: string): Promise<void> {
  const at = (text: string) => new Date(text);
  await approvedCorrection(postgres, tenant, {
    ...{ id: "sundays", from: at("2018-10-28T05:00:00Z"), to: at("2018-10-28T07:00:00Z") },
    ...{ recurrence: "FREQ=WEEKLY;BYDAY=SU", timeZone: "America/Sao_Paulo" },
  });
  await approvedCorrection(postgres, tenant, {
    id: "store",
    client: "c1",
    store: "s1",
    from: at("2026-03-28T10:00:00Z"),
    to: at("2026-03-30T09:00:00Z"),
  });
  await approvedCorrection(postgres, tenant, {
    id: "client",
    client: "c1",
    from: at("2026-03-29T12:00:00Z"),
    to: at("2026-03-29T13:00:00Z"),
  });
  await approvedCorrection(postgres, tenant, {
    id: "orders",
    workflow: "order",
    from: at("2026-01-15T00:00:00Z"),
    to: at("2026-01-15T23:00:00Z"),
  });
  await approvedCorrection(postgres, tenant, {
    ...{
      id: "kolkata",
      calendar: "day-Asia/Kolkata",
      from: at("2026-01-14T06:00:00Z"),
      to: at("2026-01-14T08:00:00Z"),
    },
  });
}

/** SlaRun is a run as plain numbers. */
export interface SlaRun extends PromisedRun {
  readonly id: string;
  readonly tenant: string;
  readonly dueMs: number | undefined;
  readonly finishedMs: number | undefined;
  readonly outcome: string;
  readonly promise: string;
}

/** drawSlaRun draws a run that starts near a night of clock changes, often on a whole hour, with pauses that may overlap. */
export function drawSlaRun(dice: Dice, tenant: string, id: string): SlaRun {
  const night = Date.parse(dice.pick(NIGHTS));
  const jitter = dice.chance(0.5) ? dice.between(-36, 36) * HOUR : dice.between(-36 * HOUR, 36 * HOUR);
  const startedMs = night + jitter;
  const isOpen = dice.chance(0.25);
  const length = dice.chance(0.5) ? dice.between(0, 60) * HOUR : dice.between(0, 40 * HOUR);
  const finishedMs = isOpen ? undefined : startedMs + length;
  const pauses = Array.from({ length: dice.pick([0, 0, 1, 2, 3]) }, () => {
    const fromMs = startedMs + dice.between(-2, 30) * HOUR;
    return {
      fromMs,
      toMs: dice.chance(0.1) ? undefined : fromMs + dice.between(0, 8 * HOUR),
      reason: dice.pick(["customer", "stock"]),
    };
  });
  const client = dice.pick(["c1", "c1", "c2"]);
  return {
    ...{ id, tenant, startedMs, finishedMs, pauses },
    place: {
      client,
      store: client === "c1" ? dice.pick(["s1", "s2", "s3", "s4", ""]) : dice.pick(["s1", ""]),
      workflow: dice.pick(["order", "order", "price-sync", "return"]),
      channel: dice.pick(["pos", "pos", "web"]),
      partner: dice.chance(0.05) ? "p1" : "",
    },
    dueMs: dice.chance(0.5) ? startedMs + dice.between(1, 30) * HOUR : undefined,
    outcome: isOpen ? "" : dice.pick(["succeeded", "succeeded", "succeeded", "failed", "cancelled"]),
    promise: !isOpen && dice.chance(0.1) ? dice.pick(["kept", "broken"]) : "",
  };
}

const FAR = "2200-01-01 00:00:00.000";
const instant = (ms: number | undefined) =>
  ms === undefined ? FAR : new Date(ms).toISOString().replace("T", " ").slice(0, 23);

/** renderSlaRun makes the row of a run. */
export function renderSlaRun({
  id,
  tenant,
  place,
  startedMs,
  dueMs,
  finishedMs,
  pauses,
  outcome,
  promise,
}: SlaRun): TestRow {
  return {
    ...{
      ...place,
      tenant,
      run: id,
      day: new Date(startedMs).toISOString().slice(0, 10),
      kind: "workflow",
      version: 2,
      outcome,
      promise,
    },
    started_at: instant(startedMs),
    due_at: instant(dueMs),
    finished_at: instant(finishedMs),
    pauses: `[${pauses.map(({ fromMs, toMs, reason }) => `('${instant(fromMs)}','${instant(toMs)}','${reason}')`).join(",")}]`,
  };
}
