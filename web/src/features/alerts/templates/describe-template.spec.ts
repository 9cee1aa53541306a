import { describeTemplate } from "./describe-template.js";

const [early, late] = ["2026-06-01T08:00:00.000Z", "2026-06-01T09:00:00.000Z"];
const of = (isInUse: boolean, lastUsedAt: string | null, lastFaultAt: string | null) =>
  describeTemplate({ isInUse, lastUsedAt, lastFaultAt, lastFault: lastFaultAt === null ? null : "cause" });

it.each([
  ["never used", of(false, null, null), { state: "none", words: "not in use", since: null }],
  ["new", of(true, null, null), { state: "ok", words: "in use, nothing sent with it yet", since: null }],
  ["in use", of(true, late, null), { state: "ok", words: "in use, last sent", since: late }],
  ["recovered", of(true, late, early), { state: "ok", words: "in use, last sent", since: late }],
  ["failing", of(true, early, late), { state: "late", words: "failed", since: late }],
  ["failing from the start", of(true, null, early), { state: "late", words: "failed", since: early }],
  ["failed once, out of use", of(false, null, early), { state: "none", words: "failed", since: early }],
])("%s", (_, found, expected) => expect(found).toEqual(expected));
