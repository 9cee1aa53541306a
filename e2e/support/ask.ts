/** Answer is a GraphQL answer; `errors` carry code, field and remedy. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
}

/** ask posts one GraphQL document with a token, as a script does. */
export async function ask<Data>(
  url: string,
  token: string | undefined,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer<Data>> {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await answer.json()) as Answer<Data>;
}

/** getData asks and throws when there are errors. */
export async function getData<Data>(
  url: string,
  token: string,
  query: string,
  variables?: Record<string, unknown>,
): Promise<Data> {
  const { data, errors } = await ask<Data>(url, token, query, variables);
  if (errors !== undefined || data === null) throw new Error(JSON.stringify(errors));
  return data;
}

/** signIn returns a bearer token. */
export async function signIn(url: string, who: { email: string; password: string }): Promise<string> {
  const query =
    "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token expiresAt } }";
  const { data, errors } = await ask<{ signIn: { token: string } }>(url, undefined, query, who);
  if (data === null) throw new Error(JSON.stringify(errors));
  return data.signIn.token;
}

/** sendEvents posts events to the receiver and returns status and verdict. */
export async function sendEvents(
  url: string,
  key: string,
  events: unknown,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    body: JSON.stringify(events),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** eventually repeats `read` until `isDone` holds; throws with the last value after `withinMs`. */
export async function eventually<Value>(
  read: () => Promise<Value>,
  isDone: (value: Value) => boolean,
  withinMs = 10_000,
): Promise<Value> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await read();
    if (isDone(value)) return value;
    if (Date.now() > deadline) throw new Error(`not so after ${withinMs} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
