import { parseLabelMatcher } from "../mute/label-matcher.js";
import { findInhibitionCycle } from "./find-inhibition-cycle.js";

const ends = (id: string, source: string, target: string) => ({
  id,
  source: source.split(" ").map(parseLabelMatcher),
  target: target.split(" ").map(parseLabelMatcher),
});

it.each([
  ["one rule over another", [ends("a", "rule=erp-down", "rule=orders-late")], undefined],
  ["itself", [ends("a", "system=erp", "system=erp")], ["a"]],
  ["itself, because nothing tells them apart", [ends("a", "rule=erp-down", "system=erp")], ["a"]],
  ["told apart by severity", [ends("a", "severity=critical", "severity=warning")], undefined],
  ["told apart by an expression", [ends("a", "rule=erp-down", "rule=~orders-.*")], undefined],
  ["an expression that holds the source", [ends("a", "rule=erp-down", "rule=~.*-down")], ["a"]],
  ["told apart by what it is not", [ends("a", "rule=erp-down", "system=erp rule!=erp-down")], undefined],
  ["each other", [ends("a", "rule=x", "rule=y"), ends("b", "rule=y", "rule=x")], ["a", "b"]],
  [
    "in a circle of three",
    [ends("a", "rule=x", "rule=y"), ends("b", "rule=y", "rule=z"), ends("c", "rule=z", "rule=x")],
    ["a", "b", "c"],
  ],
  ["in a row", [ends("a", "rule=x", "rule=y"), ends("b", "rule=y", "rule=z")], undefined],
  ["one muted by two", [ends("a", "rule=x", "rule=z"), ends("b", "rule=y", "rule=z")], undefined],
] as [string, ReturnType<typeof ends>[], string[] | undefined][])("%s", (_, inhibitions, expected) =>
  expect(findInhibitionCycle(inhibitions)).toEqual(expected),
);
