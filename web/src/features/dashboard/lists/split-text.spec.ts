import { splitText } from "./split-text.js";

it.each([
  ["", []],
  [
    "one\ntwo\n\nthree",
    [
      { kind: "paragraph", lines: ["one", "two"] },
      { kind: "paragraph", lines: ["three"] },
    ],
  ],
  [
    "see:\n- a\n- b",
    [
      { kind: "paragraph", lines: ["see:"] },
      { kind: "list", lines: ["a", "b"] },
    ],
  ],
  ["<b>no markup</b>", [{ kind: "paragraph", lines: ["<b>no markup</b>"] }]],
])("splits %j", (text, blocks) => {
  expect(splitText(text)).toEqual(blocks);
});
