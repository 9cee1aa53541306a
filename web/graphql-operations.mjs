import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typedDocumentNode from "@graphql-codegen/typed-document-node";
import * as typescriptOperations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse } from "graphql";
import { format, resolveConfig } from "prettier";

const root = import.meta.dirname;
/** schemaFile is the server's committed schema: the only thing of the server this workspace knows. */
export const schemaFile = join(root, "../server/schema.graphql");
/** operationsFile is what this script writes and the application imports. */
export const operationsFile = join(root, "src/graphql/operations.ts");

/** loadDocuments reads every operation of the application; one file holds the operations of one feature. */
export function loadDocuments() {
  return readdirSync(join(root, "src"), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(".graphql"))
    .sort()
    .map((name) => {
      const path = join(root, "src", name);
      return { location: relative(root, path), document: parse(readFileSync(path, "utf8")) };
    });
}

/** renderOperations builds the TypeScript of all operations against a schema; codegen refuses documents that do not fit it. */
export async function renderOperations(schemaText, documents) {
  const schema = buildSchema(schemaText);
  const text = await codegen({
    schema: undefined,
    schemaAst: schema,
    documents,
    filename: operationsFile,
    config: {
      documentMode: "string",
      enumType: "string-literal",
      useTypeImports: true,
      skipTypename: true,
      avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: false },
      defaultScalarType: "unknown",
      scalars: { ID: "string", DateTime: "string" },
      declarationKind: "interface",
      dedupeFragments: true,
    },
    pluginMap: { typescriptOperations, typedDocumentNode },
    plugins: [{ typescriptOperations: {} }, { typedDocumentNode: {} }],
  });
  const options = (await resolveConfig(operationsFile)) ?? {};
  return format(`/* Generated from server/schema.graphql by "npm run generate -w web". */\n${text}`, {
    ...options,
    parser: "typescript",
  });
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const schemaText = readFileSync(argv[2] ?? schemaFile, "utf8");
  writeFileSync(operationsFile, await renderOperations(schemaText, loadDocuments()));
}
