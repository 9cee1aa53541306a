import { ask, eventually, getData, sendEvents, signIn } from "./support/ask.js";
import { startInstance, type Instance } from "./support/start-instance.js";

const TENANTS = {
  alpha: { key: "wfi_alpha_0123456789", email: "alpha@example.org", password: "alpha-password" },
  beta: { key: "wfi_beta_0123456789", email: "beta@example.org", password: "beta-password" },
} as const;
type Tenant = keyof typeof TENANTS;

const settings = (tenant: Tenant, more: Record<string, string> = {}) => ({
  WATCHFLOOR_TENANT: tenant,
  WATCHFLOOR_INGEST_KEY: TENANTS[tenant].key,
  WATCHFLOOR_ADMIN_EMAIL: TENANTS[tenant].email,
  WATCHFLOOR_ADMIN_PASSWORD: TENANTS[tenant].password,
  ...more,
});

/** Both tenants use the same ids for everything, so that only the tenant can keep them apart. */
function buildEvents(tenant: Tenant, count: number): Record<string, unknown>[] {
  const time = new Date(Date.now() - 60_000).toISOString();
  const common = { source: "pos", client: "shop", store: "0001", channel: "pos", partner: "p", time };
  return Array.from({ length: count }, (_, index) => [
    {
      ...common,
      id: `s-${index}`,
      kind: "run.started",
      workflow: "w",
      run: `r-${index}`,
      correlation: `${tenant}-secret`,
      dueAt: time,
      money: { amount: 10, currency: "EUR" },
    },
    {
      ...common,
      id: `st-${index}`,
      kind: "step.finished",
      workflow: "w",
      run: `r-${index}`,
      step: `${tenant}-step`,
      startedAt: time,
      outcome: "succeeded",
    },
    {
      ...common,
      id: `x-${index}`,
      kind: "exception.raised",
      exception: `x-${index}`,
      class: `${tenant}-class`,
      money: { amount: 5, currency: "EUR" },
    },
    {
      ...common,
      id: `m-${index}`,
      kind: "measure.recorded",
      measure: "sales.net",
      value: tenant === "alpha" ? 1 : 100,
      unit: "EUR",
    },
  ]).flat();
}

const EVERYTHING = `query ($from: DateTime!, $to: DateTime!) {
  registry { clients { id } stores { id } workflows { id } }
  metrics(query: { metrics: ["runs_started", "runs_open", "exceptions_open", "measure_sum", "money_at_risk", "coverage"], from: $from, to: $to }) {
    groups { key { dimension id } values { metric value } }
  }
  byClass: metrics(query: { metrics: ["exceptions_raised"], from: $from, to: $to, groupBy: [EXCEPTION_CLASS] }) { groups { key { id } values { value } } }
  runs(filter: { from: $from, to: $to }, first: 50) { totalCount nodes { id correlation steps { step } events { nodes { payload } } exceptions { class } related { id correlation } } }
  found: runs(filter: { search: "beta-secret" }) { totalCount }
  feeds { client source newestAt }
  storeWall { client store overdue exceptionsOpen moneyAtRisk { amount } }
  worstObligations { runs money { amount } sample { correlation } }
}`;

interface Everything {
  readonly runs: { totalCount: number };
  readonly storeWall: readonly unknown[];
  readonly metrics?: { groups: { values: { metric: string; value: number | null }[] }[] };
}

