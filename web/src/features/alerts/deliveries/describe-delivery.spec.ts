import { describeDelivery, describePurpose } from "./describe-delivery.js";

it.each([
  ["DELIVERED", null, 1, "ok", "delivered"],
  ["DEAD", "404", 3, "late", "given up"],
  ["CANCELLED", "no_permission", 0, "none", "not sent"],
  ["SENDING", null, 0, "none", "being sent"],
  ["PENDING", null, 0, "none", "queued"],
  ["PENDING", "timeout", 1, "risk", "tried again"],
] as const)("a message that is %s after %s is drawn", (state, lastError, attempts, shape, words) =>
  expect(describeDelivery({ state, lastError, attempts })).toEqual({ shape, words }),
);

it("names what is told, and leaves what it does not know", () =>
  expect([describePurpose("resolved"), describePurpose("other")]).toEqual(["is over", "other"]));
