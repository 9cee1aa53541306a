import { decideKey, type KeyPress } from "./decide-key.js";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, hasCommand: false, hasAlt: false, isTyping: false, isBehindDialog: false, isAfterG: false },
  ...more,
});

it.each<[KeyPress, unknown]>([
  [press("k", { hasCommand: true }), { kind: "palette" }],
  [press("K", { hasCommand: true, isTyping: true }), { kind: "palette" }],
  [press("k", { hasCommand: true, isBehindDialog: true }), null],
  [press("c", { hasCommand: true }), null],
  [press("?"), { kind: "map" }],
  [press("/"), { kind: "find" }],
  [press("p"), { kind: "pause" }],
  [press("j"), { kind: "row", step: 1 }],
  [press("k"), { kind: "row", step: -1 }],
  [press("g"), { kind: "wait" }],
  [press("r", { isAfterG: true }), { kind: "go", key: "r" }],
  [press("g", { isAfterG: true }), { kind: "go", key: "g" }],
  [press("Escape", { isAfterG: true }), null],
  [press("r"), null],
  [press("?", { isTyping: true }), null],
  [press("j", { isBehindDialog: true }), null],
  [press("p", { hasAlt: true }), null],
])("%j means %j", (key, act) => {
  expect(decideKey(key)).toEqual(act);
});
