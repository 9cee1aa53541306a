import { parseMatcher, readMatcherList, writeMatcher, writeMatcherList } from "./matcher.js";

describe("a matcher", () => {
  it.each([
    ['store="s1"', { label: "store", op: "=", value: "s1" }],
    ["severity!=info", { label: "severity", op: "!=", value: "info" }],
    [' client =~ "north|south" ', { label: "client", op: "=~", value: "north|south" }],
    ['note!~"a \\"b\\" \\\\ c"', { label: "note", op: "!~", value: 'a "b" \\ c' }],
  ])("%s is read, and read again as it is written", (text, matcher) => {
    expect(parseMatcher(text)).toEqual(matcher);
    expect(parseMatcher(writeMatcher(parseMatcher(text) ?? { label: "", op: "=", value: "" }))).toEqual(matcher);
  });

  it.each(["", "store", "=s1", "9a=b", 'store==s1"'])("%j is none", (text) =>
    expect(parseMatcher(text)).toBeUndefined(),
  );
});

describe("matchers of an address", () => {
  it.each([
    [undefined, []],
    ['rule="late",store="a,b"', ["rule", "store"]],
    ['{rule="late", severity=~"critical|warning"}', ["rule", "severity"]],
    ["rule=late,nonsense,store=s1", ["rule", "store"]],
  ])("%s", (text, labels) => expect(readMatcherList(text).map(({ label }) => label)).toEqual(labels));

  it("are read as they were written", () => {
    const list = readMatcherList('rule="a,b",store!="c\\"d"');
    expect(readMatcherList(writeMatcherList(list))).toEqual(list);
  });
});
