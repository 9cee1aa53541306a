import { parseSearch, pickSearch, stringifySearch } from "./search-text.js";

describe("the query part of an address", () => {
  it("stays readable and comes back as it was", () => {
    const values = {
      client: "a,b",
      workflow: "northmart/price-sync",
      find: "SKU 1 & 2",
      from: "2026-11-01T00:00:00.000Z",
    };
    const text = stringifySearch(values);
    expect(text).toBe("?client=a,b&workflow=northmart/price-sync&find=SKU%201%20%26%202&from=2026-11-01T00:00:00.000Z");
    expect(parseSearch(text)).toEqual(values);
  });

  it("drops what is empty and keeps only the names a page knows", () => {
    expect(stringifySearch({ client: undefined, find: "" })).toBe("");
    expect(pickSearch({ find: "x", evil: "y", state: 3 }, ["find", "state"])).toEqual({ find: "x" });
  });
});
