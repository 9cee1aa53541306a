import { createApiKey, migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { eq, ne } from "drizzle-orm";
import { bootstrapIdentity } from "../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../identity/testing/ask.js";
import { startIdentityServer, type IdentityServer } from "../identity/testing/start-identity-server.js";
import { buildScope } from "../scope/scope.js";
import { SavedViewsModule } from "./saved-views.module.js";
import { SavedViewsService } from "./saved-views.service.js";

const LIST = "{ savedViews { id title address savedAt } }";
const SAVE =
  "mutation ($title: String!, $address: String!) { answer: saveView(title: $title, address: $address) { ... on SavedView { id title address savedAt } ... on SavedViewProblem { code message } } }";
const DELETE =
  "mutation ($id: ID!) { answer: deleteView(id: $id) { ... on DeletedView { id } ... on SavedViewProblem { code } } }";

interface View {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly code?: string;
}

describe("saved views", () => {
  let postgres: Postgres;
  let server: IdentityServer;
  const tokens: Record<string, string> = {};
  let time = new Date("2026-04-10T12:00:00Z");

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    const clock = () => new Date();
    const options = { postgres, authSecret: "s".repeat(43), tenant: "t1", isDemo: false, now: clock };
    server = await startIdentityServer(options, [SavedViewsModule.register({ postgres, now: () => time })]);
    for (const [tenant, email] of [
      ["t1", "anna@example.org"],
      ["t2", "berta@example.org"],
    ] as const) {
      const admin = { adminEmail: email, adminPassword: "correct horse battery" };
      await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, ...admin, isDemo: false, now: clock() });
      tokens[email.slice(0, 4)] = (await askToSignIn(server.url, { email, password: admin.adminPassword })).token;
    }
    const read = await createApiKey(postgres, { kind: "read", tenant: "t1", title: "script", scope: {} }, clock());
    tokens["key"] = read.secret;
  }, 90_000);
  afterAll(async () => {
    await server.close();
    await postgres.close();
  }, 30_000);

  const run = (who: string, query: string, variables: Record<string, unknown> = {}) =>
    ask(server.url, query, { headers: { authorization: `Bearer ${tokens[who] ?? ""}` }, variables });
  const list = async (who: string) => (await run(who, LIST)).data?.["savedViews"] as View[];
  const change = async (who: string, query: string, variables: Record<string, unknown>) =>
    (await run(who, query, variables)).data?.["answer"] as View;
  const save = (who: string, title: string, address: string) => change(who, SAVE, { title, address });

  it("are kept per person, by title", async () => {
    const first = await save("anna", "Overdue", "/runs?state=overdue&region=nw");
    expect(first).toMatchObject({ title: "Overdue", address: "/runs?state=overdue&region=nw" });
    await save("anna", "Launch", "/promotions?why=targets_missing~clients:northmart");
    expect((await list("anna")).map(({ title }) => title)).toEqual(["Launch", "Overdue"]);
    expect(await list("bert")).toEqual([]);
  });

  it("of the same title take the new address and stay the same view", async () => {
    const before = (await list("anna")).find(({ title }) => title === "Overdue");
    time = new Date("2026-04-11T12:00:00Z");
    expect(await save("anna", " Overdue ", "/runs?state=overdue")).toEqual({
      ...before,
      address: "/runs?state=overdue",
      savedAt: "2026-04-11T12:00:00.000Z",
    });
    expect(await list("anna")).toHaveLength(2);
  });

  it("of somebody else can neither be read, replaced nor deleted", async () => {
    const [launch] = await list("anna");
    expect(await change("bert", DELETE, { id: launch?.id })).toEqual({ code: "NOT_FOUND" });
    await save("bert", "Launch", "/stores");
    expect((await list("anna"))[0]).toEqual(launch);
    expect((await list("bert")).map(({ address }) => address)).toEqual(["/stores"]);
  });

  it("of the same person in another tenant are others", async () => {
    const [theirs] = await postgres.db.select().from(schema.savedView).where(eq(schema.savedView.tenant, "t2"));
    const service = new SavedViewsService({ postgres, now: () => time });
    const elsewhere = buildScope({ tenant: "t1", role: "viewer", subjectId: theirs?.person ?? "" });
    expect(await service.list(elsewhere)).toEqual([]);
    expect(await service.delete(elsewhere, theirs?.id ?? "")).toMatchObject({ code: "NOT_FOUND" });
    await service.save(elsewhere, "Launch", "/runs");
    expect((await list("bert")).map(({ address }) => address)).toEqual(["/stores"]);
    expect((await service.list(elsewhere)).map(({ address }) => address)).toEqual(["/runs"]);
  });

  it("are refused where they would lead out of the product, and to machine keys", async () => {
    expect(await save("bert", "Out", "//evil.example")).toMatchObject({ code: "INVALID_ADDRESS" });
    expect(await save("bert", " ", "/")).toMatchObject({ code: "INVALID_TITLE" });
    expect(await save("key", "Mine", "/")).toMatchObject({ code: "NOT_A_PERSON" });
    expect(await list("key")).toEqual([]);
    expect((await run("nobody", LIST)).code).toBe("UNAUTHENTICATED");
    expect((await run("nobody", SAVE, { title: "a", address: "/" })).code).toBe("UNAUTHENTICATED");
  });

  it("are deleted once", async () => {
    const [view] = await list("bert");
    expect(await change("bert", DELETE, { id: view?.id })).toEqual({ id: view?.id });
    expect(await change("bert", DELETE, { id: view?.id })).toEqual({ code: "NOT_FOUND" });
  });

  it("are at most 200 a person; replacing one is always possible", async () => {
    for (let index = 0; index < 200; index += 1) await save("bert", `View ${index}`, "/");
    expect(await save("bert", "One more", "/")).toMatchObject({ code: "TOO_MANY" });
    expect(await save("bert", "View 7", "/runs")).toMatchObject({ address: "/runs" });
  }, 60_000);

  it("go with the person", async () => {
    await postgres.db.delete(schema.person).where(eq(schema.person.email, "berta@example.org"));
    expect(await postgres.db.select().from(schema.savedView).where(ne(schema.savedView.tenant, "x"))).toHaveLength(2);
  });
});
