import type { SlaPolicyVersion } from "@watchfloor/sql";
import { listPolicyTargets } from "./list-policy-targets.js";

const at = (day: string) => new Date(`2026-${day}T00:00:00Z`);
const policy = (version: number, from: string, target: number, until?: string): SlaPolicyVersion => ({
  ...{ id: "p", version, title: "P", client: "", workflow: "", channel: "", store: "", partner: "" },
  ...{ limitSeconds: 60, target, windowDays: 30, calendar: "", pauseReasons: null, tier: "" },
  ...{ effectiveFrom: at(from), effectiveUntil: until === undefined ? null : at(until) },
  ...{ createdAt: at(from), createdBy: "x" },
});
const range = { from: at("04-01"), to: at("07-01") };
const read = (...policies: SlaPolicyVersion[]) =>
  listPolicyTargets(policies, "p", range).map(({ target, since }) => [target, since?.toISOString().slice(5, 10) ?? ""]);

describe("the targets of a policy within a period", () => {
  it("are those in force at its start, and later ones from their own day on", () => {
    expect(read(policy(1, "01-01", 0.9), policy(2, "02-01", 0.95), policy(3, "05-01", 0.97))).toEqual([
      [0.95, ""],
      [0.97, "05-01"],
    ]);
  });

  it("leave out what began after it, ended before it, was replaced as it began, or is another policy's", () => {
    expect(read(policy(1, "07-01", 0.9))).toEqual([]);
    expect(read(policy(1, "01-01", 0.9, "04-01"))).toEqual([]);
    expect(read(policy(1, "01-01", 0.9, "04-02"))).toEqual([[0.9, ""]]);
    expect(read(policy(1, "05-01", 0.9), policy(2, "05-01", 0.8))).toEqual([[0.8, "05-01"]]);
    expect(listPolicyTargets([policy(1, "01-01", 0.9)], "q", range)).toEqual([]);
  });
});
