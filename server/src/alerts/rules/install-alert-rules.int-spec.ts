import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migratePostgres, openEmbeddedPostgres, type Postgres } from "@watchfloor/sql";
import { AlertRuleRepository } from "./alert-rule.repository.js";
import { installAlertRules } from "./install-alert-rules.js";

const now = new Date("2026-06-01T08:00:00Z");
const text = (more: string) =>
  `title: Own\nrules:\n  - { id: own, kind: threshold, title: Own, summary: s, metric: runs_open, levels: [{ severity: info, threshold: 1 }]${more} }\n`;

describe("installAlertRules", () => {
  let postgres: Postgres;
  let rules: AlertRuleRepository;
  const ownDirectory = mkdtempSync(join(tmpdir(), "watchfloor-rules-"));
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    rules = new AlertRuleRepository(postgres);
  }, 30_000);
  afterAll(async () => {
    await postgres.close();
    rmSync(ownDirectory, { recursive: true });
  });
  const install = () => installAlertRules(postgres, "t", { ownDirectory, now });
  const find = async (id: string) => (await rules.list("t")).find((rule) => rule.id === id);

  it("takes every rule of the product, checked against the catalogue, once", async () => {
    expect(await install()).toBeGreaterThanOrEqual(25);
    expect(await install()).toBe(0);
  });

  it("makes a changed one a new version", async () => {
    writeFileSync(join(ownDirectory, "own.rules.yaml"), text(""));
    expect(await install()).toBe(1);
    writeFileSync(join(ownDirectory, "own.rules.yaml"), text(", intervalSeconds: 300"));
    expect(await install()).toBe(1);
    expect(await find("own")).toMatchObject({ version: 2, isOfPack: true, rule: { intervalSeconds: 300 } });
  });

  it("leaves alone what a person has changed or deleted", async () => {
    const known = await find("own");
    const definition = { ...known?.rule, title: "Mine" };
    const saved = { id: "own", definition, fingerprint: "", createdAt: now, createdBy: "p" };
    expect(await rules.addVersion("t", saved, 1)).toBe(false);
    expect(await rules.addVersion("t", saved, 2)).toBe(true);
    await rules.delete("t", "orders-stopped", now);
    writeFileSync(join(ownDirectory, "own.rules.yaml"), text(", delaySeconds: 5"));
    expect(await install()).toBe(0);
    expect(await find("own")).toMatchObject({ version: 3, isOfPack: false, rule: { title: "Mine" } });
    expect(await find("orders-stopped")).toMatchObject({ isDeleted: true });
  });

  it("stores nothing when one of them cannot be", async () => {
    writeFileSync(join(ownDirectory, "own.rules.yaml"), text(", windowSeconds: 30"));
    await expect(install()).rejects.toThrow(/own\.rules\.yaml:3.*at least the interval/s);
  });
});
