import { visitImports } from "./import-visitor.mjs";
import { placeOf, targetOf, workspaceOf } from "./place.mjs";

/** ALLOWED: which workspaces each one may import. Files of the root (start.ts, e2e) may import all but web. */
const ALLOWED = {
  sql: [],
  dashboards: [],
  ingestion: ["sql", "dashboards"],
  server: ["sql", "dashboards"],
  web: [],
  "": ["sql", "dashboards", "ingestion", "server"],
};

/** workspaceBorders keeps the direction sql, dashboards <- ingestion, server <- start.ts; web stands alone. */
export const workspaceBorders = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      border:
        "{{from}} may not import {{to}}. Move the thing to sql or dashboards, pass it in from start.ts, or (web) ask for it through GraphQL.",
      byPath:
        "Import another workspace by its name, `@watchfloor/{{to}}`; what it does not export there is private to it.",
      inside: "Import `@watchfloor/{{to}}` itself; files inside another workspace are private to it.",
    },
  },
  create(context) {
    const place = placeOf(context);
    const from = workspaceOf(place);
    return visitImports((node, name) => {
      const [, named, rest] = /^@watchfloor\/([^/]+)(\/.*)?$/.exec(name) ?? [];
      const target = targetOf(context, name);
      const to = named ?? (target === undefined ? from : workspaceOf(target));
      if (to === from) return;
      const data = { from: from === "" ? "The root" : from, to: to === "" ? "files of the root" : to };
      if (to === "" ? from !== "" && !isTestOf(place, target) : !ALLOWED[from].includes(to)) {
        return context.report({ node, messageId: "border", data });
      }
      // Tests of the workspaces run compiled, where a path into the sources of another leads nowhere.
      if (named === undefined && to !== "" && !place.startsWith("e2e/"))
        return context.report({ node, messageId: "byPath", data });
      if (rest !== undefined && !(rest === "/testing" && servesTests(place)))
        context.report({ node, messageId: "inside", data });
    });
  },
};

const isTest = (place) => /^e2e\/|\.(spec|int-spec|e2e-spec)\.tsx?$/.test(place);
/** What tests are built with lies in folders of this name; the product imports none of it. */
const servesTests = (place) => isTest(place) || place.includes("/testing/");
const isTestOf = (place, target) => isTest(place) && target?.startsWith("e2e/") === true;
