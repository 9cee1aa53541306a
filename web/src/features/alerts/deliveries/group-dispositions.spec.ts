import type { NotificationDisposition } from "../../../graphql/operations.js";
import { groupDispositions } from "./group-dispositions.js";

const line = (contact: string, disposition: NotificationDisposition | null, kind = "fired") => ({
  ...{ transition: `${contact} ${kind}`, kind, contact, contactTitle: contact, disposition, explanation: "" },
  ...{ delivery: null, createdAt: "2026-04-10T12:00:00Z", decidedAt: null },
});

describe("who was told", () => {
  it("is put by contact: failures first, then who was told, who waits, who was not, who was never asked", () => {
    const alertDispositions = [
      line("muted", "SILENCED"),
      line("waiting", null),
      line("told", "DELIVERED"),
      line("told", "DELIVERED", "resolved"),
      line("digest", "QUIET_DIGEST"),
      line("broken", "DEAD_LETTERED"),
    ];
    const alertUntold = [{ contact: "other", contactTitle: "other", reason: "Not asked: it has no subscription." }];
    const found = groupDispositions({ alertDispositions, alertUntold });
    expect(found.map(({ title, shape, lines }) => [title, shape, lines.length])).toEqual([
      ["broken", "late", 1],
      ["digest", "ok", 1],
      ["told", "ok", 2],
      ["waiting", "risk", 1],
      ["muted", "none", 1],
      ["other", "none", 0],
    ]);
    expect(found.at(-1)?.reason).toContain("no subscription");
  });
});
