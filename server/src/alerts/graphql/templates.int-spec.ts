import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { eq } from "drizzle-orm";
import { bootstrapIdentity } from "../../identity/bootstrap/bootstrap-identity.js";
import { ask, askToSignIn } from "../../identity/testing/ask.js";
import { seedDemoPeople } from "../../identity/testing/seed-demo-people.js";
import { startIdentityServer, type IdentityServer } from "../../identity/testing/start-identity-server.js";
import { NotificationsModule } from "../notifications.module.js";
import { openAlertWorld, type AlertWorld } from "../testing/open-alert-world.js";

const TEMPLATE = "id version name medium title text isInUse savedByName lastFault";
const PROBLEM = "... on AlertTemplateProblem { code faults { field line code message } }";
const LIST = `{ answer: alertTemplates { ${TEMPLATE} } }`;
const SAVE = `mutation ($input: AlertTemplateInput!) { answer: saveAlertTemplate(input: $input) { ... on AlertTemplate { ${TEMPLATE} } ${PROBLEM} } }`;
const DELETE =
  "mutation ($id: ID!, $version: Int!) { answer: deleteAlertTemplate(id: $id, expectedVersion: $version) { ... on NotificationsDone { ids } ... on NotificationProblem { code } } }";
const USE = `mutation ($medium: AlertTemplateMedium!, $id: ID) { answer: useAlertTemplate(medium: $medium, id: $id) { ... on AlertTemplateUse { medium template } ${PROBLEM} } }`;
const PREVIEW =
  "query ($input: AlertTemplateDraftInput!) { answer: alertTemplatePreview(input: $input) { ... on AlertTemplatePreview { faults { field code line } messages { sample channel title text isCut empty } } ... on NotificationProblem { code } } }";

interface Answer {
  readonly id?: string;
  readonly code?: string;
  readonly version?: number;
  readonly name?: string;
  readonly isInUse?: boolean;
  readonly messages?: readonly { readonly sample: string; readonly title: string; readonly text: string }[];
}

