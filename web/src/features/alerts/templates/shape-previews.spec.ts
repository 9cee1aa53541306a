import { choosePreview, nameChannel, shapePreviews, type PreviewMessage } from "./shape-previews.js";

const message = (
  sample: PreviewMessage["sample"],
  channel: PreviewMessage["channel"],
  isCut = false,
): PreviewMessage => ({
  ...{ __typename: "AlertTemplateMessage", sample, channel, isCut, title: `${sample} ${channel}`, text: "", empty: [] },
});
const cases = shapePreviews([
  message("FIRED", "SLACK"),
  message("FIRED", "TEAMS"),
  message("GROUP_OF_50", "SLACK", true),
  message("GROUP_OF_50", "TEAMS"),
]);

describe("shapePreviews", () => {
  it("puts channels of a case together, and marks a case that any of them cuts", () => {
    expect(cases.map(({ id, words, isCut, messages }) => [id, words, isCut, messages.length])).toEqual([
      ["FIRED", "Fired", false, 2],
      ["GROUP_OF_50", "Put together, fifty", true, 2],
    ]);
    expect(shapePreviews([])).toEqual([]);
  });

  it("shows what the address names, else the first", () => {
    expect(choosePreview(cases, "group_of_50")?.id).toBe("GROUP_OF_50");
    expect(choosePreview(cases, "nothing")?.id).toBe("FIRED");
    expect(choosePreview([], undefined)).toBeUndefined();
  });

  it("names channels as people do", () => expect(nameChannel("EMAIL")).toBe("E-mail"));
});
