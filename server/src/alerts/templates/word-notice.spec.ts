import fc from "fast-check";
import { NOTICE_KINDS } from "../channels/notice.js";
import { buildTestIncident, buildTestNotice } from "../testing/build-test-notice.js";
import { MAX_OUTPUT_BYTES } from "./render/render-template.js";
import { TEMPLATE_VARIABLES } from "./render/template-variables.js";
import { isWorded, wordNotice } from "./word-notice.js";

const notice = buildTestNotice();
const word = (title: string, text: string, given = notice) => wordNotice({ title, text }, given);

describe("isWorded", () => {
  it.each(NOTICE_KINDS)("of %s", (kind) => {
    expect(isWorded(buildTestNotice({ kind }))).toBe(kind !== "test" && kind !== "rule_health");
  });

  it("is not what has a headline of its own, nor what is about no incident", () => {
    expect(isWorded(buildTestNotice({ headline: "5 messages were given up" }))).toBe(false);
    expect(isWorded(buildTestNotice({ incidents: [] }))).toBe(false);
  });
});

describe("wordNotice", () => {
  it("leaves to the product what is empty, comes out empty, or fails, each text by itself", () => {
    expect(word("", " \n ").wording).toEqual({ title: null, text: null });
    expect(word("{{#more}}x{{/more}}", "mine")).toMatchObject({
      wording: { title: null, text: "mine" },
      faults: [{ field: "title", code: "EMPTY" }],
    });
    expect(word("mine", "{{> x}}")).toMatchObject({
      wording: { title: "mine", text: null },
      faults: [{ field: "text", code: "NOT_ALLOWED" }],
    });
  });

  it("makes one line of a title whatever is in a label, and leaves no control character in a text", () => {
    const given = buildTestNotice({ incidents: [buildTestIncident({ summary: "a\r\nBcc: b\u0000c\td\u2028e" })] });
    const { wording } = word("{{first.summary}}", "{{first.summary}}\n\n\n\n{{first.rule}}   \n", given);
    expect(wording).toEqual({ title: "a Bcc: b c d e", text: "a\nBcc: b c d\ne\n\nOrders late" });
  });

  it("never throws and never writes more than 64 KB, whatever a template says", () => {
    const name = fc.constantFrom(
      ...TEMPLATE_VARIABLES.map((each) => each.name),
      "first.rule",
      "first.labels.x",
      ".",
      "",
    );
    const tag = fc
      .tuple(fc.constantFrom("", "#", "^", "/", "&", ">", "!", "=", "{"), name)
      .map(([sign, of]) => `{{${sign}${of}}}`);
    const piece = fc.oneof(
      tag,
      fc.string(),
      fc.constantFrom("{{", "}}", "}}}", "\n", "{{#incidents}}", "{{/incidents}}"),
    );
    const incidents = Array.from({ length: 20 }, (_, index) => buildTestIncident({ incident: `i${index}` }));
    const many = buildTestNotice({ incidents });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { wording } = word("", pieces.join(""), many);
        expect(Buffer.byteLength(wording.text ?? "", "utf8")).toBeLessThanOrEqual(MAX_OUTPUT_BYTES);
      }),
      { numRuns: 1_000 },
    );
  });
});
