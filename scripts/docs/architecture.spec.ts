import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const WORKSPACES = ["sql", "dashboards", "ingestion", "server", "web"];
const NOT_ROOMS = ["node_modules", "dist", "data", "coverage"];

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const map = new Set([...read("ARCHITECTURE.md").matchAll(/`([a-z][\w./-]*\/)`/g)].map(([, folder]) => folder ?? ""));

function foldersOf(path: string): string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !NOT_ROOMS.includes(entry.name))
    .filter((entry) => readdirSync(join(ROOT, path, entry.name)).length > 0)
    .map((entry) => join(path, entry.name, "/"));
}

describe("the map in ARCHITECTURE.md", () => {
  it.each([...map])("names %s, which exists", (folder) => {
    expect(existsSync(join(ROOT, folder))).toBe(true);
  });

  it("names every folder of the root", () => {
    expect(foldersOf(".").filter((folder) => !map.has(folder))).toEqual([]);
  });

  it.each(WORKSPACES)("names every room of %s", (workspace) => {
    expect(foldersOf(`${workspace}/src`).filter((folder) => !map.has(folder))).toEqual([]);
  });
});

describe("links between the documents", () => {
  const documents = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];
  for (const folder of ["docs", "docs/decisions"]) {
    documents.push(
      ...readdirSync(join(ROOT, folder))
        .filter((name) => name.endsWith(".md"))
        .map((name) => `${folder}/${name}`),
    );
  }

  it.each(documents)("%s points at files that exist", (document) => {
    const targets = [...read(document).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target ?? "");
    const local = targets.filter((target) => !/^https?:/.test(target));
    expect(local.filter((target) => !existsSync(resolve(ROOT, document, "..", target)))).toEqual([]);
  });

  it("every decision has a number of its own", () => {
    const numbers = readdirSync(join(ROOT, "docs/decisions"))
      .map((name) => name.slice(0, 4))
      .filter((name) => /^\d{4}$/.test(name));
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe("docs/decisions/dependencies.md", () => {
  it.each([".", ...WORKSPACES])("has a line for every package that %s declares", (workspace) => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(`${workspace}/package.json`)) as Record<
      "dependencies" | "devDependencies",
      Record<string, string> | undefined
    >;
    const told = read("docs/decisions/dependencies.md");
    const names = Object.keys({ ...dependencies, ...devDependencies }).filter(
      (name) => !/^@(watchfloor|types)\//.test(name),
    );
    const isTold = (name: string) =>
      told.includes(name) || (name.startsWith("@") && told.includes(`${name.split("/")[0] ?? name}/*`));
    expect(names.filter((name) => !isTold(name))).toEqual([]);
  });
});
