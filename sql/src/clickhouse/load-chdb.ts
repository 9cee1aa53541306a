import { createRequire } from "node:module";

/** Chdb is the embedded engine as its package offers it. */
export type Chdb = Pick<typeof import("chdb"), "drainPending"> &
  Pick<typeof import("chdb/connection"), "createChdbConnection">;

/** loadChdb loads the engine when it is first opened: a process that asks a server keeps the 140 MB of its library out of memory. */
export function loadChdb(): Chdb {
  const require = createRequire(import.meta.url);
  const { drainPending } = require("chdb") as typeof import("chdb");
  const { createChdbConnection } = require("chdb/connection") as typeof import("chdb/connection");
  return { drainPending, createChdbConnection };
}
