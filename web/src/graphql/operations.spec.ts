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
      const used = new Set<(typeof fragments)[number]>();
      // A fragment may use another one.
      for (let isMore = true; isMore;) {
        const text = JSON.stringify([...own, ...used]);
        const found = fragments.filter((part) => !used.has(part) && text.includes(`"value":"${part.name.value}"`));
        for (const part of found) used.add(part);
        isMore = found.length > 0;
      }
      expect(own.length).toBeGreaterThan(0);
      expect(validate(buildSchema(schemaText), { ...document, definitions: [...own, ...used] })).toEqual([]);
    },
  );

  it("are generated from that schema", async () => {
    expect(readFileSync(operationsFile, "utf8")).toBe(await renderOperations(schemaText, documents));
  });
});
