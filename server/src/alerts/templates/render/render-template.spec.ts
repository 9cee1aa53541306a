import { buildTestIncident, buildTestNotice } from "../../testing/build-test-notice.js";
import { buildTemplateView } from "./build-template-view.js";
import { checkNames } from "./check-names.js";
import { MAX_TEMPLATE, parseTemplate } from "./parse-template.js";
import { MAX_OUTPUT_BYTES, renderTemplate, type TemplateView } from "./render-template.js";

const view = buildTemplateView(buildTestNotice());

const render = (source: string, given: TemplateView = view) => {
  const nodes = parseTemplate(source);
  return "code" in nodes ? nodes : renderTemplate(nodes, given);
};
const text = (source: string, given?: TemplateView) => Reflect.get(render(source, given), "text") as unknown;
const code = (source: string, given?: TemplateView) => Reflect.get(render(source, given), "code") as unknown;

describe("what a template says", () => {
  it.each([
    ["Hello", "Hello"],
    ["{{headline}}", "[FIRING critical] Orders late, nm-001"],
    ["{{first.rule}}: {{first.value}} > {{first.threshold}}", "Orders late: 42 > 10"],
    ["{{#incidents}}{{rule}} at {{place}} {{/incidents}}", "Orders late at nm-001 "],
    ["{{#isFiring}}on{{/isFiring}}{{^isFiring}}off{{/isFiring}}", "on"],
    ["{{#first.runbook}}Look at {{.}}{{/first.runbook}}{{^first.runbook}}no runbook{{/first.runbook}}", "no runbook"],
    ["{{first.labels.workflow}}", "order-to-erp"],
    [
      "{{#first}}{{#facts}}{{name}}={{value}};{{/facts}}{{/first}}",
      "Since=2026-04-10 12:00 UTC;Value=42;Threshold=10;Window=300 s;Client=northmart;Store=nm-001;workflow=order-to-erp;",
    ],
    ["a {{! said by nobody }}b", "a b"],
    ["{{isFiring}}", "yes"],
    ["{{#incidents}}\n- {{rule}}\n{{/incidents}}\nend", "- Orders late\nend"],
  ])("%s", (source, expected) => expect(text(source)).toBe(expected));

  it("is escaped by nobody but the channel, whichever way it is written", () => {
    const given = { headline: `<b>&"'` };
    for (const source of ["{{headline}}", "{{{headline}}}", "{{&headline}}"])
      expect(text(source, given)).toBe(`<b>&"'`);
  });

  it("renders what is missing empty, and lists it", () => {
    expect(render("a{{nobody}}{{first.nothing}}{{first.channel}}{{first.labels.nope}}b")).toEqual({
      text: "ab",
      unknown: ["nobody", "first.nothing"],
      empty: ["first.channel", "first.labels.nope"],
    });
  });

  it.each([
    "constructor",
    "__proto__",
    "toString",
    "first.constructor",
    "first.labels.__proto__",
    "incidents.length",
    "headline.length",
    "incidents.map",
  ])("cannot reach %s", (name) => {
    expect(text(`[{{${name}}}]`)).toBe("[]");
    expect(text(`[{{#${name}}}x{{/${name}}}]`)).toBe("[]");
  });

  it("holds no id, no secret and no address of a message", () => {
    const incident = buildTestIncident({ incident: "INCIDENT-ID", transition: "TRANSITION-ID" });
    const notice = buildTestNotice({ incidents: [incident], delivery: "DELIVERY-ID", thread: "THREAD-ID" });
    expect(JSON.stringify(buildTemplateView(notice))).not.toMatch(/-ID|http/);
  });
});

