import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  migrateClickHouse,
  migratePostgres,
  openEmbeddedClickHouse,
  openEmbeddedPostgres,
  schema,
  seedRegistry,
  type ClickHouse,
  type Postgres,
} from "@watchfloor/sql";
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
const VARIANTS = `query ($from: DateTime!, $to: DateTime!, $filter: ScopeFilterInput) {
  answer: variants(workflow: "order", from: $from, to: $to, filter: $filter) {
    cases casesWithoutSteps noConformanceReason variants { steps cases share outcomes { outcome cases } deviations { kind step } }
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
    clickhouse = openEmbeddedClickHouse(directory);
    await migrateClickHouse(clickhouse, { now: NOW });
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
        clients: [{ id: "acme", title: "Acme" }],
        stores: STORES.map((id) => ({ client: "acme", id, title: id, region: "" })),
        workflows: [{ client: "acme", id: "order", title: "Order" }],
      };
      await seedRegistry(postgres, tenant, network, NOW);
      if (tenant === "t2") continue;
      const built = STORES.map((store) => buildRun(tenant, store));
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
    expect(await refused({ ...declared(), workflow: "nothing" })).toMatchObject({ code: "UNKNOWN_WORKFLOW" });
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

  it("shows a tenant without runs nothing of another's", async () => {
    expect(await read("t2", VARIANTS)).toMatchObject({ cases: 0, variants: [], edges: [], stepFigures: [] });
    expect(await read("t2", COMPARE, { filter: { stores: ["1"] } })).toMatchObject({
      peers: null,
      b: null,
      a: { cases: 0 },
    });
  });
});
