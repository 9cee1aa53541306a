import { ensureTenant, migratePostgres, openEmbeddedPostgres, type Postgres } from "@watchfloor/sql";
import { pino } from "pino";
import { ensureAdministrator } from "../identity/bootstrap/ensure-administrator.js";
import { ask, askToSignIn } from "../identity/testing/ask.js";
import { startIdentityServer, type IdentityServer } from "../identity/testing/start-identity-server.js";
import { BrandingModule } from "./branding.module.js";
import { BrandingRepository } from "./branding.repository.js";
import { OWN_BRANDING } from "./branding.js";
import { ensureDemoBranding } from "./ensure-demo-branding.js";

const now = new Date("2026-04-10T12:00:00Z");
const PUBLIC = "{ branding { productName signInWords colour colourDark logo icon } }";
const SAVE =
  "mutation ($input: BrandingInput!) { saveBranding(input: $input) { __typename ... on BrandingSettings { productName senderName colourDark } ... on BrandingProblem { field message } } }";
const password = "a long enough password";

describe("the branding of a tenant", () => {
  let postgres: Postgres;
  let server: IdentityServer;
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    for (const tenant of ["home", "other"]) {
      await ensureTenant(postgres, { id: tenant, title: tenant, isDemo: false, now });
      await ensureAdministrator(postgres, { tenant, email: `admin@${tenant}.example`, password, now });
    }
    const shared = { postgres, tenant: "home", now: () => new Date(), isDemo: false };
    const logger = pino({ level: "silent" });
    const identity = { ...shared, authSecret: "a secret of tests, at least 32 characters", logger };
    server = await startIdentityServer(identity, [BrandingModule.register({ ...shared, logger })]);
    for (const tenant of ["home", "other"])
      tokens[tenant] = (await askToSignIn(server.url, { email: `admin@${tenant}.example`, password })).token;
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await postgres.close();
  });

  const as = (tenant: string) => ({ authorization: `Bearer ${tokens[tenant]}` });
  const see = async (headers: Record<string, string> = {}) =>
    (await ask(server.url, PUBLIC, { headers })).data?.["branding"] as Record<string, unknown>;
  const save = async (tenant: string, input: object) =>
    (await ask(server.url, SAVE, { headers: as(tenant), variables: { input } })).data?.["saveBranding"];

  it("is the product's own until an administrator saves one, and again when it is reset", async () => {
    expect(await see()).toMatchObject({ productName: OWN_BRANDING.productName, logo: null });
    const saved = await save("home", { productName: "Halden Desk", colour: "#7a1f4d" });
    expect(saved).toMatchObject({
      __typename: "BrandingSettings",
      productName: "Halden Desk",
      senderName: "Halden Desk",
    });
    expect(JSON.stringify([await see(), await see(as("home")), saved])).not.toMatch(/watchfloor/i);
    await ask(server.url, "mutation { resetBranding }", { headers: as("home") });
    expect(await see()).toMatchObject({ productName: OWN_BRANDING.productName });
  });

  it("is chosen by the host before somebody signs in, and by their tenant afterwards", async () => {
    await save("home", { productName: "Home", colour: "#0b6a80" });
    await save("other", { productName: "Other", colour: "#0b6a80", host: "status.other.example" });
    expect(await see()).toMatchObject({ productName: "Home" });
    expect(await see({ "x-forwarded-host": "status.other.example:8443" })).toMatchObject({ productName: "Other" });
    expect(await see({ "x-forwarded-host": "nobody.example" })).toMatchObject({ productName: "Home" });
    expect(await see(as("other"))).toMatchObject({ productName: "Other" });
    expect(await save("home", { productName: "Home", colour: "#0b6a80", host: "status.other.example" })).toMatchObject({
      field: "host",
    });
  });

  it("is refused with the field at fault, and to everybody who is no administrator", async () => {
    expect(await save("home", { productName: "Home", colour: "#ffff00" })).toMatchObject({
      __typename: "BrandingProblem",
      field: "colour",
    });
    const input = { productName: "Mine", colour: "#0b6a80" };
    const refused = await ask(server.url, SAVE, { variables: { input }, headers: {} });
    expect(refused.code).toBe("UNAUTHENTICATED");
    expect((await ask(server.url, "{ brandingSettings { host } }")).code).toBe("UNAUTHENTICATED");
  });

  it("of a demonstration is given once and never over one that was saved", async () => {
    await ensureDemoBranding(postgres, "demo", now);
    const repository = new BrandingRepository(postgres);
    expect(await repository.find("demo")).toMatchObject({ productName: "Northbridge" });
    await repository.save("demo", { ...OWN_BRANDING, productName: "Chosen" }, { savedBy: "p", savedAt: now });
    await ensureDemoBranding(postgres, "demo", now);
    expect(await repository.find("demo")).toMatchObject({ productName: "Chosen" });
  });
});
