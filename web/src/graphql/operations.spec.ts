import { existsSync, readFileSync } from "node:fs";
import { buildSchema, validate } from "graphql";
import { loadDocuments, operationsFile, renderOperations, schemaFile } from "../../graphql-operations.mjs";

describe("the operations of the application", () => {
  const schemaText = existsSync(schemaFile) ? readFileSync(schemaFile, "utf8") : "";
  const documents = loadDocuments();

  it.each(documents.map((entry) => [entry.location, entry.document] as const))(
    "%s is valid against the server's schema",
    (_, document) => {
      const fragments = documents.flatMap((entry) =>
        entry.document.definitions.filter((part) => part.kind === "FragmentDefinition"),
      );
      const own = document.definitions.filter((part) => part.kind === "OperationDefinition");
      const used = fragments.filter((part) => JSON.stringify(own).includes(`"value":"${part.name.value}"`));
      expect(own.length).toBeGreaterThan(0);
      expect(validate(buildSchema(schemaText), { ...document, definitions: [...own, ...used] })).toEqual([]);
    },
  );

  it("are generated from that schema", async () => {
    expect(readFileSync(operationsFile, "utf8")).toBe(await renderOperations(schemaText, documents));
  });
});
