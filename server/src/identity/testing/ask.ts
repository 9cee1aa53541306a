/** Answer is a GraphQL answer together with the cookies it set. */
export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null | undefined;
  readonly code: string | undefined;
  readonly extensions: Record<string, unknown> | undefined;
  readonly message: string | undefined;
  readonly setCookies: readonly string[];
}

interface Body {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** ask posts a GraphQL document as one of our own pages does, unless `headers` say otherwise; a header given as '' is left away. */
export async function ask(
  url: string,
  query: string,
  options: { headers?: Record<string, string>; variables?: Record<string, unknown> } = {},
): Promise<Answer> {
  const given = { "content-type": "application/json", origin: url, "x-watchfloor-csrf": "1", ...options.headers };
  const headers = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));
  const body = JSON.stringify({ query, variables: options.variables });
  const response = await fetch(`${url}/graphql`, { method: "POST", headers, body });
  const { data, errors } = (await response.json()) as Body;
  const [error] = errors ?? [];
  return {
    status: response.status,
    data,
    code: error?.extensions?.["code"] as string | undefined,
    extensions: error?.extensions,
    message: error?.message,
    setCookies: response.headers.getSetCookie(),
  };
}

/** askToSignIn signs in and returns the whole answer, with the cookie as a browser would send it back. */
export async function askToSignIn(
  url: string,
  who: { email: string; password: string },
  headers: Record<string, string> = {},
): Promise<Answer & { readonly token: string; readonly cookie: string }> {
  const query =
    "mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token expiresAt } }";
  const answer = await ask(url, query, { headers, variables: who });
  const signIn = answer.data?.["signIn"] as { token: string } | undefined;
  const cookie = answer.setCookies.find((each) => each.startsWith("watchfloor.session="))?.split(";")[0] ?? "";
  return { ...answer, token: signIn?.token ?? "", cookie };
}
