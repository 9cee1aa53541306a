import { migratePostgres, openEmbeddedPostgres, type Postgres } from "@watchfloor/sql";
import { AlertDocumentRepository } from "./alert-document.repository.js";

describe("AlertDocumentRepository", () => {
  let postgres: Postgres;
  let documents: AlertDocumentRepository;
  beforeAll(async () => {
    postgres = await openEmbeddedPostgres(undefined);
    await migratePostgres(postgres);
    documents = new AlertDocumentRepository(postgres);
  }, 30_000);
  afterAll(() => postgres.close());
  const change = (key: string, version: number, doc: object) => ({ key, version, doc: { ...doc }, nextAt: null });

  it("adds a document once, and changes it only from its newest version", async () => {
    expect(await documents.get("t", "a")).toBeUndefined();
    expect(await documents.cas("t", change("a", 0, { n: 1 }))).toBe(true);
    expect(await documents.cas("t", change("a", 0, { n: 2 }))).toBe(false);
    expect(await documents.cas("t", change("a", 1, { n: 3 }))).toBe(true);
    expect(await documents.cas("t", change("a", 1, { n: 4 }))).toBe(false);
    expect(await documents.get("t", "a")).toEqual({ key: "a", version: 2, doc: { n: 3 } });
  });

  it("decides about each of many documents for itself", async () => {
    await documents.cas("t", change("b", 0, {}));
    const changed = await documents.casMany("t", [change("a", 2, {}), change("b", 7, {}), change("c", 0, {})]);
    expect([...changed].sort()).toEqual(["a", "c"]);
  });

  it("lets one of several win that change a version at once", async () => {
    const tries = await Promise.all([1, 2, 3, 4].map((n) => documents.cas("t", change("b", 1, { n }))));
    expect(tries.filter(Boolean)).toHaveLength(1);
  });

  it("keeps tenants apart", async () => {
    expect(await documents.get("u", "a")).toBeUndefined();
    expect(await documents.cas("u", change("a", 3, {}))).toBe(false);
  });
});
