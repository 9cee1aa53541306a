import { BELONGS_TO_RUN } from "./traces-of-run.js";

/** A run of more events than this shows the first ones. */
const MAX_EVENTS = 10_000;

/** EVENT_REFS selects which events a run was made from: parts know them, and steps are events of it too. An event is stored under the day of its time. */
export const EVENT_REFS = `
SELECT source, id, max(time_ms) AS timeMs FROM (
  SELECT source, id, toUnixTimestamp64Milli(time) AS time_ms FROM fold_part
  WHERE tenant = {tenant:String} AND subject = 'run' AND client = {client:String} AND workflow = {workflow:String} AND subject_id = {run:String}
  UNION ALL
  SELECT source, id, toUnixTimestamp64Milli(finished_at) AS time_ms FROM step
  WHERE tenant = {tenant:String} AND client = {client:String} AND ${BELONGS_TO_RUN})
GROUP BY source, id ORDER BY timeMs, source, id LIMIT ${MAX_EVENTS}`;
