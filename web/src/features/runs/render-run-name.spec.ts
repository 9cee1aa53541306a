import { renderRunName } from "./render-run-name.js";

it.each([
  [{ id: "r1", store: "0180", entity: { type: "order", id: "NM-1" } }, "NM-1"],
  [{ id: "r1", store: "0180", entity: { type: "stock", id: "0180" } }, "r1"],
  [{ id: "r1", store: null, entity: { type: "store", id: "0180" } }, "r1"],
  [{ id: "r1", store: null, entity: null }, "r1"],
])("%j", (run, name) => {
  expect(renderRunName(run)).toBe(name);
});
