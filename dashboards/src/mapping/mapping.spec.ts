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
  it.each(["scms", "incident-log", "shopify-orders", "github-deployments", "standard-fulfilment"])(
    "takes the mapping %s that comes with the product",
    async (name) => {
      expect((await loadMapping(mappingFile(name))).events.length).toBeGreaterThan(1);
    },
  );

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
  it("takes paths, elements and headers in a mapping of payloads, which needs no client", () => {
    const text =
      "title: T\nformat: { kind: payload }\nevents:\n  - forEach: lines[?a == 'b']\n    when: { present: { header: x-topic } }\n" +
      "    event: { id: { item: id }, kind: { path: k }, value: { sum: 'lines[].n' }, quantity: { count: lines }, attributes: { sum: { position: {} }, column: 1 } }\n";
    const mapping = parseDefinition({ file: "m.yaml", text, schema: mappingSchema });
    expect(mapping.client).toBeUndefined();
    expect(mapping.events[0]?.forEach).toBe("lines[?a == 'b']");
  });

  it.each([
    [
      "a column of a payload",
      "payload",
      "- event: { id: { column: A } }",
      "m.yaml:4: events.0.event.id: column is for files",
    ],
    [
      "a line of a payload, deep inside",
      "payload",
      "- event: { id: { concat: [x, { line: {} }] } }",
      "m.yaml:4: events.0.event.id.concat.1: line is for files",
    ],
    [
      "the last of a group of payloads",
      "payload",
      "- { when: { not: { lastOfGroup: true } }, event: { id: x } }",
      "lastOfGroup is for files",
    ],
    [
      "an element without forEach",
      "payload",
      "- event: { entity: { id: { item: a } } }",
      "m.yaml:4: events.0.event.entity.id: item needs a forEach",
    ],
    [
      "a path that is none",
      "payload",
      "- event: { id: { path: a..b } }",
      "m.yaml:4: events.0.event.id.path: not a path expression",
    ],
    ["a path with a function", "payload", "- event: { id: { path: sum(a) } }", "Function is not allowed"],
    [
      "a forEach that is no path",
      "payload",
      "- { forEach: '[', event: { id: x } }",
      "m.yaml:4: events.0.forEach: not a path expression",
    ],
    [
      "a header in capitals",
      "payload",
      "- event: { id: { header: X-Topic } }",
      "m.yaml:4: events.0.event.id.header: must be the name of a header in lower case",
    ],
    ["a header of a file", "delimited", "- event: { id: { header: x-topic } }", "header is for payloads"],
    ["a path in a table", "delimited", "- event: { id: { path: a } }", "path is for payloads and NDJSON"],
    ["a file of nobody", "delimited", "- event: { id: { column: A } }", "client is required"],
    ["an unknown format", "xml", "- event: { id: x }", "m.yaml:2: format.kind"],
  ])("names file, line and field of %s", (_name, kind, events, expected) => {
    const text = `title: T\nformat: { kind: ${kind} }\nevents:\n  ${events}\n`;
    expect(() => parseDefinition({ file: "m.yaml", text, schema: mappingSchema })).toThrow(expected);
  });
});
