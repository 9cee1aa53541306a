import { DefinitionFault } from "../definition/definition-fault.js";
import { parseDefinition } from "../definition/parse-definition.js";
import { expectationsSchema } from "./expectation-rule.js";
import { loadExpectations } from "./load-expectations.js";

const parse = (text: string) =>
  parseDefinition({ file: "e.yaml", text: `title: T\nexpectations:\n${text}`, schema: expectationsSchema });

function readFault(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof DefinitionFault) return error.message;
    throw error;
  }
  throw new Error("no fault was found");
}

const RULE = "when: { kind: run.started }, expect: { kind: run.finished }, withinSeconds: 60";

describe("expectationsSchema", () => {
  it("takes the retail pack, which covers orders, postings, refunds, promotions, shipments and prices", async () => {
    expect((await loadExpectations()).map(({ id }) => id)).toEqual([
      "order-in-erp",
      "order-posted",
      "refund-reversed",
      "promotion-acknowledged",
      "shipment-delivered",
      "price-published",
    ]);
  });

  it("makes lists of single words and fills what is left out", () => {
    const { expectations } = parse(`  - { id: a, title: A, ${RULE}, key: [correlation], amount: {} }`);
    expect(expectations[0]).toMatchObject({
      isEnabled: true,
      when: [{ kind: ["run.started"] }],
      count: 1,
      answerCount: 1,
      amount: { of: "money", absolute: 0, relative: 0 },
    });
  });

  it.each([
    ["an unknown field of the key", `  - { id: a, title: A, ${RULE}, key: [payload.x] }`, "must be correlation, run"],
    ["an id that is no workflow", `  - { id: A b, title: A, ${RULE}, key: [run] }`, "must be lower-case words"],
    ["an unknown word", `  - { id: a, title: A, ${RULE}, key: [run], unless: 1 }`, "unless"],
    ["keys of different lengths", `  - { id: a, title: A, ${RULE}, key: [run], answerKey: [run, store] }`, "as many"],
    [
      "an id that is there twice",
      `  - { id: a, title: A, ${RULE}, key: [run] }\n  - { id: a, title: A, ${RULE}, key: [run] }`,
      '"a" is there twice',
    ],
  ])("names file and line of %s", (_name, text, expected) => {
    const fault = readFault(text);
    expect(fault).toMatch(/e\.yaml:\d+: /);
    expect(fault).toContain(expected);
  });
});
