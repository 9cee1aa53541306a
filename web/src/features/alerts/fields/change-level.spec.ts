import { changeLevel, listLevels } from "./change-level.js";

const warning = { severity: "warning", threshold: 1, recoveryThreshold: 0.5 };

it("adds a level where it belongs", () =>
  expect(changeLevel([warning], "critical", {})).toEqual([{ severity: "critical" }, warning]));

it("changes one field, and takes out what was cleared", () =>
  expect(changeLevel([warning], "warning", { threshold: 2, recoveryThreshold: undefined })).toEqual([
    { severity: "warning", threshold: 2 },
  ]));

it("takes a level out", () => expect(changeLevel([warning], "warning", null)).toEqual([]));

it("reads levels that are none as none", () => {
  expect(listLevels({ levels: "many" })).toEqual([]);
  expect(listLevels({ levels: [1, warning] })).toEqual([warning]);
});
