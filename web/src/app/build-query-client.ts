import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { GraphqlFailure } from "../graphql/graphql-failure.js";
import { meQuery } from "../session/me-query.js";
import { chooseRetryDelay } from "./choose-retry-delay.js";

/**
 * buildQueryClient makes the store of answers. A question that failed keeps its last good answer and is asked again by itself; when the server says
 * that nobody is signed in, `onSignedOut` leads to the sign-in page.
 */
export function buildQueryClient(onSignedOut: () => void): QueryClient {
  const leave = (error: Error): void => {
    if (!isSignedOut(error) || client.getQueryData(meQuery.queryKey) === null) return;
    // While it is still asked who is there, that answer decides.
    if (client.getQueryState(meQuery.queryKey)?.status === "pending") return;
    client.setQueryData(meQuery.queryKey, null);
    onSignedOut();
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: leave }),
    mutationCache: new MutationCache({ onError: leave }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
        refetchInterval: (query) => chooseRetryDelay(query.state.error),
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
