import { isTouched } from "./is-touched.js";
import type { ChangeNotice, LiveSubject } from "./live-subject.js";

const subject: LiveSubject = {
  clients: ["a"],
  workflows: ["price-sync"],
  stores: [{ client: "a", store: "1" }],
  everyMs: 1,
  clockMs: null,
};
const notice: ChangeNotice = { clients: ["a"], workflows: ["price-sync"], stores: [{ client: "a", store: "1" }] };

describe("isTouched", () => {
  it.each<[string, Partial<LiveSubject>, Partial<ChangeNotice>, boolean]>([
    ["the same client, workflow and store", {}, {}, true],
    ["another client", {}, { clients: ["b"] }, false],
    ["another workflow", {}, { workflows: ["erp-posting"] }, false],
    ["another store", {}, { stores: [{ client: "a", store: "2" }] }, false],
    ["the same store id of another client", {}, { stores: [{ client: "b", store: "1" }] }, false],
    ["many stores", {}, { stores: null }, true],
    ["a query over everything", { clients: [], workflows: [], stores: [] }, {}, true],
    ["a notice without workflows (a feed was heard)", {}, { workflows: [] }, true],
  ])("%s", (_, subjectPart, noticePart, expected) => {
    expect(isTouched({ ...subject, ...subjectPart }, { ...notice, ...noticePart })).toBe(expected);
  });
});