describe("what is refused", () => {
  it.each([
    ["{{> other}}", "NOT_ALLOWED"],
    ["{{=<% %>=}}<% headline %>", "NOT_ALLOWED"],
    ["{{ = | | = }}", "NOT_ALLOWED"],
    ["{{headline", "NOT_CLOSED"],
    [`{{headline${" ".repeat(120)}}}`, "NOT_CLOSED"],
    ["{{#first}}never ended", "NOT_CLOSED"],
    ["{{/first}}", "NOT_CLOSED"],
    ["{{#first}}{{#isNew}}{{/first}}{{/isNew}}", "NOT_CLOSED"],
    ["x".repeat(MAX_TEMPLATE + 1), "TOO_LONG"],
    [`${"{{#first}}".repeat(7)}${"{{/first}}".repeat(7)}`, "TOO_DEEP"],
  ])("%.40s is %s", (source, expected) => expect(code(source)).toBe(expected));

  it("says in which line", () => {
    expect(render("a\nb\n{{> x}}")).toMatchObject({
      line: 3,
      message: "{{>x}} is not allowed: templates stand on their own.",
    });
    expect(render("a\n{{#first}}\nb")).toMatchObject({ code: "NOT_CLOSED", line: 3 });
  });

  it.each([
    ["{{nobody}}", "UNKNOWN_VARIABLE"],
    ["{{rule}}", "WRONG_PLACE"],
    ["{{first.headline}}", "WRONG_PLACE"],
    ["{{first.rule.name}}", "UNKNOWN_VARIABLE"],
    ["{{incidents}}", "WRONG_PLACE"],
    ["{{first}}", "WRONG_PLACE"],
    ["{{#first}}{{labels}}{{/first}}", "WRONG_PLACE"],
    ["{{#first}}{{#labels}}{{system}}{{/labels}}{{/first}}", "WRONG_PLACE"],
    ["{{#incidents}}{{#incidents}}x{{/incidents}}{{/incidents}}", "WRONG_PLACE"],
    ["{{#incidents}}{{name}}{{/incidents}}", "WRONG_PLACE"],
  ])("%s is %s", (source, expected) => {
    const nodes = parseTemplate(source);
    expect("code" in nodes ? [] : checkNames(nodes).map((fault) => fault.code)).toEqual([expected]);
  });
});

describe("a hostile template", () => {
  const incidents = Array.from({ length: 100 }, (_, index) =>
    buildTestIncident({
      incident: `i${index}`,
      summary: "é".repeat(5_000),
      labels: Object.fromEntries(Array.from({ length: 60 }, (__, at) => [`l${at}`, "v"])),
    }),
  );
  const large = buildTemplateView(buildTestNotice({ incidents }));
  const nest = (tag: string, depth: number, inside: string) =>
    `${`{{#${tag}}}`.repeat(depth)}${inside}${`{{/${tag}}}`.repeat(depth)}`;

  it.each([
    ["lists within lists", nest("incidents", 6, "{{nobody}}"), "TOO_MUCH_WORK"],
    ["lists within lists that write nothing", nest("incidents", 6, ""), "TOO_MUCH_WORK"],
    ["a megabyte", "{{#incidents}}{{summary}}{{/incidents}}", "TOO_LARGE"],
    ["a megabyte of text", nest("incidents", 3, "x".repeat(1_000)), "TOO_LARGE"],
    ["long names", nest("incidents", 2, "{{a.b.c.d}}".repeat(300)), "TOO_MUCH_WORK"],
    ["names of very many parts", `{{${"a.".repeat(45)}a}}`.repeat(80), "NOT_ALLOWED"],
    ["tags that do not end", "{{ ".repeat(2_600), "NOT_CLOSED"],
    ["white space before an end that does not come", `{{headline}}{{${" ".repeat(7_900)}`, "NOT_CLOSED"],
    ["ends of sections alone", "{{/a}}".repeat(1_300), "NOT_CLOSED"],
    ["line ends", "\n{{! x }}".repeat(880), undefined],
    ["sections side by side", "{{#a}}{{/a}}".repeat(660), undefined],
  ])("of %s takes less than 100 ms", (_, source, expected) => {
    // What the machine does meanwhile for others is not counted.
    const before = process.cpuUsage();
    expect(code(source, large)).toBe(expected);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(100);
  });

  it("is cut at exactly 64 KB, counted in bytes", () => {
    const exact = { first: {}, incidents: [], headline: "é".repeat(MAX_OUTPUT_BYTES / 2) };
    expect(text("{{headline}}", exact)).toHaveLength(MAX_OUTPUT_BYTES / 2);
    expect(code("{{headline}}.", exact)).toBe("TOO_LARGE");
  });
});
