import { QueryCache, QueryClient } from "@tanstack/react-query";
import { GraphqlFailure } from "../graphql/graphql-failure.js";
import { meQuery } from "../session/me-query.js";

/** buildQueryClient makes the store of answers; when the server says that nobody is signed in, `onSignedOut` leads to the sign-in page. */
export function buildQueryClient(onSignedOut: () => void): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (!isSignedOut(error) || client.getQueryData(meQuery.queryKey) === null) return;
        client.setQueryData(meQuery.queryKey, null);
        onSignedOut();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => error instanceof GraphqlFailure && error.reason === "unreachable" && count < 2,
        retryDelay: (count) => 500 * 2 ** count,
      },
    },
  });
  return client;
}

function isSignedOut(error: Error): boolean {
  return error instanceof GraphqlFailure && error.reason === "signed_out";
}