describe("templates over GraphQL", () => {
  let postgres: Postgres;
  let server: IdentityServer;
  let world: AlertWorld;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    world = await openAlertWorld(postgres);
    const options = { postgres, authSecret: "s".repeat(43), tenant: "t1", isDemo: false, now: () => new Date() };
    server = await startIdentityServer(options, [NotificationsModule.register({ ...options, now: world.now })]);
    const people = await seedDemoPeople({ postgres, tenant: "t1", tenantTitle: "t1", now: new Date() });
    const signIn = async (name: string, person: { email: string; password: string }) => {
      tokens[name] ??= (await askToSignIn(server.url, person)).token;
    };
    for (const { role, ...person } of people) await signIn(role, person);
    const others: [name: string, tenant: string, scope: Record<string, string[]>][] = [
      ["foreign", "t2", {}],
      ["clientAdmin", "t3", { clients: ["c1"] }],
    ];
    for (const [name, tenant, scope] of others) {
      const person = { email: `${name}@example.org`.toLowerCase(), password: "correct horse battery" };
      const admin = { adminEmail: person.email, adminPassword: person.password };
      await bootstrapIdentity({ postgres, tenant, tenantTitle: tenant, ...admin, isDemo: false, now: new Date() });
      await postgres.db.update(schema.grant).set({ scope }).where(eq(schema.grant.tenant, tenant));
      await signIn(name, person);
    }
  }, 90_000);
  afterAll(async () => {
    await server.close();
    await world.close();
    await postgres.close();
  }, 30_000);

  const run = async (who: string, query: string, variables: Record<string, unknown> = {}) => {
    const { data, code } = await ask(server.url, query, {
      headers: { authorization: `Bearer ${tokens[who] ?? ""}` },
      variables,
    });
    return (data?.["answer"] ?? { code }) as Answer & Answer[];
  };
  const chat = { name: "Short", medium: "CHAT", title: "{{first.rule}}", text: "", expectedVersion: 0 };
  const save = (who: string, input: object = {}) => run(who, SAVE, { input: { ...chat, ...input } });
  const audited = async (subject: string) =>
    (await postgres.db.select().from(schema.alertAudit)).filter((entry) => entry.subject === subject);

  it("save versions, refuse what is old or wrong, and keep who changed what", async () => {
    const made = await save("administrator", { text: "a\r\nb" });
    expect(made).toMatchObject({ version: 1, name: "Short", medium: "CHAT", text: "a\nb", isInUse: false });
    const id = made.id ?? "";
    expect(await save("administrator", { id, expectedVersion: 1, name: " Shorter " })).toMatchObject({
      ...{ id, version: 2, name: "Shorter" },
    });
    expect(await save("administrator", { id, expectedVersion: 1 })).toMatchObject({ code: "CHANGED_MEANWHILE" });
    expect(await save("administrator", { id, expectedVersion: 2, medium: "MAIL" })).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await save("administrator", { name: " " })).toMatchObject({ code: "INVALID_TITLE", faults: [] });
    const wrong = await save("administrator", { title: "{{nobody}}", text: "a\n{{> x}}" });
    expect(wrong).toMatchObject({
      code: "INVALID_TEMPLATE",
      faults: [
        { field: "TITLE", line: 1, code: "UNKNOWN_VARIABLE" },
        { field: "TEXT", line: 2, code: "NOT_ALLOWED" },
      ],
    });
    expect(await run("administrator", USE, { medium: "CHAT", id })).toEqual({ medium: "CHAT", template: id });
    const other = await save("administrator", { name: "Other" });
    await run("administrator", USE, { medium: "CHAT", id: other.id });
    expect((await run("auditor", LIST)).map(({ name, isInUse }) => [name, isInUse])).toEqual([
      ["Other", true],
      ["Shorter", false],
    ]);
    expect(await run("administrator", USE, { medium: "MAIL", id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await run("administrator", USE, { medium: "CHAT" })).toEqual({ medium: "CHAT", template: null });
    expect(await run("administrator", DELETE, { id, version: 1 })).toEqual({ code: "CHANGED_MEANWHILE" });
    expect(await run("administrator", DELETE, { id, version: 2 })).toEqual({ ids: [id] });
    expect(
      (await audited(id)).map(({ action, before, after }) => [action, before?.["version"], after?.["version"]]),
    ).toEqual([
      ["save", undefined, 1],
      ["save", 1, 2],
      ["delete", 2, undefined],
    ]);
    expect((await audited("chat")).map(({ before, after }) => [before?.["inUse"], after?.["inUse"]])).toEqual([
      [null, id],
      [id, other.id],
      [other.id, null],
    ]);
  });

  it("belong to their tenant, to administrators of all of it, and are read by everybody in it", async () => {
    const { id } = await save("administrator", { name: "Ours" });
    for (const who of ["viewer", "analyst", "operations", "executive", "store_manager", "auditor"]) {
      expect(await save(who)).toEqual({ code: "FORBIDDEN" });
      expect(await run(who, USE, { medium: "CHAT", id })).toEqual({ code: "FORBIDDEN" });
      expect(await run(who, DELETE, { id, version: 1 })).toEqual({ code: "FORBIDDEN" });
      expect((await run(who, LIST)).some(({ name }) => name === "Ours")).toBe(true);
    }
    expect((await run("nobody", LIST)).code).toBe("UNAUTHENTICATED");
    expect((await run("nobody", PREVIEW, { input: { medium: "CHAT", title: "", text: "" } })).code).toBe(
      "UNAUTHENTICATED",
    );
    expect(await run("foreign", LIST)).toEqual([]);
    expect(await save("foreign", { id, expectedVersion: 1 })).toMatchObject({ code: "NOT_FOUND" });
    expect(await run("foreign", USE, { medium: "CHAT", id })).toMatchObject({ code: "NOT_FOUND" });
    expect(await run("foreign", DELETE, { id, version: 1 })).toEqual({ code: "NOT_FOUND" });
    expect(await save("clientAdmin")).toMatchObject({ code: "WIDER_THAN_SCOPE" });
    expect(await run("clientAdmin", USE, { medium: "CHAT" })).toMatchObject({ code: "WIDER_THAN_SCOPE" });
  });

  it("show what readers would see of every case, and of an incident that the caller may see", async () => {
    const incident = await world.story.fire({ rule: "seen", tenant: "t1" });
    const hidden = await world.story.fire({ rule: "hidden", tenant: "t3", client: "c2" });
    const open = await world.story.fire({ rule: "open", tenant: "t3", client: "c1", labels: {} });
    const input = { medium: "MAIL", title: "{{first.client}} {{count}}", text: "", incident };
    const { messages = [] } = await run("analyst", PREVIEW, { input });
    expect(messages[0]).toMatchObject({ sample: "INCIDENT", title: "c1 1" });
    expect(messages.map(({ sample }) => sample).slice(1)).toEqual([
      ...["FIRED", "RESOLVED", "NO_DATA", "GROUP_OF_1", "GROUP_OF_50", "UNICODE", "RIGHT_TO_LEFT"],
    ]);
    expect(await run("foreign", PREVIEW, { input })).toEqual({ code: "NOT_FOUND" });
    const see = (id: string) => run("clientAdmin", PREVIEW, { input: { ...input, incident: id } });
    expect(await see(hidden)).toEqual({ code: "NOT_FOUND" });
    expect((await see(open)).messages?.[0]?.title).toBe("c1 1");
    const broken = await run("administrator", PREVIEW, { input: { medium: "ON_CALL", title: "{{", text: "" } });
    expect(broken).toMatchObject({ faults: [{ field: "TITLE", code: "NOT_CLOSED", line: 1 }] });
  });
});
