import { readCredential } from "./read-credential.js";

describe("readCredential", () => {
  it.each([
    ["nothing", {}, undefined],
    ["the cookie", { cookie: "a=1; watchfloor.session=tok.sig%3D; b=2" }, { kind: "cookie", value: "tok.sig%3D" }],
    ["an empty cookie", { cookie: "watchfloor.session=" }, undefined],
    ["a cookie with a similar name", { cookie: "xwatchfloor.session=1" }, undefined],
    ["a session token", { authorization: "Bearer tok.sig" }, { kind: "session_token", value: "tok.sig" }],
    ["a read key", { authorization: "bearer wfr_abc" }, { kind: "read_key", value: "wfr_abc" }],
    ["an ingest key", { authorization: "Bearer wfi_abc" }, { kind: "ingest_key", value: "wfi_abc" }],
    [
      "a token before the cookie",
      { authorization: "Bearer t", cookie: "watchfloor.session=c" },
      { kind: "session_token", value: "t" },
    ],
    [
      "another scheme, not the cookie instead",
      { authorization: "Basic YTpi", cookie: "watchfloor.session=c" },
      undefined,
    ],
    ["a header sent twice", { authorization: ["Bearer one", "Bearer two"] }, { kind: "session_token", value: "one" }],
  ])("%s", (_, headers, expected) => {
    expect(readCredential(headers)).toEqual(expected);
  });
});
