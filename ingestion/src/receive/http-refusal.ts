/** HttpRefusal refuses a whole request: nothing of it is stored. The message says what to do. */
export class HttpRefusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 413 | 415 | 429 | 503,
    readonly code: string,
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = "HttpRefusal";
  }
}
