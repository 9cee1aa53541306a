import { loadPolicies } from "./load-policies.js";
import { slaPoliciesSchema } from "./sla-policy.js";

const policy = { id: "a", title: "A", limitSeconds: 60, target: 0.9 };
const read = (...policies: object[]) => slaPoliciesSchema.safeParse({ title: "T", policies });

describe("loadPolicies", () => {
  it("reads the promises of retail, each with a workflow, a limit and a target", async () => {
    const policies = await loadPolicies();
    expect(policies.length).toBeGreaterThan(3);
    for (const { workflow, target, windowDays } of policies) {
      expect(workflow).toBeDefined();
      expect(target).toBeLessThanOrEqual(1);
      expect(windowDays).toBe(30);
    }
  });

  it.each([
    [{ limitSeconds: 0 }],
    [{ target: 0 }],
    [{ target: 1.5 }],
    [{ id: "Not An Id" }],
    [{ store: "s1" }],
    [{ windowDays: 0 }],
    [{ color: "red" }],
  ])("refuses %j", (wrong) => {
    expect(read(policy).success).toBe(true);
    expect(read({ ...policy, ...wrong }).success).toBe(false);
  });

  it("refuses an id that is there twice", () => {
    expect(read(policy, policy).success).toBe(false);
  });
});
