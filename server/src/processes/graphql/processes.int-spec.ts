import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  migratePostgres,
  openEmbeddedPostgres,
  schema,
  seedRegistry,
  type ClickHouse,
  type Postgres,
} from "@watchfloor/sql";
import { openMigratedClickHouse } from "@watchfloor/sql/testing";
import { eq } from "drizzle-orm";
import { bootstrapIdentity } from "../../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../../identity/testing/ask.js";
import { startIdentityServer, type IdentityServer } from "../../identity/testing/start-identity-server.js";
import { insertRows, type TestRow } from "../../metrics/testing/insert-rows.js";
import { ProcessesModule } from "../processes.module.js";

const NOW = new Date();
const at = (minutesAgo: number) => new Date(NOW.getTime() - minutesAgo * 60_000);
const RANGE = { from: at(600), to: at(0) };
const STORES = ["1", "2", "3", "4", "5", "6", "7"];

const DECLARE = `mutation ($client: ID!, $workflow: ID!, $steps: [DeclaredStepInput!]!) {
  answer: declareWorkflowSteps(client: $client, workflow: $workflow, steps: $steps) {
    __typename ... on DeclaredSteps { client workflow steps { step isOptional mayRepeat } } ... on DeclareStepsProblem { code message }
  }
}`;
const VARIANTS = `query ($from: DateTime!, $to: DateTime!, $filter: ScopeFilterInput, $client: ID, $workflow: ID = "order", $limit: Int, $mergeRepeats: Boolean) {
  answer: variants(workflow: $workflow, client: $client, from: $from, to: $to, filter: $filter, limit: $limit, mergeRepeats: $mergeRepeats) {
    cases casesWithoutSteps noConformanceReason others { variants cases } variants { steps cases share outcomes { outcome cases } deviations { kind step } }
    conformance { conforming share declared { step } deviations { kind step cases share } }
    edges { from to count durationP50 durationP95 } stepFigures { step workP50 workP95 waitP95 share shareOfAll isBottleneck failureRate reworkedCases repeats }
  }
}`;
const COMPARE = `query ($from: DateTime!, $to: DateTime!, $filter: ScopeFilterInput) {
  answer: processComparison(workflow: "order", from: $from, to: $to, filter: $filter) {
    dimension isAggregateOnly peers a { cases durationP50 } b { cases durationP50 }
    variants { steps a { cases share } b { cases share } shareDifference } stepFigures { step a { workP50 } b { workP50 } workP50Difference waitP95Difference }
    edges { from to a { share } b { share } shareDifference }
  }
}`;

/** A run of another client, whose only step is its own. */
function buildForeignRun(tenant: string) {
  const { run, steps } = buildRun(tenant, "1");
  const foreign = { client: "other", run: "foreign" };
  return {
    run: { ...run, ...foreign },
    steps: steps.slice(0, 1).map((row) => ({ ...row, ...foreign, step: "foreign" })),
  };
}

/** A run of ten minutes: six to pack and, in most stores, two to ship; store 1 ships twice. */
function buildRun(tenant: string, store: string): { run: TestRow; steps: TestRow[] } {
  const key = { tenant, client: "acme", workflow: "order", run: `order-${store}`, source: "shop", store };
  const steps = store === "2" ? ["pack"] : store === "1" ? ["pack", "ship", "ship"] : ["pack", "ship"];
  return {
    run: {
      ...{ ...key, day: at(60).toISOString().slice(0, 10), kind: "workflow" },
      ...{ started_at: at(60), finished_at: at(50), outcome: store === "2" ? "failed" : "succeeded" },
    },
    steps: steps.map((step, place) => ({
      ...{ ...key, id: `${store}-${place}`, step, sequence: place, attempt: 1, content_hash: "1" },
      ...{ started_at: at(60 - place * 7), finished_at: at(60 - place * 7 - (step === "pack" ? 6 : 2)) },
      outcome: step === "ship" && store === "3" ? "failed" : "succeeded",
    })),
  };
}

