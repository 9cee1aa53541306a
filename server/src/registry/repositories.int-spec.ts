import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  cancelReplay,
  claimReplay,
  createApiKey,
  createReplay,
  createWebhookSource,
  decideCorrection,
  declareWorkflowSteps,
  ensureIngestKey,
  ensureTenant,
  findApiKey,
  findIngestKey,
  findReadKey,
  findReplay,
  findWebhookSource,
  installExpectationRules,
  installSlaPolicies,
  listApiKeys,
  listCorrections,
  listSlaPolicies,
  listReplays,
  listWebhookSources,
  loadCalendars,
  migratePostgres,
  openEmbeddedPostgres,
  openSecretBox,
  recordKeyUse,
  registerDiscovered,
  requestCorrection,
  revokeApiKey,
  revokeWebhookSource,
  rotateApiKey,
  rotateWebhookSource,
  saveSlaPolicy,
  schema,
  seedRegistry,
  updateClaimedReplay,
  type ReplayWish,
  type Postgres,
} from "@watchfloor/sql";
import { sql } from "drizzle-orm";
import { ScoringProgressRepository } from "../anomalies/scoring/scoring-progress.repository.js";
import { bootstrapIdentity } from "../identity/bootstrap/bootstrap-identity.js";
import { ensureAdministrator } from "../identity/bootstrap/ensure-administrator.js";
import { ensureDemoPeople } from "../identity/bootstrap/ensure-demo-people.js";
import { loadDemoPeople } from "../identity/bootstrap/load-demo-people.js";
import { PersonRepository } from "../identity/bootstrap/person.repository.js";
import { GrantRepository } from "../identity/session/grant.repository.js";
import { SessionRepository } from "../identity/session/session.repository.js";
import { loadSlaBook } from "../sla/load-sla-book.js";
import { FrozenFiguresRepository, type FrozenRow } from "../metrics/frozen/frozen-figures.repository.js";
import { FigureSettingsRepository } from "../metrics/settings/figure-settings.repository.js";
import { DashboardsRepository } from "../dashboards/dashboards.repository.js";
import { RollupRulesRepository } from "../rollups/rules/rollup-rules.repository.js";
import { ExpectationRuleRepository } from "../runs/expected/expectation-rule.repository.js";
import { SavedViewsRepository } from "../saved-views/saved-views.repository.js";
import { BrandingRepository } from "../branding/branding.repository.js";
import { OWN_BRANDING } from "../branding/branding.js";
import { ReportRepository, type NewReport, type WrittenFile } from "../reports/store/report.repository.js";
import { RegistryRepository } from "./registry.repository.js";
import { ALERT_CALLS } from "./testing/call-alert-repositories.js";
import { NOTIFICATION_CALLS, NOTIFICATION_WITHOUT_TENANT } from "./testing/call-notification-repositories.js";
import { ALERT_TABLES, fillAlertTables } from "./testing/fill-alert-tables.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const now = new Date("2026-06-01T08:00:00Z");

