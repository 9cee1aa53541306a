import fc from "fast-check";
import { readWhy, writeWhy, type WhyQuestion } from "./why-question.js";

it("writes a number so that it can be read and written by hand", () => {
  const question: WhyQuestion = {
    metric: "sla_attainment",
    filter: { clients: ["northmart"], stores: ["northmart/0117"], workflows: ["price-sync", "erp"] },
    range: { kind: "preset", preset: "7d" },
    compareTo: "SAME_PERIOD_LAST_YEAR",
  };
  const text = "sla_attainment~clients:northmart~stores:northmart/0117~workflows:price-sync,erp~range:7d~compare:year";
  expect(writeWhy(question)).toBe(text);
  expect(readWhy(text)).toEqual(question);
});

it("reads back whatever the ids are made of", () => {
  const id = fc.string({ maxLength: 12 });
  const ids = fc.array(id, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(ids, ids, id, id, id, (clients, exceptionClasses, name, value, currency) => {
      const question: WhyQuestion = {
        metric: "money_at_risk",
        filter: { clients, exceptionClasses, attributes: [{ name, value }] },
        range: { kind: "fixed", from: "2026-03-29T01:00:00.000Z", to: "2026-03-29T03:00:00.000Z" },
        currency,
      };
      expect(readWhy(writeWhy(question))).toEqual(question);
    }),
  );
});

it("keeps a filter on what has no id", () => {
  expect(readWhy(writeWhy({ metric: "runs_open", filter: { channels: [""] } }))?.filter).toEqual({ channels: [""] });
});

it.each([undefined, "", "~clients:a", "Robert'); DROP TABLE", "runs open"])("%j names no number", (text) => {
  expect(readWhy(text)).toBeNull();
});

it("leaves out what it does not know, and ranges that end before they start", () => {
  expect(readWhy("runs_open~colour:red~range:3y~from:2026-01-02T00:00:00Z~to:2026-01-01T00:00:00Z")).toEqual({
    metric: "runs_open",
    filter: {},
  });
});
