import { buildRelatedRun, type RunRelation } from "./related-run.js";
import type { RunView } from "./run-view.js";

function run(more: Partial<RunView>): RunView {
  // NOTE: only what ties runs together is looked at; the rest of a view has no part in it.
  return { id: "r1", correlation: null, entity: null, change: null, ...more } as RunView;
}

const entity = (id: string, type = "order") => ({ id, type, version: null });

describe("buildRelatedRun", () => {
  it.each<[string, Partial<RunView>, Partial<RunView>, RunRelation[]]>([
    ["the run whose id it carries", { correlation: "r2" }, { id: "r2" }, ["PARENT"]],
    ["a run that carries its id", {}, { id: "r2", correlation: "r1" }, ["CHILD"]],
    ["what waits for it", {}, { id: "r1" }, ["SAME_ID"]],
    ["one of the same correlation", { correlation: "o" }, { id: "r2", correlation: "o" }, ["SAME_CORRELATION"]],
    ["one of the same entity", { entity: entity("7") }, { id: "r2", entity: entity("7") }, ["SAME_ENTITY"]],
    ["an entity of another type", { entity: entity("7") }, { id: "r2", entity: entity("7", "sku") }, []],
    ["entities without an id", { entity: entity("") }, { id: "r2", entity: entity("") }, []],
    ["one of the same change", { change: "c" }, { id: "r2", change: "c" }, ["SAME_CHANGE"]],
    [
      "several ties at once",
      { correlation: "o", change: "c" },
      { id: "o", correlation: "o", change: "c" },
      ["PARENT", "SAME_CORRELATION", "SAME_CHANGE"],
    ],
    ["nothing in common", { correlation: "o" }, { id: "r2", correlation: "p" }, []],
  ])("tells %s", (_, of, other, expected) => {
    expect(buildRelatedRun(run(of), run(other)).relations).toEqual(expected);
  });
});