/** Files that speak to Postgres without a tenant, and why that is right. Anything else must be called below for one tenant. */
const WITHOUT_TENANT: Readonly<Record<string, string>> = {
  "sql/src/migrate/migrate-postgres.ts": "makes the tables, reads no rows of them",
  "sql/src/keys/find-ingest-key.ts": "the tenant comes out of the key",
  "sql/src/keys/find-read-key.ts": "the tenant comes out of the key",
  "sql/src/expectations/list-expectation-rules.ts": "ingestion serves every tenant; each rule names its own",
  "sql/src/registry/list-sequence-policies.ts": "ingestion serves every tenant; each policy names its own",
  "sql/src/webhooks/find-webhook-secrets.ts": "the tenant comes out of the secret that fits the signature",
  "sql/src/replays/claim-replay.ts": "ingestion works for every tenant; each replay names its own",
  "server/src/identity/session/open-auth.ts":
    "people and sessions are found by their secret; the tenant comes out of the session",
  "server/src/reports/store/claim-report.ts": "workers work for every tenant; each report names its own",
  ...NOTIFICATION_WITHOUT_TENANT,
  "server/src/branding/find-tenant-by-host.ts": "answers which tenant a sign-in page is of, before anybody is known",
  "server/src/alerts/health/alert-figures.repository.ts": "sums over every tenant for the operator, names none",
  "server/src/alerts/health/delivery-figures.repository.ts": "sums over every tenant for the operator, names none",
  "server/src/alerts/evaluate/evaluation-clock.ts": "reads the clock of the database",
  "sql/src/leases/take-lease.ts": "which process does a piece of work for every tenant; knows nothing of any",
  "sql/src/maintain/store-opening-intervals.ts":
    "writes for each tenant when its own calendars are open, answers nothing",
  "server/src/sla/clocks/store-working-intervals.ts": "writes for each tenant when its own clocks run, answers nothing",
  "server/src/worker/start-worker.ts": "deletes sessions of every tenant that have expired, answers nothing",
  "server/src/anomalies/scoring/list-tenant-ids.ts": "lists the ids of tenants for work that is done for each of them",
  "server/src/rollups/rules/list-policy-tenants.ts":
    "lists the ids of tenants with policies for work that is done for each of them",
  "server/src/identity/sign-in/sign-in-limit.ts": "counts tries of addresses, before anybody is known",
};

const network = {
  clients: [{ id: "mine", title: "Mine" }],
  stores: [{ client: "mine", id: "1", title: "1", region: "" }],
};

const box = openSecretBox("a secret of tests, at least 32 characters");
const hook = (tenant: string) =>
  ({ tenant, source: "shop", style: "standard", mapping: "standard-fulfilment", client: "c" }) as const;
const wish = (tenant: string): ReplayWish => ({
  ...{ tenant, what: "rejected", by: "received_at", from: null, to: null, clients: null, sources: null },
  ...{ reasons: null, isBackfill: false, requestedBy: `of ${tenant}` },
});
const closed = {
  ...{ id: "cal", timeZone: "UTC", week: [[], [], [], [], [], [], []] },
  exceptions: [{ date: "2026-12-24", hours: [] }],
};

const promise = (title: string) => ({ id: "promise", title, limitSeconds: 60, target: 0.9, windowDays: 30 });
const closure = (author: string) => ({
  ...{ id: "closure-of-theirs", reason: `for ${author}`, author, requestedAt: now },
  ...{ from: now, to: new Date(now.getTime() + 1_000) },
});
const assumption = {
  ...{ name: "value_service_cost", client: "c", low: 1, high: 2, currency: "EUR", effectiveAt: now },
  ...{ note: "of theirs", author: "theirs-person", statedAt: now },
};
const yearOf = {
  client: "c",
  firstMonth: 2,
  firstWeekday: 7,
  pattern: "4-5-4",
  yearStart: "NEAREST",
} as const;
const frozen = (tenant: string, id: string): FrozenRow => ({
  ...{ tenant, id, title: `of ${tenant}`, question: "{}", answer: "{}", hash: "h", limits: "{}" },
  ...{ asOf: now, frozenBy: "p", frozenAt: now },
});

const savedView = (id: string) => ({ id, title: id, address: "/", savedAt: now });
const report = (tenant: string, id: string): NewReport => ({
  ...{ tenant, id, client: "c", from: now, to: now, timeZone: "UTC", calendar: "GREGORIAN", formats: ["CSV"] },
  ...{ limits: "{}", role: "viewer", requestedBy: `of ${tenant}`, requestedAt: now, state: "running" },
  ...{ claimedBy: "w", claimedUntil: now },
});
const reportFile = (tenant: string, id: string): WrittenFile => ({
  ...{ tenant, report: id, name: "r.csv", mediaType: "text/csv", size: 1, sha256: `of ${tenant}` },
  bytes: new Uint8Array([1]),
});