describe("two tenants in one installation", () => {
  let instance: Instance;
  const tokens: Record<string, string> = {};
  const range = {
    from: new Date(Date.now() - 86_400_000).toISOString(),
    to: new Date(Date.now() + 86_400_000).toISOString(),
  };

  beforeAll(async () => {
    const first = await startInstance(settings("alpha"));
    await first.stop();
    instance = await startInstance(settings("beta", { WATCHFLOOR_DATA: first.dataDirectory }));
    expect(await sendEvents(instance.eventsUrl, TENANTS.alpha.key, buildEvents("alpha", 3))).toMatchObject({
      status: 200,
    });
    expect(await sendEvents(instance.eventsUrl, TENANTS.beta.key, buildEvents("beta", 7))).toMatchObject({
      status: 200,
    });
    for (const tenant of ["alpha", "beta"] as const) tokens[tenant] = await signIn(instance.url, TENANTS[tenant]);
  }, 120_000);
  afterAll(async () => {
    await instance.stop();
    instance.remove();
  });

  it.each([
    ["alpha", 3, 3],
    ["beta", 7, 700],
  ] as const)("shows %s its own rows only, in every question there is", async (tenant, runs, sales) => {
    const other = tenant === "alpha" ? "beta" : "alpha";
    const data = await eventually(
      () => getData<Everything>(instance.url, tokens[tenant] ?? "", EVERYTHING, range),
      // Stores are registered right after the first rows that name them are stored.
      (answer) => answer.runs.totalCount === runs && answer.storeWall.length > 0,
    );
    const text = JSON.stringify(data);
    expect(text).not.toContain(`${other}-`);
    expect(text).toContain(`${tenant}-step`);
    expect(data).toMatchObject({
      found: { totalCount: tenant === "beta" ? runs : 0 },
      storeWall: [{ store: "0001", overdue: runs, exceptionsOpen: runs, moneyAtRisk: [{ amount: runs * 15 }] }],
      worstObligations: [{ runs, money: [{ amount: runs * 10 }] }],
      byClass: { groups: [{ key: [{ id: `${tenant}-class` }], values: [{ value: runs }] }] },
    });
    const values = Object.fromEntries(
      (data.metrics?.groups ?? [])
        .flatMap((group) => group.values)
        .filter(({ value }) => value !== null)
        .map(({ metric, value }) => [metric, value]),
    );
    expect(values).toMatchObject({
      runs_started: runs,
      runs_open: runs,
      exceptions_open: runs,
      measure_sum: sales,
      money_at_risk: runs * 15,
    });
  });

  it("answers nothing to nobody", async () => {
    const answer = await ask(instance.url, undefined, EVERYTHING, range);
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
  });

  it("does not take an ingest key for a question, nor a session for events", async () => {
    expect((await ask(instance.url, TENANTS.alpha.key, "{ feeds { source } }")).errors?.[0]?.extensions["code"]).toBe(
      "UNAUTHENTICATED",
    );
    expect(await sendEvents(instance.eventsUrl, tokens["alpha"] ?? "", buildEvents("alpha", 1))).toMatchObject({
      status: 401,
    });
  });

  it.each([
    [
      "unknown metric",
      '{ metrics(query: { metrics: ["sparkle"], from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" }) { asOf } }',
      "BAD_USER_INPUT",
    ],
    [
      "from after to",
      '{ metrics(query: { metrics: ["runs_started"], from: "2026-01-03T00:00:00Z", to: "2026-01-02T00:00:00Z" }) { asOf } }',
      "BAD_USER_INPUT",
    ],
    [
      "from equal to",
      '{ metrics(query: { metrics: ["runs_started"], from: "2026-01-02T00:00:00Z", to: "2026-01-02T00:00:00Z" }) { asOf } }',
      "BAD_USER_INPUT",
    ],
    [
      "ten years by minute",
      '{ metrics(query: { metrics: ["runs_started"], from: "2016-01-01T00:00:00Z", to: "2026-01-01T00:00:00Z", granularity: MINUTE }) { asOf } }',
      "BAD_USER_INPUT",
    ],
    [
      "unknown time zone",
      '{ metrics(query: { metrics: ["runs_started"], from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z", timeZone: "Mars/Base" }) { asOf } }',
      "BAD_USER_INPUT",
    ],
    [
      "no time zone in an instant",
      '{ metrics(query: { metrics: ["runs_started"], from: "2026-01-01", to: "2026-01-02T00:00:00Z" }) { asOf } }',
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["too many rows", "{ runs(filter: {}, first: 100000) { totalCount } }", "BAD_USER_INPUT"],
    [
      "too much at once",
      `{ ${Array.from({ length: 300 }, (_, index) => `a${index}: feeds { source }`).join(" ")} }`,
      "QUERY_TOO_LARGE",
    ],
    [
      "too deep",
      `{ runs(filter: {}) { nodes { ${"related { ".repeat(15)} id ${"} ".repeat(15)} } } }`,
      "GRAPHQL_VALIDATION_FAILED",
    ],
  ])("refuses %s with what to do", async (_name, query, code) => {
    const answer = await ask(instance.url, tokens["alpha"], query);
    const extensions = answer.errors?.[0]?.extensions ?? {};
    expect(extensions["code"]).toBe(code);
    expect(JSON.stringify(extensions["remedy"] ?? "").length).toBeGreaterThan(5);
    expect(JSON.stringify(answer)).not.toMatch(/stacktrace|node_modules|\.ts:/);
  });
});
