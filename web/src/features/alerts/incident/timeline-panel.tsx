import { useState, type FormEvent, type ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../../format/format-instant.js";
import { useNow } from "../../../time-range/use-now.js";
import { Panel } from "../../../ui/panel.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { buildPersonNames, renderIncidentTitle } from "../incidents/describe-incident.js";
import { mayAct } from "../incidents/do-deed.js";
import { renderAlertValue } from "../incidents/render-alert-value.js";
import { useIncidentDeeds } from "../incidents/use-incident-deeds.js";
import classes from "./incident.module.css";
import type { IncidentStory } from "./incident-query.js";
import { listTimeline, type TimelineRow } from "./list-timeline.js";

/** TimelinePanel tells what happened to an incident, the newest first, and takes a note. */
export function TimelinePanel(props: { story: IncidentStory }): ReactNode {
  const { story } = props;
  const { me, names } = useWorkspace();
  const rows = listTimeline(story, buildPersonNames(story.people)).map((row) =>
    // The sentence of the rule says ids.
    row.tone === "fired" ? { ...row, text: renderIncidentTitle({ ...story.incident, title: row.text }, names) } : row,
  );
  return (
    <Panel title="What happened" span={7} note="newest first">
      {mayAct(me) ? <NoteForm id={story.incident.id} /> : null}
      <ol className={classes.timeline}>
        {rows.map((row) => (
          <Row key={row.id} row={row} unit={story.incident.unit} />
        ))}
      </ol>
    </Panel>
  );
}

function Row(props: { row: TimelineRow; unit: string }): ReactNode {
  const { timeZone } = useWorkspace();
  const now = useNow(60_000);
  const { row, unit } = props;
  const at = new Date(row.at);
  const value = row.transition?.value ?? null;
  return (
    <li data-tone={row.tone}>
      <time dateTime={row.at} data-tip={formatInstantExact(at, timeZone)}>
        {formatInstant(at, timeZone, now)}
      </time>
      <div>
        <b>{row.words}</b>
        {value === null ? null : <span> at {renderAlertValue({ value, unit })}</span>}
        {row.text === "" ? null : <p>{row.text}</p>}
      </div>
    </li>
  );
}

function NoteForm(props: { id: string }): ReactNode {
  const [note, setNote] = useState("");
  const deeds = useIncidentDeeds();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (note.trim() === "") return;
    deeds.mutate({ ids: [props.id], deed: { kind: "note", note: note.trim() } }, { onSuccess: () => setNote("") });
  };
  return (
    <form className={classes.note} onSubmit={submit}>
      <textarea
        aria-label="Note for the timeline"
        placeholder="Write what you found"
        rows={1}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <button type="submit" disabled={deeds.isPending || note.trim() === ""}>
        Add note
      </button>
      <p role="alert" className={classes.fault}>
        {deeds.error?.message ?? ""}
      </p>
    </form>
  );
}
