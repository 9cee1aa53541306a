/** DefinitionFault says what is wrong in a definition file; its message names file, line and field, one fault a line. */
export class DefinitionFault extends Error {
  override readonly name = "DefinitionFault";
  constructor(
    readonly file: string,
    readonly faults: readonly { readonly line: number; readonly field: string; readonly detail: string }[],
  ) {
    super(
      faults
        .map(({ line, field, detail }) => `${file}:${line}: ${field === "" ? "" : `${field}: `}${detail}`)
        .join("\n"),
    );
  }
}
