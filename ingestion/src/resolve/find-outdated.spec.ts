import { findOutdated } from "./find-outdated.js";
import { findSuperseding, type PublicationBody } from "./find-superseding.js";
import type { FoldPart } from "./fold-part.js";

type Policy = PublicationBody["policy"];

const publish = (at: number, change: string, version?: string, policy?: Policy): FoldPart<PublicationBody> => ({
  ...{ source: "s", id: `${change}:${at}`, name: "published", timeMs: at, contentHash: 1 },
  body: { change, targetKeys: ["store=1"], version, policy },
});
const outdated = (...parts: FoldPart<PublicationBody>[]) => findOutdated(parts).map(({ body }) => body.change);
const ends = (...parts: FoldPart<PublicationBody>[]) =>
  findSuperseding(parts).map(({ of, by }) => `${of.body.change}<${by.body.change}`);

describe("findOutdated", () => {
  it.each([
    ["versions in order", [publish(1, "a", "1"), publish(2, "b", "2")], []],
    ["an older one later", [publish(1, "a", "10"), publish(2, "b", "9")], ["b"]],
    ["whichever came first", [publish(2, "b", "9"), publish(1, "a", "10")], ["b"]],
    ["the same version again", [publish(1, "a", "2"), publish(2, "b", "2")], []],
    ["a repetition of the same change", [publish(1, "a", "2"), publish(2, "a", "1")], []],
    ["against the newest so far", [publish(1, "a", "5"), publish(2, "b", "3"), publish(3, "c", "4")], ["b", "c"]],
    ["no versions", [publish(1, "a"), publish(2, "b")], []],
  ])("%s", (_name, parts, expected) => {
    expect(outdated(...parts)).toEqual(expected);
  });
});

describe("findSuperseding with versions out of sequence", () => {
  const parts = (policy: Policy) => [publish(1, "a", "5"), publish(2, "b", "3", policy), publish(3, "c", "6")];
  it.each([
    ["apply", ["a<b", "b<c"]],
    [undefined, ["a<b", "b<c"]],
    ["applyIfNewer", ["a<c", "b<c"]],
    ["ignore", ["a<c", "b<c"]],
    ["hold", ["a<c", "b<c"]],
  ] as const)("under the policy %s", (policy, expected) => {
    expect(ends(...parts(policy))).toEqual(expected);
  });
});
