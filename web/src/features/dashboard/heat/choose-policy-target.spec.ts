import { choosePolicyTarget } from "./choose-policy-target.js";

const anywhere = { client: null, workflow: "price-sync", store: null, channel: null, partner: null };
const policy = (target: number, place: Partial<Record<keyof typeof anywhere, string>>, isInForce = true) => ({
  isInForce,
  newest: { target, place: { ...anywhere, ...place } },
});

const policies = [
  policy(0.5, {}, false),
  policy(0.99, {}),
  policy(0.97, { client: "halden" }),
  policy(0.9, { client: "halden", store: "1" }),
  policy(0.8, { workflow: "erp-posting", channel: "web" }),
];

it.each([
  ["price-sync", [], 0.99],
  ["price-sync", ["halden"], 0.97],
  ["price-sync", ["northmart"], 0.99],
  ["price-sync", ["halden", "northmart"], 0.99],
  ["erp-posting", [], null],
  ["unknown", [], null],
])("of %s for %j is %p", (workflow, clients, target) => {
  expect(choosePolicyTarget(policies, { workflow, clients })).toBe(target);
});
