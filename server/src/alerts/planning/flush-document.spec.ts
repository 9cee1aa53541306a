import { DEFAULT_GROUP_TIMING, type GroupMember } from "../group/notification-group.js";
import { changeGroup, releaseHolds } from "./change-group.js";
import { flushDocument, type DocumentView } from "./flush-document.js";
import { decideNextLook, EVENT_TIMING, type GroupDocument } from "./group-document.js";

const MINUTE = 60_000;
const blank = {
  ...{ contact: "c", client: "k", mode: "grouped" as const, threads: {}, holds: [], quietSince: null },
};
const terms = { key: "g", timing: DEFAULT_GROUP_TIMING, isFlapping: false };
const member = (incident: string, state: GroupMember["state"] = "firing", isCritical = false): GroupMember => ({
  ...{ incident, fingerprint: incident.slice(0, 1), state, isCritical },
});
const view = (given: Partial<DocumentView> = {}): DocumentView => ({
  timing: DEFAULT_GROUP_TIMING,
  findMute: () => undefined,
  isAcknowledged: () => false,
  findQuietEnd: () => undefined,
  ...given,
});
const put = (before: GroupDocument | undefined, one: GroupMember, at: number, isFlapping = false) =>
  changeGroup(before, blank, { member: one, at }, { ...terms, isFlapping });
const told = ({ notification }: ReturnType<typeof flushDocument>) => [
  ...(notification?.firing.map(({ member: { incident } }) => `+${incident}`) ?? []),
  ...(notification?.resolved.map(({ incident }) => `-${incident}`) ?? []),
];

it("keeps back in quiet hours what can wait, beginning and end, and tells it together when they end", () => {
  const quiet = view({ findQuietEnd: ({ isCritical }) => (isCritical ? undefined : 60 * MINUTE) });
  let document: GroupDocument | undefined = put(undefined, member("a1"), 0).document;
  document = put(document, member("b1"), 0).document;
  document = put(document, member("c1", "firing", true), 0).document;
  const first = flushDocument(document, 30_000, quiet);
  expect(told(first)).toEqual(["+c1"]);
  expect([...first.muted]).toEqual([
    ["a1", "quiet"],
    ["b1", "quiet"],
  ]);
  document = put(first.document, member("b1", "resolved"), 20 * MINUTE).document;
  document = put(document, member("c1", "resolved", true), 20 * MINUTE).document;
  const second = flushDocument(document, 21 * MINUTE, quiet);
  expect(told(second)).toEqual(["-c1"]);
  expect(second.document?.group.next).toBe(60 * MINUTE);
  const last = flushDocument(second.document ?? document, 60 * MINUTE, view());
  expect(told(last)).toEqual(["+a1"]);
  expect(last.untold).toEqual(["b1"]);
  expect(last.isQuietDigest).toBe(true);
});

it("holds the end of what was told before the quiet hours, and tells it afterwards", () => {
  const first = flushDocument(put(undefined, member("a1"), 0).document, 30_000, view());
  const ended = put(first.document, member("a1", "resolved"), 2 * MINUTE).document;
  const quiet = flushDocument(ended, 3 * MINUTE, view({ findQuietEnd: () => 60 * MINUTE }));
  expect(told(quiet)).toEqual([]);
  expect(told(flushDocument(quiet.document ?? ended, 60 * MINUTE, view()))).toEqual(["-a1"]);
});

it("holds the end of what flaps for 15 minutes; a refire before that tells neither, one after it both", () => {
  const first = flushDocument(put(undefined, member("a1"), 0).document, 30_000, view()).document;
  const held = put(first, member("a1", "resolved"), MINUTE, true).document;
  expect(held.holds).toEqual([{ incident: "a1", releaseAt: 16 * MINUTE }]);
  expect(decideNextLook(held)).toBe(first?.group.next);
  const early = put(held, member("a2"), 15 * MINUTE + 59_000, true);
  expect(early.continues).toBe("a1");
  expect(early.document.threads).toEqual({ a2: "a1" });
  expect(early.document.group.told).toEqual(["a2"]);
  expect(told(flushDocument(early.document, 16 * MINUTE, view()))).toEqual([]);
  const late = flushDocument(releaseHolds(held, 16 * MINUTE, terms), 16 * MINUTE, view());
  expect(told(late)).toEqual(["-a1"]);
  expect(late.document).toBeUndefined();
});

it("tells each transition at once where it is told of events, and is looked at again only while something is untold", () => {
  const event = { ...blank, mode: "event" as const };
  const change = (before: GroupDocument | undefined, one: GroupMember, at: number) =>
    changeGroup(before, event, { member: one, at }, { key: "e", timing: EVENT_TIMING, isFlapping: false }).document;
  const eventView = view({ timing: EVENT_TIMING });
  const muted = flushDocument(change(undefined, member("a1"), 0), 0, { ...eventView, findMute: () => "silenced" });
  expect(told(muted)).toEqual([]);
  expect(decideNextLook(muted.document ?? ({} as GroupDocument))).toBe(MINUTE);
  const sent = flushDocument(muted.document ?? ({} as GroupDocument), MINUTE, eventView);
  expect(told(sent)).toEqual(["+a1"]);
  expect(decideNextLook(sent.document ?? ({} as GroupDocument))).toBeNull();
  const ended = flushDocument(change(sent.document, member("a1", "resolved"), 9 * MINUTE), 9 * MINUTE, eventView);
  expect(told(ended)).toEqual(["-a1"]);
  expect(ended.document).toBeUndefined();
});
