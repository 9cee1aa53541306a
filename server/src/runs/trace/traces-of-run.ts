/**
 * TRACES_OF_RUN selects the OpenTelemetry traces whose root span ended a run. The id of an event that came as a span is its trace id
 * and its span id (decision 0011), so the parts of a run say which traces it has; steps of a trace name it alone, in `run`.
 */
export const TRACES_OF_RUN = `SELECT substring(id, 1, 32) FROM fold_part
    WHERE tenant = {tenant:String} AND subject = 'run' AND client = {client:String} AND workflow = {workflow:String}
      AND subject_id = {run:String} AND part = 'finished' AND match(id, '^[0-9a-f]{48}$')`;

/** BELONGS_TO_RUN is true for rows of one client that name the run, or that name no workflow and one of its traces. */
export const BELONGS_TO_RUN = `((workflow = {workflow:String} AND run = {run:String}) OR (workflow = '' AND run IN (
    ${TRACES_OF_RUN})))`;
