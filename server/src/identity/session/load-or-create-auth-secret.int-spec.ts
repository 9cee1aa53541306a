import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadOrCreateAuthSecret } from "./load-or-create-auth-secret.js";

describe("loadOrCreateAuthSecret", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "watchfloor-secret-"));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it("makes 32 random bytes once, for the owner's eyes only", () => {
    const nested = join(directory, "new");
    const secret = loadOrCreateAuthSecret(nested);
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(loadOrCreateAuthSecret(nested)).toBe(secret);
    expect(statSync(join(nested, "auth-secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(nested)).toEqual(["auth-secret"]);
    expect(loadOrCreateAuthSecret(join(directory, "other"))).not.toBe(secret);
  });

  it("closes a file that others could read", () => {
    writeFileSync(join(directory, "auth-secret"), "x".repeat(43), { mode: 0o644 });
    expect(loadOrCreateAuthSecret(directory)).toBe("x".repeat(43));
    expect(statSync(join(directory, "auth-secret")).mode & 0o777).toBe(0o600);
  });

  it("refuses a file without a secret instead of signing with it", () => {
    writeFileSync(join(directory, "auth-secret"), "");
    expect(() => loadOrCreateAuthSecret(directory)).toThrow("holds no secret");
  });
});
