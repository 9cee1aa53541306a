import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildTestNotice } from "../testing/build-test-notice.js";
import { buildTemplateView } from "./render/build-template-view.js";
import type { TemplateView } from "./render/render-template.js";
import { TEMPLATE_VARIABLES, type TemplateVariable } from "./render/template-variables.js";
import { buildSampleNotice } from "./build-sample-notice.js";

const DOCUMENT = fileURLToPath(new URL("../../../../docs/alerts.md", import.meta.url));
const names = (of: TemplateVariable["of"]) =>
  TEMPLATE_VARIABLES.filter((each) => each.of === of).map(({ name }) => name);
const isView = (value: unknown): value is TemplateView => typeof value === "object" && !Array.isArray(value);

describe("TEMPLATE_VARIABLES", () => {
  it("is all that a template can reach, and nothing less", () => {
    const view = buildTemplateView(buildTestNotice());
    const { first } = view;
    if (!isView(first) || !Array.isArray(first["facts"])) throw new Error("There is no incident.");
    expect(Object.keys(view).sort()).toEqual(names("message").sort());
    expect(Object.keys(first).sort()).toEqual(names("incident").sort());
    expect(Object.keys(first["facts"][0] as object).sort()).toEqual(names("fact").sort());
  });

  it.each(TEMPLATE_VARIABLES)("$of $name is a $kind", ({ name, of, kind }) => {
    const view = buildTemplateView(buildSampleNotice("group_of_1"));
    const holder = of === "message" ? view : of === "incident" ? view["first"] : undefined;
    const value = isView(holder) ? holder[name] : "";
    const is =
      typeof value === "string"
        ? "text"
        : typeof value === "boolean"
          ? "flag"
          : Array.isArray(value)
            ? "list"
            : "group";
    expect(is).toBe(kind);
  });

  it("is the table of docs/alerts.md", () => {
    const rows = [
      ...readFileSync(DOCUMENT, "utf8").matchAll(
        /^\| (message|incident|fact) +\| `([^`]+)` +\| (\w+) +\| (.+?) +\|$/gm,
      ),
    ];
    expect(rows.map(([, of, name, kind, description]) => ({ name, of, kind, description }))).toEqual(
      TEMPLATE_VARIABLES,
    );
  });
});