/** What each file does for tenant `mine`; it must neither answer nor change anything of tenant `theirs`. */
const CALLS: Readonly<Record<string, (postgres: Postgres) => Promise<unknown>>> = {
  "sql/src/expectations/install-expectation-rules.ts": (postgres) =>
    installExpectationRules(postgres, "mine", { rules: [{ id: "rule", title: "of mine" }], now }),
  "sql/src/sla/install-sla-policies.ts": (postgres) =>
    installSlaPolicies(postgres, "mine", { policies: [promise("Mine")], now }),
  "sql/src/sla/save-sla-policy.ts": (postgres) =>
    saveSlaPolicy(postgres, "mine", {
      terms: { ...promise("Mine"), effectiveFrom: now, createdAt: now, createdBy: "p" },
      expectedVersion: 1,
    }),
  "sql/src/sla/list-sla-policies.ts": (postgres) => listSlaPolicies(postgres, "mine"),
  "sql/src/sla/list-corrections.ts": (postgres) => listCorrections(postgres, "mine"),
  "sql/src/sla/request-correction.ts": (postgres) =>
    requestCorrection(postgres, "mine", { ...closure("me"), id: "closure-of-mine" }),
  "sql/src/sla/decide-correction.ts": (postgres) =>
    decideCorrection(postgres, "mine", { id: "closure-of-theirs", verdict: "approve", by: "me", now }),
  "server/src/sla/load-sla-book.ts": (postgres) => loadSlaBook(postgres, "mine", []),
  "sql/src/keys/create-api-key.ts": (postgres) =>
    createApiKey(postgres, { kind: "ingest", tenant: "mine", title: "till" }, now),
  "sql/src/keys/ensure-ingest-key.ts": (postgres) => ensureIngestKey(postgres, { tenant: "mine", now }),
  "sql/src/keys/list-api-keys.ts": (postgres) => listApiKeys(postgres, "mine"),
  "sql/src/keys/find-api-key.ts": (postgres) => findApiKey(postgres, "mine", "key-of-theirs"),
  "sql/src/keys/rotate-api-key.ts": (postgres) =>
    rotateApiKey(postgres, { tenant: "mine", id: "key-of-theirs", kind: "ingest", graceSeconds: 60, now }),
  "sql/src/keys/record-key-use.ts": (postgres) => recordKeyUse(postgres, { tenant: "mine", id: "key-of-theirs" }, now),
  "sql/src/keys/revoke-api-key.ts": (postgres) => revokeApiKey(postgres, "mine", "key-of-theirs", now),
  "sql/src/webhooks/create-webhook-source.ts": (postgres) => createWebhookSource(postgres, hook("mine"), { box, now }),
  "sql/src/webhooks/add-webhook-secret.ts": (postgres) => rotateWebhookSource(postgres, hook("mine"), { box, now }),
  "sql/src/webhooks/rotate-webhook-source.ts": (postgres) => rotateWebhookSource(postgres, hook("mine"), { box, now }),
  "sql/src/webhooks/list-webhook-sources.ts": (postgres) => listWebhookSources(postgres, "mine"),
  "sql/src/webhooks/find-webhook-source.ts": (postgres) => findWebhookSource(postgres, "mine", "of theirs"),
  "sql/src/replays/create-replay.ts": (postgres) => createReplay(postgres, wish("mine"), now),
  "sql/src/replays/list-replays.ts": (postgres) => listReplays(postgres, "mine"),
  "sql/src/replays/find-replay.ts": async (postgres) => findReplay(postgres, "mine", await findTheirReplay(postgres)),
  "sql/src/replays/cancel-replay.ts": async (postgres) =>
    cancelReplay(postgres, { tenant: "mine", id: await findTheirReplay(postgres) }, now),
  "sql/src/replays/update-claimed-replay.ts": async (postgres) => {
    const claim = { tenant: "mine", id: await findTheirReplay(postgres), worker: "w" };
    return updateClaimedReplay(postgres, claim, { state: "done" });
  },
  "sql/src/webhooks/revoke-webhook-source.ts": (postgres) => revokeWebhookSource(postgres, hook("mine"), now),
  "sql/src/registry/ensure-tenant.ts": (postgres) =>
    ensureTenant(postgres, { id: "mine", title: "Mine", isDemo: false, now }),
  "sql/src/registry/register-discovered.ts": (postgres) =>
    registerDiscovered(postgres, "mine", [
      { client: "c", store: "s", region: "r", channel: "ch", partner: "p", workflow: "w" },
    ]),
  "sql/src/calendar/load-calendars.ts": (postgres) => loadCalendars(postgres, "mine"),
  "sql/src/registry/seed-calendars.ts": (postgres) =>
    seedRegistry(postgres, "mine", { calendars: [{ ...closed, title: "Mine" }] }, now),
  "sql/src/registry/seed-registry.ts": (postgres) => seedRegistry(postgres, "mine", network, now),
  "sql/src/registry/declare-workflow-steps.ts": (postgres) =>
    declareWorkflowSteps(postgres, { tenant: "mine", client: "c", workflow: "w", steps: [] }),
  "server/src/registry/registry.repository.ts": async (postgres) => {
    const repository = new RegistryRepository(postgres);
    return [
      await repository.findTenant("mine"),
      await repository.loadRegistry("mine"),
      await repository.loadDeclaredFeeds("mine"),
      await repository.loadCalendars("mine"),
      await repository.loadSlaBook("mine"),
    ];
  },
  "server/src/anomalies/scoring/scoring-progress.repository.ts": async (postgres) => {
    const repository = new ScoringProgressRepository(postgres);
    const claim = { holder: "mine", now, forMs: 1 };
    const chosen = { list: 1, notify: 2, isLearned: true, seriesWeeks: 3, listPerWeek: 4, notifyPerWeek: null };
    await repository.saveThresholds("mine", now, new Map([["c", chosen]]));
    await repository.setBudget("mine", {
      class: "c",
      listPerWeek: 1,
      notifyPerWeek: 1,
      changedBy: "me",
      changedAt: now,
    });
    return [
      await repository.claim("mine", claim),
      await repository.advance("mine", "mine", { scoredTo: now, historySeenTo: now }),
      await repository.advance("theirs", "mine", { scoredTo: now, historySeenTo: now }),
      await repository.release("mine", "mine"),
      [...(await repository.findThresholds("mine", now))],
      [...(await repository.listNewestThresholds("mine"))],
      (await repository.findBudgets("mine"))("c"),
    ];
  },
  "server/src/metrics/settings/figure-settings.repository.ts": async (postgres) => {
    const repository = new FigureSettingsRepository(postgres);
    await repository.saveAssumption("mine", { ...assumption, note: "of mine", author: "p" });
    await repository.saveCalendar("mine", yearOf, { author: "p", changedAt: now });
    return [
      await repository.listAssumptions("mine"),
      await repository.listCalendars("mine"),
      await repository.deleteAssumption("mine", assumption),
      await repository.deleteCalendar("mine", "theirs-client"),
    ];
  },
  "server/src/rollups/rules/rollup-rules.repository.ts": async (postgres) => {
    const repository = new RollupRulesRepository(postgres);
    const rules = { generation: 1, fingerprint: "of mine", parts: {}, restatedFrom: 1 };
    return [
      await repository.find("mine"),
      await repository.replace("mine", rules, 0),
      await repository.moveOn("mine", 1, undefined),
      await repository.find("mine"),
    ];
  },
  "server/src/metrics/frozen/frozen-figures.repository.ts": async (postgres) => {
    const repository = new FrozenFiguresRepository(postgres);
    await repository.insert(frozen("mine", "figure-of-mine"));
    return [await repository.find("mine", "figure-of-theirs"), await repository.list("mine", 10)];
  },
  "server/src/runs/expected/expectation-rule.repository.ts": (postgres) =>
    new ExpectationRuleRepository(postgres).findInForce("mine", "rule-of-theirs", now),
  "server/src/saved-views/saved-views.repository.ts": async (postgres) => {
    const repository = new SavedViewsRepository(postgres);
    const [owner, view] = [{ tenant: "mine", person: "theirs-person" }, savedView("view-of-mine")];
    return [
      await repository.save(owner, view),
      await repository.list(owner),
      await repository.countOthers(owner, "x"),
      await repository.isPerson("nobody"),
      await repository.delete(owner, "view-of-theirs"),
      await repository.delete(owner, "view-of-mine"),
    ];
  },
  "server/src/dashboards/dashboards.repository.ts": async (postgres) => {
    const repository = new DashboardsRepository(postgres);
    const version = { id: "board", version: 2, isSeed: false, text: "of mine", createdAt: now, createdBy: "p" };
    return [
      await repository.insert("mine", version),
      await repository.insert("mine", { ...version, text: "again" }),
      await repository.listNewest("mine"),
      await repository.listNewest("mine", "board"),
    ];
  },
  "server/src/branding/branding.repository.ts": async (postgres) => {
    const repository = new BrandingRepository(postgres);
    await repository.save("mine", { ...OWN_BRANDING, productName: "Mine" }, { savedBy: "p", savedAt: now });
    const found = await repository.find("mine");
    await repository.delete("mine");
    return [found, await repository.find("mine"), await repository.isHostTaken("mine", "mine.example")];
  },
  "server/src/reports/store/report.repository.ts": async (postgres) => {
    const repository = new ReportRepository(postgres);
    const theirs = { tenant: "mine", id: "report-of-theirs", worker: "w" };
    const made = { files: [], figures: [], asOf: now, now };
    return [
      (await repository.create(report("mine", "report-of-mine")))?.id,
      await repository.list("mine", null, 10),
      await repository.find("mine", "report-of-theirs"),
      await repository.cancel("mine", "report-of-theirs", now),
      await repository.advance(theirs, { state: "done" }),
      await repository.finish(theirs, made),
      await repository.listFiles("mine", ["report-of-theirs"]),
      await repository.findFile("mine", "report-of-theirs", "r.csv"),
    ];
  },
  ...{ ...ALERT_CALLS, ...NOTIFICATION_CALLS },
  "server/src/identity/session/grant.repository.ts": async (postgres) => [
    await new GrantRepository(postgres).findGrant("mine", "theirs-person"),
    await new GrantRepository(postgres).findTenantFor("mine", "nobody"),
  ],
  "server/src/identity/session/session.repository.ts": async (postgres) => {
    await new SessionRepository(postgres).deleteExpired("mine", now);
    return new SessionRepository(postgres).delete("mine", "theirs-session");
  },
  "server/src/identity/bootstrap/person.repository.ts": async (postgres) => {
    const repository = new PersonRepository(postgres.db, "mine");
    return [await repository.hasAdministrator(), await repository.disableDemoPeople(now)];
  },
  "server/src/identity/bootstrap/ensure-administrator.ts": (postgres) =>
    ensureAdministrator(postgres, { tenant: "mine", now }),
  "server/src/identity/bootstrap/ensure-demo-people.ts": async (postgres) =>
    ensureDemoPeople(postgres, { tenant: "mine", people: (await loadDemoPeople()).slice(0, 1), now }),
  "server/src/identity/bootstrap/bootstrap-identity.ts": (postgres) =>
    bootstrapIdentity({ postgres, tenant: "mine", tenantTitle: "Mine", isDemo: false, now }),
};

