import type { PlannedPage } from "@watchfloor/sql";
import type { SpooledRequest } from "../../pipeline/spooled-request.js";

/** ReplayPage is what one page of a replay puts into the spool: all of it, or nothing. `bytes` hold the texts of its events. */
export interface ReplayPage extends PlannedPage {
  readonly request: SpooledRequest;
  readonly bytes: Buffer;
}
