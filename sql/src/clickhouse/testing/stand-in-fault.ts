import { z } from "zod";

/** standInFaultSchema is what `POST /stand-in/fault` and `STAND_IN_FAULTS` take. */
export const standInFaultSchema = z.strictObject({
  /** Strikes only statements that contain this text (an INSERT is its statement without the rows); every one unless told. */
  statement: z.string().optional(),
  /** How many statements it strikes; 1 unless told, 0 = every one until the faults are cleared. */
  times: z.int().nonnegative().default(1),
  /** Waits before the statement runs. */
  delayMs: z.int().nonnegative().default(0),
  /** Answers this ClickHouse code instead of running the statement. */
  refuseWith: z.int().positive().optional(),
  /** Runs the statement and lets it fail with this code after half of its answer was sent; before that when the client asked to wait for the end. */
  failLateWith: z.int().positive().optional(),
  /** Closes the connection: before anything ran, after it ran but before the answer, or in the middle of the answer. */
  hangUp: z.enum(["before-running", "after-running", "mid-answer"]).optional(),
});

/** StandInFault is one way in which the stand-in misbehaves. */
export type StandInFault = z.infer<typeof standInFaultSchema>;

/** NewStandInFault is a fault as a test writes it. */
export type NewStandInFault = z.input<typeof standInFaultSchema>;
