/** DataDirectoryTaken says that the embedded engine could not open its directory: one process at a time may. */
export class DataDirectoryTaken extends Error {
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    super(
      `The data directory ${path} cannot be opened; most likely another process uses it. ` +
        "Stop that one, or choose another directory: WATCHFLOOR_DATA=./other-data npm start",
      { cause },
    );
    this.name = "DataDirectoryTaken";
  }
}