describe("process reports through GraphQL", () => {
  const directory = mkdtempSync(join(tmpdir(), "watchfloor-process-graphql-"));
  let clickhouse: ClickHouse;
  let postgres: Postgres;
  let server: IdentityServer;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    clickhouse = await openMigratedClickHouse(directory, NOW);
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    const now = () => new Date();
    const options = { postgres, authSecret: "s".repeat(43), tenant: "t1", isDemo: false, now };
    server = await startIdentityServer(options, [ProcessesModule.register({ clickhouse, postgres, now })]);
    for (const tenant of ["t1", "t2", "t3"]) {
      const who = { email: `${tenant}@example.org`, password: "correct horse battery" };
      const admin = { adminEmail: who.email, adminPassword: who.password };
      await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, ...admin, isDemo: false, now: NOW });
      tokens[tenant] = (await askToSignIn(server.url, who)).token;
      const network = {
        clients: ["acme", "other"].map((id) => ({ id, title: id })),
        stores: STORES.map((id) => ({ client: "acme", id, title: id, region: "" })),
        workflows: [
          ...["acme", "other"].map((client) => ({ client, id: "order", title: "Order" })),
          { client: "acme", id: `only-${tenant}`, title: "Only here" },
        ],
      };
      await seedRegistry(postgres, tenant, network, NOW);
      if (tenant === "t2") continue;
      const built = [...STORES.map((store) => buildRun(tenant, store)), buildForeignRun(tenant)];
      await insertRows(
        clickhouse,
        "run",
        built.map(({ run }) => run),
      );
      await insertRows(
        clickhouse,
        "step",
        built.flatMap(({ steps }) => steps),
      );
    }
    const limited = { role: "store_manager" as const, scope: { stores: ["acme/1"] } };
    const ofClient = { role: "administrator" as const, scope: { clients: ["acme"] } };
    await postgres.db.update(schema.grant).set(ofClient).where(eq(schema.grant.tenant, "t1"));
    await postgres.db.update(schema.grant).set(limited).where(eq(schema.grant.tenant, "t3"));
  }, 90_000);
  afterAll(async () => {
    await server.close();
    await clickhouse.close();
    await postgres.close();
    rmSync(directory, { recursive: true, force: true });
  }, 30_000);

  const run = (who: string, query: string, variables: object) =>
    ask(server.url, query, { headers: { authorization: `Bearer ${tokens[who] ?? who}` }, variables: { ...variables } });
  const read = async (who: string, query: string, variables: object = {}) => {
    const { data, message } = await run(who, query, { ...RANGE, ...variables });
    expect(message).toBeUndefined();
    return data?.["answer"];
  };
  const declared = (...steps: object[]) => ({ client: "acme", workflow: "order", steps });

  it("lets nobody but an administrator declare steps, and nobody ask who is not signed in", async () => {
    expect(await run("t3", DECLARE, declared({ step: "pack" }))).toMatchObject({ code: "FORBIDDEN" });
    for (const query of [VARIANTS, COMPARE])
      expect(await run("nobody", query, RANGE)).toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("says what is wrong with a declaration, and knows no workflow of another tenant's making", async () => {
    const refused = (variables: object) => read("t1", DECLARE, variables);
    expect(await refused(declared({ step: "pack" }, { step: "pack" }))).toMatchObject({ code: "STEP_TWICE" });
    expect(await refused(declared({ step: " " }))).toMatchObject({ code: "EMPTY_STEP" });
    expect(await refused({ ...declared({ step: "pack" }), workflow: "only-t1" })).toMatchObject({
      workflow: "only-t1",
    });
    const unknown = [{ workflow: "nothing" }, { workflow: "only-t2" }, { client: "other" }, { client: "nobody" }];
    for (const where of unknown)
      expect(await refused({ ...declared({ step: "pack" }), ...where })).toMatchObject({
        __typename: "DeclareStepsProblem",
        code: "UNKNOWN_WORKFLOW",
      });
    const kept = await postgres.db.select().from(schema.workflow);
    expect(kept.filter(({ steps }) => steps !== null).map(({ tenant, id }) => [tenant, id])).toEqual([
      ["t1", "only-t1"],
    ]);
  });

  it("compares runs with what was declared from then on, and no more once it is taken back", async () => {
    expect(await read("t1", VARIANTS)).toMatchObject({ conformance: null, noConformanceReason: "NOT_DECLARED" });
    await read("t1", DECLARE, declared({ step: "pack" }, { step: "ship" }, { step: "sign", isOptional: true }));
    const report = await read("t1", VARIANTS);
    expect(report).toMatchObject({
      cases: 7,
      noConformanceReason: null,
      conformance: {
        conforming: 5,
        declared: [{ step: "pack" }, { step: "ship" }, { step: "sign" }],
        deviations: [
          { kind: "REPEATED", step: "ship", cases: 1 },
          { kind: "MISSING", step: "ship", cases: 1 },
        ],
      },
      variants: [
        { steps: ["pack", "ship"], cases: 5, deviations: [] },
        { steps: ["pack"], cases: 1, outcomes: [{ outcome: "FAILED", cases: 1 }] },
        { steps: ["pack", "ship", "ship"], cases: 1, deviations: [{ kind: "REPEATED", step: "ship" }] },
      ],
      edges: [
        { from: "pack", to: "ship", count: 6, durationP50: 420, durationP95: 420 },
        { from: "ship", to: "ship", count: 1 },
      ],
      stepFigures: [
        { step: "pack", workP50: 360, share: 0.6, shareOfAll: 0.6, isBottleneck: true, waitP95: null },
        { step: "ship", workP50: 120, waitP95: expect.any(Number), reworkedCases: 1, repeats: 1, failureRate: 1 / 7 },
      ],
    });
    expect(await read("t3", VARIANTS)).toMatchObject({ cases: 1, conformance: null });
    await read("t1", DECLARE, declared());
    expect(await read("t1", VARIANTS)).toMatchObject({ conformance: null, noConformanceReason: "NOT_DECLARED" });
  });

  it("compares a store with its peers, for its manager by aggregates alone", async () => {
    const filter = { stores: ["acme/1"] };
    expect(await read("t1", COMPARE, { filter })).toMatchObject({
      ...{ dimension: "STORE", isAggregateOnly: false, peers: 6, a: { cases: 1 }, b: { cases: 6, durationP50: 600 } },
      variants: [
        { steps: ["pack", "ship", "ship"], a: { cases: 1, share: 1 }, b: null, shareDifference: 1 },
        { steps: ["pack", "ship"], a: null, b: { cases: 5, share: 5 / 6 }, shareDifference: -5 / 6 },
        { steps: ["pack"], a: null, b: { cases: 1 } },
      ],
    });
    expect(await read("t3", COMPARE)).toMatchObject({
      ...{ isAggregateOnly: true, peers: 6, a: { cases: 1 }, b: { cases: null } },
      variants: [
        { steps: ["pack", "ship"], a: null, b: { cases: null, share: 1 }, shareDifference: -1 },
        { steps: ["pack", "ship", "ship"], a: { cases: 1, share: 1 }, b: null, shareDifference: null },
      ],
      stepFigures: [{ step: "pack", workP50Difference: 0 }, { step: "ship" }],
    });
    expect(await run("t1", COMPARE, RANGE)).toMatchObject({ code: "BAD_USER_INPUT", extensions: { field: "filter" } });
  });

  it("shows nothing of a client, store or workflow that the scope does not have, whatever the filter says", async () => {
    const named = async (who: string, variables: object) => {
      const report = await read(who, VARIANTS, variables);
      return [(report as { cases: number }).cases, JSON.stringify(report).includes("foreign")];
    };
    expect(await named("t1", {})).toEqual([7, false]);
    for (const variables of [{ client: "other" }, { filter: { clients: ["other"] } }, { workflow: "only-t2" }])
      expect(await named("t1", variables)).toEqual([0, false]);
    expect(await named("t1", { client: "acme", filter: { clients: ["other"] } })).toEqual([0, false]);
    for (const stores of [
      ["acme/1", "acme/2", "acme/3"],
      ["1", "2"],
    ])
      expect(await named("t3", { filter: { stores } })).toEqual([1, false]);
    expect(await named("t3", { filter: { stores: ["acme/2"] } })).toEqual([0, false]);
    expect(await run("t3", COMPARE, { ...RANGE, filter: { stores: ["acme/2"] } })).toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringContaining("no such store within your scope"),
    });
  });

  it("lists as many variants as are wanted, sums the rest, and merges repeats", async () => {
    expect(await read("t1", VARIANTS, { limit: 1 })).toMatchObject({
      cases: 7,
      variants: [{ steps: ["pack", "ship"], cases: 5, share: 5 / 7 }],
      others: { variants: 2, cases: 2 },
    });
    expect(await read("t1", VARIANTS, { mergeRepeats: true })).toMatchObject({
      variants: [
        { steps: ["pack", "ship"], cases: 6 },
        { steps: ["pack"], cases: 1 },
      ],
      edges: [{ from: "pack", to: "ship", count: 6 }],
    });
  });

  it.each<[string, object]>([
    ["from", { from: RANGE.to, to: RANGE.from }],
    ["from", { to: RANGE.from }],
    ["limit", { limit: 0 }],
    ["limit", { limit: 501 }],
    ["workflow", { workflow: "" }],
    ["filter.measures", { filter: { measures: ["price"] } }],
    ["filter.steps", { filter: { steps: ["pack"] } }],
    ["filter.stores", { filter: { stores: Array.from({ length: 1_001 }, (_, place) => String(place)) } }],
  ])("says that %s is at fault, and what to send instead", async (field, variables) => {
    expect(await run("t1", VARIANTS, { ...RANGE, ...variables })).toMatchObject({
      ...{ code: "BAD_USER_INPUT", data: null, extensions: { field, remedy: expect.any(String) } },
    });
  });

  it.each<[string, object]>([
    ["an instant that is none", { from: "yesterday" }],
    ["a filter there is not", { filter: { shelves: ["1"] } }],
    ["half a variant", { limit: 0.5 }],
  ])("refuses %s", async (_, variables) => {
    const { code, message } = await run("t1", VARIANTS, { ...RANGE, ...variables });
    expect([code, message]).toEqual(["BAD_USER_INPUT", expect.any(String)]);
  });

  it("shows a tenant without runs nothing of another's", async () => {
    expect(await read("t2", VARIANTS)).toMatchObject({ cases: 0, variants: [], edges: [], stepFigures: [] });
    expect(await read("t2", COMPARE, { filter: { stores: ["1"] } })).toMatchObject({
      peers: null,
      b: null,
      a: { cases: 0 },
    });
  });
});
