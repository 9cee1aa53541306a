import { queryOptions } from "@tanstack/react-query";
import { CreateFirstKeyDocument, FirstStepsDocument, type FirstStepsQuery } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";

/** FirstSteps is whether anything has arrived, and where to send it. */
export type FirstSteps = FirstStepsQuery["firstSteps"];

const waitMs = 2_000;

/** firstStepsQuery asks whether the first event has arrived: every two seconds until it has, then never again. */
export const firstStepsQuery = queryOptions({
  queryKey: ["first-steps"],
  queryFn: async ({ signal }): Promise<FirstSteps> => (await request(FirstStepsDocument, {}, signal)).firstSteps,
  refetchInterval: ({ state }) => (state.data?.hasEvents === true ? false : waitMs),
  staleTime: Infinity,
});

/** createFirstKey makes a key that sends; its secret is told this once. Throws the sentence of a refusal. */
export async function createFirstKey(): Promise<string> {
  const answer = (await request(CreateFirstKeyDocument, { title: "First steps" })).createIngestKey;
  if (answer.__typename === "IngestKeyRefused") throw new Error(answer.message);
  return answer.secret;
}
