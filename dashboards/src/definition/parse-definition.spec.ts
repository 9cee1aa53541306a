import { z } from "zod";
import { DefinitionFault } from "./definition-fault.js";
import { parseDefinition } from "./parse-definition.js";

const schema = z.strictObject({
  title: z.string(),
  rules: z.array(z.strictObject({ id: z.string(), limit: z.number() })),
});

function catchFault(text: string): DefinitionFault {
  try {
    parseDefinition({ file: "x.yaml", text, schema });
  } catch (error) {
    if (error instanceof DefinitionFault) return error;
    throw error;
  }
  throw new Error("no fault was found");
}

describe("parseDefinition", () => {
  it("gives the value when the text fits", () => {
    const text = "title: T\nrules:\n  - { id: a, limit: 3 }\n";
    expect(parseDefinition({ file: "x.yaml", text, schema })).toEqual({ title: "T", rules: [{ id: "a", limit: 3 }] });
  });

  it.each([
    ["a wrong type", "title: T\nrules:\n  - id: a\n    limit: soon\n", 4, "rules.0.limit"],
    ["a missing field, at its parent", "title: T\nrules:\n  - id: a\n", 3, "rules.0.limit"],
    ["an unknown field, at its parent", "title: T\n\nrules:\n  - { id: a, limit: 1, more: 1 }\n", 4, "rules.0"],
    ["text that is no YAML", "title: T\nrules: [\n", 3, ""],
  ])("names file, line and field of %s", (_case, text, line, field) => {
    const fault = catchFault(text);
    expect(fault.faults[0]).toMatchObject({ line, field });
    expect(fault.message.startsWith(`x.yaml:${line}: `)).toBe(true);
  });

  it("reports every fault, one a line", () => {
    expect(catchFault("title: 1\nrules: 2\n").message.split("\n")).toHaveLength(2);
  });
});
