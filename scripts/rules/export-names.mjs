import { placeOf } from "./place.mjs";

const FUNCTIONS = new Set(["FunctionDeclaration", "ClassDeclaration"]);
const EXEMPT =
  /\.(spec|int-spec|e2e-spec|config|d)\.|(^|\/)(index|main)\.tsx?$|^[a-z]+\/src\/testing\.ts$|-words\.ts$|\/schema\/|\/routes\//;

/** exportNames wants the file named after the one concept it exports, so that a name leads to its file. */
export const exportNames = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      name: "The file exports {{names}}, none of which is its name. Rename the file after the one concept it exports (or split it).",
      barrel:
        "Re-exports are for the public face of a workspace (src/index.ts). Import from the file that defines the thing.",
    },
  },
  create(context) {
    const place = placeOf(context);
    if (EXEMPT.test(place)) return {};
    return {
      Program(program) {
        const names = [];
        let functions = 0;
        for (const node of program.body) {
          if (node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && node.source)) {
            context.report({ node, messageId: "barrel" });
            continue;
          }
          names.push(...exportedNames(node));
          if (FUNCTIONS.has(node.declaration?.type)) functions += 1;
        }
        const file = (place.split("/").pop() ?? "").replace(/\.tsx?$/, "");
        if (names.length === 0 || names.some((name) => isNameOf(name, file))) return;
        if (functions !== 1 && names.some((name) => isKinOf(name, file))) return;
        const shown = names.slice(0, 4).join(", ");
        context.report({ node: program.body[0] ?? program, messageId: "name", data: { names: shown } });
      },
    };
  },
};

function exportedNames(node) {
  if (node.type === "ExportDefaultDeclaration")
    return [node.declaration.name ?? node.declaration.id?.name ?? "default"];
  if (node.type !== "ExportNamedDeclaration") return [];
  if (node.declaration === null) return node.specifiers.map((specifier) => specifier.exported.name);
  if (node.declaration.type === "VariableDeclaration")
    return node.declaration.declarations.map((one) => one.id.name ?? "");
  return [node.declaration.id?.name ?? ""];
}

/** `person.repository` may export PersonRepository or Person, `erp-posting` tellErpPosting; ClickHouse may live in clickhouse.ts. */
function isNameOf(name, file) {
  const plain = (text) => text.toLowerCase().replace(/[-_.]/g, "");
  return plain(name).includes(plain(file)) || plain(name) === plain(file.split(".")[0] ?? file);
}

/** Several functions of one concept share a word with the file: formatCount and formatExact in format-number. */
function isKinOf(name, file) {
  const words = name.split(/_|(?=[A-Z][a-z])/).map((word) => word.toLowerCase());
  return file.split(/[-.]/).some((word) => words.includes(word));
}
