import { ClickHouseFailure } from "@watchfloor/sql";
import { buildSchema, graphql, GraphQLError } from "graphql";
import { Problem } from "./problem.js";
import { renderProblem } from "./render-problem.js";

const schema = buildSchema("type Query { list(first: Int! = 20): Int, broken: Int! }");

/** What is rendered of the first error of a query, and what was told as a surprise. */
async function render(query: string, options: { variables?: Record<string, unknown>; broken?: () => unknown } = {}) {
  const surprises: unknown[] = [];
  const { variables: variableValues, broken } = options;
  const { errors } = await graphql({ schema, source: query, variableValues, rootValue: { list: () => 1, broken } });
  const [error] = errors ?? [];
  if (error === undefined) throw new Error("nothing went wrong");
  return { ...renderProblem(error.toJSON(), error, (cause) => surprises.push(cause)), surprises };
}

describe("renderProblem", () => {
  it("takes a null where an argument with a default must not be null for the caller's mistake", async () => {
    const answer = await render("query ($first: Int) { list(first: $first) }", { variables: { first: null } });
    expect(answer).toMatchObject({ extensions: { code: "BAD_USER_INPUT" }, path: ["list"], surprises: [] });
    expect(answer.message).toContain("first");
  });

  it("takes a field that has no value for ours, and says nothing of the inside", async () => {
    const answer = await render("{ broken }", { broken: () => null });
    expect(answer.extensions).toMatchObject({ code: "INTERNAL" });
    expect(answer.message).not.toContain("broken");
    expect(answer.surprises).toHaveLength(1);
  });

  it("words problems, and failures of the engine by their kind", async () => {
    const fail = (cause: Error) => render("{ broken }", { broken: () => Promise.reject(cause) });
    const problem = new Problem("FORBIDDEN", "Not you.", { remedy: "Ask somebody." });
    expect(await fail(problem)).toMatchObject({
      ...{ message: "Not you.", extensions: { code: "FORBIDDEN", remedy: "Ask somebody." } },
    });
    const slow = new ClickHouseFailure("metrics", Object.assign(new Error("too slow"), { code: "159" }));
    expect(await fail(slow)).toMatchObject({ extensions: { code: "OVERLOADED" }, surprises: [] });
    const secret = await fail(new Error("password of the database"));
    expect(JSON.stringify({ ...secret, surprises: [] })).not.toContain("password");
  });

  it("leaves refusals of documents as GraphQL words them", () => {
    const refusal = new GraphQLError("Syntax Error", {
      extensions: { code: "GRAPHQL_PARSE_FAILED", stacktrace: ["at"] },
    });
    const answer = renderProblem(refusal.toJSON(), refusal, () => undefined);
    expect(answer).toEqual({ message: "Syntax Error", extensions: { code: "GRAPHQL_PARSE_FAILED" } });
  });
});
