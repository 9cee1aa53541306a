import { ClickHouseFailure } from "../clickhouse/clickhouse-failure.js";
import { renderFailure } from "./render-failure.js";

const SECRET = "wfi_secret-value";

function readSyntaxError(): unknown {
  try {
    return JSON.parse(`{"a": ${SECRET}}`);
  } catch (cause) {
    return cause;
  }
}

function buildQueryError(): Error {
  const root = Object.assign(new Error(`duplicate key value (${'"'}${SECRET}${'"'}) violates "api_key_pkey"`), {
    code: "23505",
  });
  const error = new Error(`Failed query: select * from "api_key" where id = $1\nparams: ${SECRET}`, { cause: root });
  return Object.assign(error, { query: "select", params: [SECRET] });
}

describe("renderFailure", () => {
  it.each<[string, unknown, string]>([
    ["a query of the data layer", buildQueryError(), "Error 23505: duplicate key value ('?') violates '?'"],
    ["the same as text", String(buildQueryError()), "a query failed"],
    ["text that is no JSON", readSyntaxError(), "SyntaxError"],
    ["the same as text", String(readSyntaxError()), "SyntaxError"],
    [
      "a row the engine could not read",
      new ClickHouseFailure(
        "insert.event",
        Object.assign(new Error(`Cannot parse '${SECRET}' as UInt8: at row 1\n${SECRET}`), { code: "6" }),
      ),
      "ClickHouseFailure 6: insert.event: code 6, Cannot parse '?' as UInt8: at row 1",
    ],
    [
      "a connection",
      Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" }),
      "Error ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1",
    ],
    ["a quote that never ends", new Error(`near "${SECRET} and 'more`), "Error: near '?'"],
    ["no error at all", { toString: () => `'${SECRET}'` }, "'?'"],
  ])("says of %s what a log may hold", (_, cause, expected) => {
    const said = renderFailure(cause);
    expect(said.split("\n")[0]).toBe(expected);
    expect(said).not.toContain(SECRET);
  });

  it("shows where in our code, and no line of the message that looks so", () => {
    const said = renderFailure(new Error(`first\n    at ${SECRET}`));
    expect(said).toMatch(/^Error: first\n    at .*render-failure/);
    expect(said).not.toContain(SECRET);
  });
});
