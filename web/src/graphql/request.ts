import { chooseFailureReason } from "./choose-failure-reason.js";
import { GraphqlFailure } from "./graphql-failure.js";
import type { TypedDocumentString } from "./operations.js";

interface ErrorBody {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly retryAfterSeconds?: number };
}

interface AnswerBody<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly ErrorBody[];
}

const headers = { "content-type": "application/json", "x-watchfloor-csrf": "1" };

/** request asks the server one question and answers its data; throws GraphqlFailure when there is none. */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const body = JSON.stringify({ query: document.toString(), variables });
  const init: RequestInit = { method: "POST", credentials: "same-origin", headers, body };
  const response = await send(signal === undefined ? init : { ...init, signal });
  const answer = await readAnswer<Result>(response);
  const first = answer.errors?.[0];
  if (first !== undefined) throw buildFailure(first, response);
  if (answer.data === undefined || answer.data === null) {
    throw new GraphqlFailure(
      chooseFailureReason(undefined, response.status),
      `The server answered ${response.status}.`,
    );
  }
  return answer.data;
}

async function send(init: RequestInit): Promise<Response> {
  try {
    return await fetch("/graphql", init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new GraphqlFailure("unreachable", "The server cannot be reached.");
  }
}

async function readAnswer<Result>(response: Response): Promise<AnswerBody<Result>> {
  try {
    const answer: AnswerBody<Result> = await response.json();
    return answer;
  } catch {
    throw new GraphqlFailure(
      chooseFailureReason(undefined, response.status),
      `The server answered ${response.status}.`,
    );
  }
}

function buildFailure(error: ErrorBody, response: Response): GraphqlFailure {
  const header = Number(response.headers.get("retry-after"));
  const retryAfter = error.extensions?.retryAfterSeconds ?? (header > 0 ? header : null);
  return new GraphqlFailure(chooseFailureReason(error.extensions?.code, response.status), error.message, retryAfter);
}