/** The replay of `theirs` is being worked on, so that only its tenant keeps others off. */
async function findTheirReplay(postgres: Postgres): Promise<string> {
  const [replay] = await listReplays(postgres, "theirs");
  return replay?.id ?? "";
}

const TENANT_TABLES = [
  "replay",
  "tenant",
  "client",
  "region",
  "store",
  "channel",
  "partner",
  "workflow",
  "declared_feed",
  "expectation_rule",
  "webhook_secret",
  "webhook_source",
  "calendar",
  "calendar_exception",
  "anomaly_cursor",
  "anomaly_budget",
  "anomaly_threshold",
  "sla_policy",
  "correction",
  "rollup_rules",
  "metric_assumption",
  "retail_calendar",
  "frozen_figure",
  "dashboard",
  "saved_view",
  "report",
  "report_file",
  "branding",
  "api_key",
  "person_grant",
  "session",
  ...ALERT_TABLES,
];

/** A quoted "db.system" is an attribute of a span, no database of ours. */
const SPEAKS = /(?<!["'`])\bdb\b\s*[.,}]|\.transaction\(|PostgresDatabase/;
/** Asking whether the database is there reads nothing. */
const ALIVE = /db\.execute\((sql)?["'`]SELECT 1["'`]\)/g;

function listFilesThatSpeakToPostgres(): string[] {
  return ["sql/src", "server/src", "ingestion/src"]
    .flatMap((folder) =>
      readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    )
    .filter((file) => file.endsWith(".ts") && !/spec\.ts$|\/testing\//.test(file))
    .filter((file) => SPEAKS.test(readFileSync(`${ROOT}${file}`, "utf8").replace(ALIVE, "")))
    .filter((file) => !/^sql\/src\/(index|postgres\/)/.test(file));
}

async function fillTheirs(postgres: Postgres): Promise<void> {
  const { db } = postgres;
  const of = { client: "c", title: "of theirs" };
  await ensureTenant(postgres, { id: "theirs", title: "of theirs", isDemo: false, now });
  await seedRegistry(
    postgres,
    "theirs",
    {
      calendars: [{ ...closed, title: "of theirs" }],
      clients: [{ id: "c", title: "of theirs" }],
      regions: [{ ...of, id: "r" }],
      stores: [{ ...of, id: "s", region: "r" }],
      channels: [{ ...of, id: "ch" }],
      partners: [{ ...of, id: "p", kind: "reseller" }],
      workflows: [{ ...of, id: "w" }],
      feeds: [{ client: "c", source: "of theirs", cadenceSeconds: 60 }],
    },
    now,
  );
  await createWebhookSource(postgres, hook("theirs"), { box, now });
  await installSlaPolicies(postgres, "theirs", { policies: [promise("of theirs")], now });
  await requestCorrection(postgres, "theirs", closure("theirs"));
  await createReplay(postgres, wish("theirs"), now);
  await claimReplay(postgres, { worker: "w", leaseMs: 1_000 }, now);
  await installExpectationRules(postgres, "theirs", { rules: [{ id: "rule", title: "of theirs" }], now });
  await fillAlertTables(postgres, "theirs");
  await db.insert(schema.report).values(report("theirs", "report-of-theirs"));
  await db.insert(schema.reportFile).values(reportFile("theirs", "report-of-theirs"));
  const brand = {
    ...OWN_BRANDING,
    productName: "of theirs",
    host: "theirs.example",
    savedBy: "of theirs",
    savedAt: now,
  };
  await db.insert(schema.branding).values({ tenant: "theirs", ...brand });
  await db.insert(schema.anomalyCursor).values({ tenant: "theirs", holder: "of theirs", heldUntil: new Date(0) });
  const budget = { listPerWeek: 3, notifyPerWeek: 3, changedAt: now, changedBy: "of theirs" };
  await db.insert(schema.anomalyBudget).values({ tenant: "theirs", class: "c", ...budget });
  const threshold = { list: 9, notify: 9, isLearned: true, seriesWeeks: 9, effectiveFrom: now };
  await db.insert(schema.anomalyThreshold).values({ tenant: "theirs", class: "c", ...threshold });
  await db.insert(schema.rollupRules).values({ tenant: "theirs", generation: 1, fingerprint: "of theirs", parts: {} });
  const settings = new FigureSettingsRepository(postgres);
  await settings.saveAssumption("theirs", assumption);
  await settings.saveCalendar("theirs", yearOf, { author: "theirs-person", changedAt: now });
  await new FrozenFiguresRepository(postgres).insert(frozen("theirs", "figure-of-theirs"));
  const board = { id: "board", version: 1, isSeed: false, text: "of theirs", createdAt: now, createdBy: "p" };
  await new DashboardsRepository(postgres).insert("theirs", board);
  await db
    .insert(schema.apiKey)
    .values({ id: "key-of-theirs", tenant: "theirs", kind: "ingest", title: "of theirs", secretHash: "h" });
  await db.insert(schema.person).values({ id: "theirs-person", name: "of theirs", email: "theirs@example.org" });
  await db
    .insert(schema.grant)
    .values({ userId: "theirs-person", tenant: "theirs", role: "administrator", isDemo: true });
  await new SavedViewsRepository(postgres).save(
    { tenant: "theirs", person: "theirs-person" },
    savedView("view-of-theirs"),
  );
  await db
    .insert(schema.session)
    .values({ id: "theirs-session", userId: "theirs-person", tenant: "theirs", token: "t", expiresAt: new Date(0) });
}

describe("every file that speaks to Postgres", () => {
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    await fillTheirs(postgres);
  }, 30_000);
  afterAll(() => postgres.close());

  /** loadTheirs returns all rows of tenant `theirs`, whatever the table. */
  async function loadTheirs(): Promise<unknown[]> {
    const tables: unknown[] = [];
    for (const table of TENANT_TABLES) {
      const column = table === "tenant" ? "id" : "tenant";
      const statement = sql`SELECT * FROM ${sql.identifier(table)} WHERE ${sql.identifier(column)} = 'theirs' ORDER BY 1, 2`;
      const answer: unknown = await postgres.db.execute(statement);
      tables.push((answer as { rows: unknown[] }).rows);
    }
    return tables;
  }

  it("knows every table that has a tenant", async () => {
    const answer: unknown = await postgres.db.execute(
      sql`SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'tenant' ORDER BY 1`,
    );
    expect((answer as { rows: { table_name: string }[] }).rows.map((row) => row.table_name)).toEqual(
      TENANT_TABLES.filter((table) => table !== "tenant").sort(),
    );
    for (const rows of await loadTheirs()) expect(rows).toHaveLength(1);
  });

  it("is listed here, with what it does for one tenant or why it needs none", () => {
    expect(listFilesThatSpeakToPostgres().sort()).toEqual(
      [...Object.keys(CALLS), ...Object.keys(WITHOUT_TENANT)].sort(),
    );
  });

  it.each(Object.keys(CALLS))("%s leaves another tenant alone", async (file) => {
    const before = await loadTheirs();
    const answer = await CALLS[file]?.(postgres);
    expect(JSON.stringify(answer) ?? "").not.toMatch(/theirs/);
    expect(await loadTheirs()).toEqual(before);
  });

  it("finds a key's own tenant and no other", async () => {
    const mine = await createApiKey(postgres, { kind: "ingest", tenant: "mine", title: "till" }, now);
    const read = await createApiKey(postgres, { kind: "read", tenant: "mine", title: "script", scope: {} }, now);
    expect(await findIngestKey(postgres, mine.secret, now)).toMatchObject({ tenant: "mine" });
    expect(await findReadKey(postgres, read.secret, now)).toMatchObject({ tenant: "mine" });
  });
});
