import { checkOrigin } from "./check-origin.js";

const host = "watch.example:8080";

describe("checkOrigin", () => {
  it.each([
    ["a page of our own", { host, origin: "http://watch.example:8080" }, undefined],
    [
      "a page of our own, host in capitals",
      { host: "Watch.Example:8080", origin: "http://watch.example:8080" },
      undefined,
    ],
    ["the scheme's own port written out", { host: "watch.example:443", origin: "https://watch.example" }, undefined],
    [
      "our page behind a proxy",
      { host: "api:8080", "x-forwarded-host": "watch.example", origin: "https://watch.example" },
      undefined,
    ],
    [
      "our page behind two proxies",
      { host: "api:8080", "x-forwarded-host": "watch.example, inner", origin: "https://watch.example" },
      undefined,
    ],
    ["a WebSocket of our page", { host, upgrade: "websocket", origin: "http://watch.example:8080" }, undefined],
    ["a script with the header", { host, "x-watchfloor-csrf": "1" }, undefined],
    ["another site", { host, origin: "https://evil.example" }, "foreign_origin"],
    [
      "another site with the header",
      { host, origin: "https://evil.example", "x-watchfloor-csrf": "1" },
      "foreign_origin",
    ],
    ["another port of our host", { host, origin: "http://watch.example:9090" }, "foreign_origin"],
    [
      "a host that begins like ours",
      { host: "watch.example", origin: "http://watch.example.evil.example" },
      "foreign_origin",
    ],
    ["a sandboxed frame", { host, origin: "null" }, "foreign_origin"],
    ["something unreadable", { host, origin: "http://" }, "foreign_origin"],
    ["an extension", { host, origin: "chrome-extension://watch.example:8080" }, "foreign_origin"],
    ["our origin but no host", { origin: "http://watch.example:8080" }, "foreign_origin"],
    ["a WebSocket of another site", { host, upgrade: "websocket", origin: "https://evil.example" }, "foreign_origin"],
    ["a WebSocket that names none", { host, upgrade: "WebSocket", "x-watchfloor-csrf": "1" }, "missing_origin"],
    ["a simple request", { host }, "missing_csrf_header"],
  ])("%s", (_, headers, expected) => {
    expect(checkOrigin(headers)).toBe(expected);
  });
});
