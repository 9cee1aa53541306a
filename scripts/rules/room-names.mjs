import { placeOf } from "./place.mjs";

/** DRAWERS: names that say nothing about what is inside. */
const DRAWERS = /^(utils?|helpers?|commons?|shared|misc|lib|core|base|types?|constants?|managers?)$/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** roomNames wants kebab-case names of the domain for folders and files. */
export const roomNames = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      drawer: 'Nothing is called "{{name}}": name it after what it holds, in the words of docs/glossary.md.',
      kebab: '"{{name}}" is not kebab-case: use lower-case words joined by "-", roles after a dot (x.repository.ts).',
    },
  },
  create(context) {
    const parts = placeOf(context).split("/");
    const file = parts.pop() ?? "";
    const stems = file.split(".").slice(0, -1);
    const names = [...parts, ...stems].filter((name) => name !== "");
    return {
      Program(node) {
        for (const name of names) {
          if (isDrawer(name, stems)) context.report({ node, messageId: "drawer", data: { name } });
          else if (!KEBAB.test(name) && !name.startsWith("__"))
            context.report({ node, messageId: "kebab", data: { name } });
        }
      },
    };
  },
};

/** `x.type.ts` is a role (a GraphQL type), `types.ts` is a drawer. */
function isDrawer(name, stems) {
  return DRAWERS.test(name) && !(name === "type" && stems.indexOf(name) > 0);
}
