import { buildScope, isScope, type Scope } from "./scope.js";

describe("scope", () => {
  const scope = buildScope({ tenant: "t1", role: "viewer", subjectId: "p1", stores: ["c1/s1"] });

  it("is unlimited in each dimension that the grant does not name", () => {
    expect(scope.clients).toBeNull();
    expect(scope.stores).toEqual(["c1/s1"]);
  });

  it("refuses an empty tenant", () => {
    expect(() => buildScope({ tenant: "", role: "viewer", subjectId: "p1" })).toThrow("tenant");
  });

  it("cannot be made by a literal, a spread or a change", () => {
    // @ts-expect-error a copy lacks the private field
    const copy: Scope = { ...scope, tenant: "t2" };
    expect(isScope(copy)).toBe(false);
    expect(isScope(scope)).toBe(true);
    expect(() => Object.assign(scope, { tenant: "t2" })).toThrow();
  });

  it.each([
    ["administrator", true],
    ["analyst", true],
    ["operations", false],
    ["store_manager", false],
    ["viewer", false],
    ["auditor", false],
    ["executive", false],
  ] as const)("lets %s see SQL: %s", (role, expected) => {
    expect(buildScope({ tenant: "t1", role, subjectId: "p1" }).maySeeSql).toBe(expected);
  });
});
