import { HttpRefusal } from "../http-refusal.js";
import { readPayload } from "./read-payload.js";

describe("readPayload", () => {
  it.each<[string, unknown]>([
    ['{"id":450789469}', { id: 450789469 }],
    ['{"id":820982911946154508}', { id: "820982911946154508" }],
    ['{"id":-9007199254740993,"price":1.5,"large":1.5e3}', { id: "-9007199254740993", price: 1.5, large: 1500 }],
    ['{"text":"1234567890123456789","n":1}', { text: "1234567890123456789", n: 1 }],
    ['{"a":1,"a":9007199254740993}', { a: "9007199254740993" }],
    ["null", null],
  ])("reads %s", (text, expected) => {
    expect(readPayload(text)).toEqual(expected);
  });

  it("keeps __proto__ a name like any other", () => {
    for (const text of ['{"__proto__":{"x":1}}', '{"__proto__":{"x":1},"id":1234567890123456789}']) {
      const payload = readPayload(text) as { x?: number };
      expect(Object.hasOwn(payload, "__proto__")).toBe(true);
      expect(payload.x).toBeUndefined();
    }
  });

  it.each(["", "{", "id=1", `{"id":1234567890123456789,"x":${"[".repeat(200_000)}`])("refuses %.20s", (text) => {
    expect(() => readPayload(text)).toThrow(HttpRefusal);
  });
});
