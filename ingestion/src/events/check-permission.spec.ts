import { SENDABLE_KINDS } from "@watchfloor/sql";
import { checkPermission } from "./check-permission.js";
import type { EventDocument } from "./event-document.js";
import { EVENT_KINDS } from "./event-kind.js";
import type { IngestKey } from "./ingest-key.js";

const event = { id: "e", kind: "run.started", time: "2026-06-01T11:00:00Z", source: "pos", client: "northmart" };
const open = { id: "k", tenant: "t", clients: null, kinds: null, isBackfill: false, isImport: false };

describe("checkPermission", () => {
  it.each<[string, Partial<IngestKey>, string | undefined]>([
    ["a key without limits", {}, undefined],
    ["null lists", { sources: null }, undefined],
    ["its client, source and kind", { clients: ["northmart"], sources: ["pos"], kinds: ["run.started"] }, undefined],
    ["another client", { clients: ["halden"] }, "client_not_allowed client"],
    ["another source", { sources: ["erp"] }, "client_not_allowed source"],
    ["a source in other letters", { sources: ["POS"] }, "client_not_allowed source"],
    ["another kind", { kinds: ["feed.heartbeat"] }, "kind_not_allowed kind"],
    ["nothing at all", { clients: [], sources: [], kinds: [] }, "client_not_allowed client"],
  ])("decides by %s", (_, limits, expected) => {
    // NOTE: permission looks at three fields only; the rest of the document is checked before it.
    const refusal = checkPermission(event as EventDocument, { ...open, ...limits });
    expect(refusal === undefined ? undefined : `${refusal.reason} ${refusal.field}`).toBe(expected);
  });

  it("knows the kinds that keys can be limited to", () => {
    expect([...SENDABLE_KINDS]).toEqual([...EVENT_KINDS]);
  });
});
