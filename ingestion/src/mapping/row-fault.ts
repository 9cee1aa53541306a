/** RowFault says why a row does not become events; it is a verdict on the row, caught where rows are mapped. */
export class RowFault extends Error {
  override readonly name = "RowFault";

  constructor(
    readonly field: string,
    detail: string,
  ) {
    super(detail);
  }
}
