import { judgeAnswer } from "./judge-answer.js";
import { judgeSlackAnswer } from "./slack/judge-slack-answer.js";
import { judgeMailError } from "./email/judge-mail-error.js";
import { maskSecrets } from "./text/mask-secrets.js";
import { readRetryAfter } from "./read-retry-after.js";

const NOW = Date.UTC(2026, 3, 10);
const answer = (status: number, body = "", headers: Record<string, string> = {}) => ({ status, headers, body });

it.each([
  ...[200, 201, 202, 204].map((status) => [status, "delivered"] as const),
  ...[301, 302, 307, 308].map((status) => [status, "permanent"] as const),
  ...[408, 425, 429, 500, 502, 503, 504].map((status) => [status, "retry"] as const),
  ...[400, 413, 422].map((status) => [status, "reduce"] as const),
  ...[401, 403, 404].map((status) => [status, "denied"] as const),
  ...([
    [410, "gone"],
    [405, "permanent"],
    [418, "permanent"],
  ] as const),
])("reads %d as %s", (status, result) => {
  expect(judgeAnswer(answer(status), NOW).result).toBe(result);
});

it.each([
  ["network", "retry"],
  ["timeout", "retry"],
  ["unknown_host", "unreachable"],
  ["private_address", "unreachable"],
  ["bad_certificate", "unreachable"],
  ["refused_target", "unreachable"],
] as const)("reads the fault %s as %s", (fault, result) => {
  expect(judgeAnswer({ fault, detail: "d" }, NOW).result).toBe(result);
});

it.each([
  ["0", null],
  ["7", 7_000],
  ["99999999", 3_600_000],
  ["Fri, 10 Apr 2026 00:01:00 GMT", 60_000],
  ["Thu, 09 Apr 2026 00:01:00 GMT", null],
  ["-5", null],
  ["1.5", null],
  ["soon", null],
])("reads Retry-After %j as %p", (text, waitMs) => expect(readRetryAfter(text, NOW)).toBe(waitMs));

it.each([
  [200, "ok", "delivered"],
  [200, '{"success":true}', "delivered"],
  [200, "<html>sign in</html>", "permanent"],
  [200, "invalid_blocks", "reduce"],
  [400, "invalid_payload", "reduce"],
  [400, "user_not_found", "permanent"],
  [403, "action_prohibited", "permanent"],
  [403, "", "permanent"],
  [404, "no_service", "permanent"],
  [410, "channel_is_archived", "permanent"],
  [429, "rate_limited", "retry"],
  [500, "", "retry"],
] as const)("reads Slack's %d %j as %s", (status, body, result) => {
  expect(judgeSlackAnswer(answer(status, body), NOW).result).toBe(result);
});

it.each([
  [{ responseCode: 421 }, "retry"],
  [{ responseCode: 450 }, "retry"],
  [{ responseCode: 550 }, "permanent"],
  [{ responseCode: 535, code: "EAUTH" }, "retry"],
  [{ code: "ECONNECTION" }, "retry"],
  [new Error("x"), "retry"],
] as const)("reads the mail error %j as %s", (error, result) => expect(judgeMailError(error).result).toBe(result));

it("masks an address whole and in its parts, but not its host or common words", () => {
  const secret = "https://hooks.example.org/services/T00000000/B1234567/abcdefghijkl?token=tttttttttt";
  const text = `POST ${secret} failed: T00000000 abcdefghijkl tttttttttt at hooks.example.org, services`;
  const masked = maskSecrets(text, [secret, "shhhhhhhhhh"]);
  for (const part of ["T00000000", "B1234567", "abcdefghijkl", "tttttttttt"]) expect(masked).not.toContain(part);
  expect(masked).toContain("hooks.example.org");
});
