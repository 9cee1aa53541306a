import { ROLES } from "../../scope/role.js";
import { buildGrantedScope } from "./build-granted-scope.js";

const open = { clients: null, regions: null, stores: null, channels: null, partners: null };

describe("buildGrantedScope", () => {
  it.each(ROLES)("gives %s everything of exactly one tenant when nothing is limited", (role) => {
    const scope = buildGrantedScope({ tenant: "t1", role, subjectId: "p1", limits: {} });
    expect(scope).toMatchObject({
      ...open,
      tenant: "t1",
      role,
      subjectId: "p1",
      maySeeSql: role === "administrator" || role === "analyst",
    });
  });

  it.each([
    ["one store of one client", { stores: ["northmart/0001"] }],
    ["one client", { clients: ["halden"] }],
    ["a region of a client", { clients: ["halden"], regions: ["west"] }],
    ["channels and partners", { channels: ["web"], partners: ["merkado"] }],
    ["nothing at all", { clients: [] }],
  ])("limits to %s", (_, limits) => {
    expect(buildGrantedScope({ tenant: "t1", role: "viewer", subjectId: "p1", limits })).toMatchObject({
      ...open,
      ...limits,
    });
  });

  it.each([
    ["a dimension we do not know", { brands: ["x"] }],
    ["a single id instead of a list", { clients: "northmart" }],
    ["an empty id", { clients: [""] }],
    ["a list", []],
    ["a text", "all"],
  ])("opens nothing when the grant is damaged: %s", (_, limits) => {
    expect(buildGrantedScope({ tenant: "t1", role: "administrator", subjectId: "p1", limits })).toBeUndefined();
  });

  it("opens nothing without a tenant", () => {
    expect(buildGrantedScope({ tenant: "", role: "administrator", subjectId: "p1", limits: {} })).toBeUndefined();
  });
});
