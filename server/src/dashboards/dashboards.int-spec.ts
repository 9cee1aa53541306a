import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migratePostgres, openEmbeddedPostgres, schema, type Postgres } from "@watchfloor/sql";
import { buildScope, type ScopeGrant } from "../scope/scope.js";
import { DashboardsService, type OpenDashboard } from "./dashboards.service.js";
import { installDashboards } from "./install-dashboards.js";

const now = new Date("2026-11-21T10:00:00Z");
const scopeOf = (subjectId: string, grant: Partial<ScopeGrant> = {}) =>
  buildScope({ tenant: "mine", role: "operations", subjectId, ...grant });
const omar = scopeOf("omar");
const ada = scopeOf("ada", { role: "administrator" });
const viewer = scopeOf("vera", { role: "viewer" });
const halden = scopeOf("caspar", { clients: ["halden"] });
const theirs = scopeOf("omar", { tenant: "theirs" });

const text = (id: string, more = "") =>
  `# why it is there\nid: ${id}\ntitle: Late prices\n${more}panels:\n  - { kind: kpi, id: one, title: Kept, metric: sla_attainment }\n`;

function codeOf(answer: object): string {
  return "code" in answer ? String(answer.code) : "done";
}

function opened(answer: OpenDashboard | object): OpenDashboard {
  if ("stored" in answer) return answer;
  throw new Error(`It was refused: ${JSON.stringify(answer)}`);
}

