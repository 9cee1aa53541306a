import { DefinitionFault } from "../definition/definition-fault.js";
import { parseDefinition } from "../definition/parse-definition.js";
import { loadMapping } from "./load-mapping.js";
import { mappingFile } from "./mapping-file.js";
import { mappingSchema } from "./mapping.js";

const HEAD = "title: T\nclient: c\nsource: s\n";
const parse = (text: string) => parseDefinition({ file: "m.yaml", text: HEAD + text, schema: mappingSchema });

function readFault(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof DefinitionFault) return error.message;
    throw error;
  }
  throw new Error("no fault was found");
}

describe("mappingSchema", () => {
  it.each(["scms", "incident-log"])("takes the mapping %s that comes with the product", async (name) => {
    expect((await loadMapping(mappingFile(name))).events.length).toBeGreaterThan(1);
  });

  it("takes constants, functions and structures, and fills the defaults", () => {
    const mapping = parse(
      "events:\n  - event: { id: { column: A }, kind: run.finished, money: { amount: 1, currency: EUR } }\n",
    );
    expect(mapping).toMatchObject({ missing: [], values: {}, checks: [], format: { timeZone: "UTC" } });
  });

  it.each([
    [
      "an unknown function",
      "events:\n  - event:\n      id: { eval: x }\n",
      'm.yaml:6: events.0.event.id: unknown function "eval": use one of column',
    ],
    ["a wrong option", "events:\n  - event:\n      id: { column: 7 }\n", "m.yaml:6: events.0.event.id.column: "],
    [
      "a fault deep inside",
      "values:\n  a:\n    first:\n      - { lower: { colum: x } }\nevents: [{ event: { id: x } }]\n",
      'm.yaml:7: values.a.first.0.lower: unknown function "colum"',
    ],
    [
      "an unknown comparison",
      "checks:\n  - reason: r\n    when: { left: 1, is: like, right: 2 }\nevents: [{ event: { id: x } }]\n",
      "m.yaml:6: checks.0.when.is: ",
    ],
    [
      "an unknown condition",
      "events:\n  - when: { javascript: x }\n    event: { id: x }\n",
      'm.yaml:5: events.0.when: unknown condition "javascript"',
    ],
    ["no events", "events: []\n", "m.yaml:4: events: "],
  ])("names file, line and field of %s", (_name, text, expected) => {
    expect(readFault(text)).toContain(expected);
  });
});
