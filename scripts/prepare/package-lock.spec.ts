import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

interface LockedPackage {
  readonly optionalDependencies?: Record<string, string>;
  readonly resolved?: string;
  readonly link?: boolean;
}
const { packages } = JSON.parse(readFileSync(resolve(ROOT, "package-lock.json"), "utf8")) as {
  packages: Record<string, LockedPackage>;
};

/** candidates are the places where Node looks for a dependency of the package at `path`, nearest first. */
function candidates(path: string, name: string): string[] {
  const parents = path
    .split("/node_modules/")
    .map((_, depth, parts) => parts.slice(0, parts.length - depth).join("/node_modules/"));
  return [...parents.map((parent) => `${parent}/node_modules/${name}`), `node_modules/${name}`];
}

describe("package-lock.json", () => {
  it("locks the binaries of every platform, without which `npm ci` refuses to install", () => {
    // NOTE: chdb's libraries (100 MB each) are locked for linux-x64 only; elsewhere start.mjs installs by `npm install`.
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !name.startsWith("@chdb/lib-"))
        .filter((name) => !candidates(path, name).some((place) => packages[place] !== undefined))
        .map((name) => `${path} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("takes no package from anywhere but the npm registry", () => {
    const elsewhere = Object.values(packages)
      .filter((entry) => entry.resolved !== undefined && entry.link !== true)
      .filter((entry) => new URL(entry.resolved ?? "").host !== "registry.npmjs.org");
    expect(elsewhere).toEqual([]);
  });
});
