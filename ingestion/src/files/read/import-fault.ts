/** ImportFault says why a file cannot be imported at all and what to do about it. */
export class ImportFault extends Error {
  override readonly name = "ImportFault";
}
