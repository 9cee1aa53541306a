/** SpoolFull says that nothing of a request was stored and when to try again. */
export class SpoolFull extends Error {
  constructor(
    readonly retryAfterSeconds: number,
    detail: string,
  ) {
    super(detail);
    this.name = "SpoolFull";
  }
}
