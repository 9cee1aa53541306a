import { listRunFacets } from "./list-run-facets.js";
import type { RunFacet } from "./runs-query.js";

const nameOf = (client: string, id: string): string => `${id} of ${client}`;
const names = {
  ...{ client: (id: string) => id, region: nameOf, store: nameOf, channel: nameOf },
  ...{ partner: nameOf, workflow: nameOf, limitSeconds: () => null },
};
const values = (...ids: string[]): RunFacet["values"] =>
  ids.map((id, place) => ({ id, client: null, count: 9 - place }));
const tell = (facets: RunFacet[], search = {}, placeNames = {}) =>
  listRunFacets(facets, { names, hasManyClients: true, search, placeNames }).map(({ title, choices }) => [
    title,
    ...choices.map(({ name, value, words, isChosen }) => `${name}=${value} ${words}${isChosen ? " chosen" : ""}`),
  ]);

describe("listRunFacets", () => {
  it("says states and outcomes as people and the address do", () => {
    const facets: RunFacet[] = [
      { facet: "STATE", values: values("OPEN", "OVERDUE", "FINISHED") },
      { facet: "OUTCOME", values: values("SUCCEEDED", "DEAD_LETTERED") },
    ];
    expect(tell(facets, { state: "overdue" })).toEqual([
      ["State", "state=open Open", "state=overdue Overdue chosen", "state=finished Finished"],
      ["Outcome", "outcome=succeeded Succeeded", "outcome=dead_lettered Dead-lettered"],
    ]);
  });

  it("names places with their client", () => {
    const store: RunFacet = { facet: "STORE", values: [{ id: "0001", client: "a", count: 2 }] };
    expect(tell([store], {}, { store: "a/0001" })).toEqual([["Store", "store=a/0001 0001 of a, a chosen"]]);
  });

  it("shows four values and the chosen one, and no facet in which all runs are the same", () => {
    const errors: RunFacet = { facet: "ERROR_CLASS", values: values("a", "b", "c", "d", "e", "f") };
    expect(tell([errors], { error: "f" })[0]).toEqual([
      ...["Error", "error=a a", "error=b b", "error=c c", "error=d d", "error=f f chosen"],
    ]);
    expect(tell([{ facet: "ERROR_CLASS", values: values("a") }])).toEqual([]);
    expect(tell([{ facet: "ERROR_CLASS", values: values("a") }], { error: "a" })).toHaveLength(1);
  });
});