describe("dashboards of a tenant", () => {
  let postgres: Postgres;
  let service: DashboardsService;
  let own: string;

  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    await postgres.db.insert(schema.person).values({ id: "omar", name: "Omar", email: "omar@example.org" });
    service = new DashboardsService({ postgres, now: () => now });
    own = mkdtempSync(join(tmpdir(), "watchfloor-own-dashboards-"));
    for (const tenant of ["mine", "theirs"]) await installDashboards(postgres, tenant, { now });
  }, 60_000);
  afterAll(async () => {
    rmSync(own, { recursive: true });
    await postgres.close();
  });

  const ids = async (scope = omar) => (await service.list(scope)).map(({ stored }) => stored.id);
  const install = (content: string) => {
    writeFileSync(join(own, "own.dashboard.yaml"), content);
    return installDashboards(postgres, "mine", { ownDirectory: own, now });
  };

  it("come as files, once, and a changed file is a new version", async () => {
    expect(await ids()).toEqual(expect.arrayContaining(["executive", "live", "portfolio"]));
    expect(await installDashboards(postgres, "mine", { now })).toBe(0);
    expect(await install(text("own"))).toBe(1);
    expect(await install(text("own"))).toBe(0);
    expect(await install(text("own", "description: more\n"))).toBe(1);
    expect(opened(await service.find(omar, "own"))).toMatchObject({
      stored: { version: 2, isSeed: true },
      dashboard: { description: "more" },
    });
  });

  it("of a file that does not fit are refused with file and line, and nothing is stored", async () => {
    const before = await ids();
    await expect(install(text("broken").replace("sla_attainment", "charm"))).rejects.toThrow(
      /own\.dashboard\.yaml:5: panels\.0\.metric: there is no metric "charm"/,
    );
    expect(await ids()).toEqual(before);
  });

  it("are saved by version, and what a person saved stays when the file changes", async () => {
    expect(codeOf(await service.save(omar, text("own"), 2))).toBe("not_allowed");
    const saved = opened(await service.save(ada, text("own", "description: by ada\n"), 2));
    expect(saved.stored).toMatchObject({ version: 3, isSeed: false, hasSeed: true, author: null });
    expect(codeOf(await service.save(ada, text("own"), 2))).toBe("stale_version");
    expect(await install(text("own", "description: newer file\n"))).toBe(1);
    expect(opened(await service.find(omar, "own")).dashboard.description).toBe("by ada");
    expect(codeOf(await service.remove(ada, "own", 3))).toBe("done");
    expect(opened(await service.find(omar, "own")).dashboard.description).toBe("newer file");
    expect(codeOf(await service.remove(ada, "own", 4))).toBe("not_allowed");
  });

  it("of two who save at once one is told", async () => {
    const made = opened(await service.save(omar, text("race"), 0));
    const answers = await Promise.all([
      service.save(omar, text("race", "description: a\n"), made.stored.version),
      service.save(omar, text("race", "description: b\n"), made.stored.version),
    ]);
    expect(answers.map(codeOf).sort()).toEqual(["done", "stale_version"]);
  });

  it("are copied under another id, comments included, and removed by whoever made them", async () => {
    const copy = opened(await service.copy(omar, "own", "Late prices: Omar"));
    expect(copy.stored).toMatchObject({ id: "late-prices-omar", version: 1, author: "Omar", hasSeed: false });
    expect(copy.stored.text).toContain("# why it is there");
    expect(copy.mayChange).toBe(true);
    expect(opened(await service.copy(omar, "own", "Late prices: Omar")).stored.id).toBe("late-prices-omar-2");
    expect(codeOf(await service.remove(scopeOf("olga"), "late-prices-omar", 1))).toBe("not_allowed");
    expect(codeOf(await service.remove(omar, "late-prices-omar", 1))).toBe("done");
    expect(codeOf(await service.find(omar, "late-prices-omar"))).toBe("not_found");
    expect(codeOf(await service.copy(omar, "own", "  "))).toBe("invalid");
    // Its name may be used again.
    expect(codeOf(await service.save(omar, text("late-prices-omar"), 0))).toBe("done");
  });

  it.each([
    ["by whoever only looks", viewer, text("new"), 0, "not_allowed"],
    ["that are there already", omar, text("live"), 0, "already_there"],
    ["that are gone", omar, text("gone"), 4, "stale_version"],
    ["with an unknown metric", omar, text("new").replace("sla_attainment", "charm"), 0, "invalid"],
    [
      "by an administrator of one client",
      scopeOf("a", { role: "administrator", clients: ["halden"] }),
      text("live"),
      1,
      "not_allowed",
    ],
  ])("are not saved %s", async (_case, scope, definition, version, code) => {
    expect(codeOf(await service.save(scope, definition, version))).toBe(code);
  });

  it("tell the line of a fault", async () => {
    const answer = await service.save(omar, text("new").replace("sla_attainment", "charm"), 0);
    expect(answer).toMatchObject({ faults: [{ line: 5, field: "panels.0.metric" }] });
  });

  it("of a person are seen by whoever sees all that the person sees, or by everyone where they say so", async () => {
    await service.save(omar, text("for-us"), 0);
    await service.save(omar, text("for-all", "share: everyone\n"), 0);
    await service.save(halden, text("of-halden"), 0);
    expect(await ids(halden)).toEqual(expect.arrayContaining(["for-all", "of-halden", "live"]));
    expect(await ids(halden)).not.toContain("for-us");
    expect(codeOf(await service.find(halden, "for-us"))).toBe("not_found");
    expect(codeOf(await service.remove(halden, "for-us", 1))).toBe("not_found");
    expect(codeOf(await service.copy(halden, "for-us", "Mine now"))).toBe("not_found");
    expect(await ids(ada)).toContain("of-halden");
  });

  it("of another tenant are neither seen nor changed", async () => {
    expect(await ids(theirs)).not.toContain("own");
    expect(codeOf(await service.find(theirs, "own"))).toBe("not_found");
    // The same id is another dashboard there.
    expect(codeOf(await service.save(theirs, text("own", "description: theirs\n"), 0))).toBe("done");
    expect(opened(await service.find(omar, "own")).dashboard.description).toBe("newer file");
    expect(codeOf(await service.remove(scopeOf("ada", { tenant: "theirs", role: "administrator" }), "for-us", 1))).toBe(
      "not_found",
    );
  });
});
