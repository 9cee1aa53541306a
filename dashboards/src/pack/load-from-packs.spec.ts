import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DefinitionFault } from "../definition/definition-fault.js";
import { loadExpectations } from "../expectations/load-expectations.js";
import { loadPolicies } from "../policies/load-policies.js";

const RULE = `
title: Fashion
expectations:
  - { id: sample-returned, title: Samples come back, key: [correlation], when: { kind: run.started }, expect: { kind: run.finished }, withinSeconds: 60 }
`;
const POLICY = `
title: Fashion
policies:
  - { id: sample-return, title: Samples, workflow: sample-return, limitSeconds: 60, target: 0.9 }
`;

describe("a pack", () => {
  let ownPacks: string;
  beforeEach(() => {
    ownPacks = mkdtempSync(join(tmpdir(), "watchfloor-packs-"));
  });
  afterEach(() => rmSync(ownPacks, { recursive: true }));

  function add(pack: string, name: string, text: string): string {
    mkdirSync(join(ownPacks, pack), { recursive: true });
    const file = join(ownPacks, pack, name);
    writeFileSync(file, text);
    return file;
  }

  it("is added by adding its files", async () => {
    const [rules, policies] = [await loadExpectations(), await loadPolicies()];
    add("fashion", "expectations.yaml", RULE);
    add("fashion", "policies.yaml", POLICY);
    expect((await loadExpectations(ownPacks)).map(({ id }) => id)).toEqual([
      ...rules.map(({ id }) => id),
      "sample-returned",
    ]);
    expect((await loadPolicies(ownPacks)).map(({ id }) => id)).toEqual([
      ...policies.map(({ id }) => id),
      "sample-return",
    ]);
  });

  it("need not have every file, and what is no folder is no pack", async () => {
    add("fashion", "policies.yaml", POLICY);
    writeFileSync(join(ownPacks, "notes.txt"), "no pack");
    expect(await loadExpectations(ownPacks)).toEqual(await loadExpectations());
    expect(await loadExpectations(join(ownPacks, "absent"))).toEqual(await loadExpectations());
  });

  it("that says what another one says is refused with both files, a wrong one with its line", async () => {
    const first = add("fashion", "expectations.yaml", RULE);
    const second = add("shoes", "expectations.yaml", RULE);
    const fault = await loadExpectations(ownPacks).catch((cause: unknown) => cause);
    expect(fault).toBeInstanceOf(DefinitionFault);
    expect(String(fault)).toContain(first);
    expect(String(fault)).toContain(second);
    add("shoes", "expectations.yaml", "title: Shoes\nexpectations:\n  - { id: x }\n");
    await expect(loadExpectations(ownPacks)).rejects.toThrow(/shoes\/expectations\.yaml:3/);
  });
});
