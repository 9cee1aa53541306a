import { DateTime } from "luxon";
import { useState, type ReactNode } from "react";
import { readClock } from "../../../time-range/read-clock.js";
import { FormDialog } from "../../../ui/form-dialog.js";
import dialog from "../../../ui/form-dialog.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import type { IncidentDeed } from "./do-deed.js";
import { useIncidentDeeds } from "./use-incident-deeds.js";

/** DialogDeed is a deed that people say a word about. */
export type DialogDeed = "acknowledge" | "withdraw" | "resolve";

interface DeedDialogProps {
  readonly deed: DialogDeed;
  readonly ids: readonly string[];
  /** about names one incident, or says how many. */
  readonly about: string;
  /** hasCritical says that one of them is critical: without an end, its acknowledgement ends after four hours. */
  readonly hasCritical: boolean;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

const words = {
  acknowledge: {
    title: "Acknowledge",
    text: "Repeats and escalation stop for everybody until then. It is yours, unless somebody has it.",
    button: "Acknowledge",
  },
  withdraw: {
    title: "Open again",
    text: "Takes the acknowledgement back: repeats and escalation go on.",
    button: "Open again",
  },
  resolve: {
    title: "Resolve",
    text: "Closes it for everybody who was told. While it fires still it stays quiet until it recovers.",
    button: "Resolve",
  },
} as const;

const lengths = [
  { id: "", words: "until it is over", hours: null },
  { id: "1", words: "1 hour", hours: 1 },
  { id: "4", words: "4 hours", hours: 4 },
  { id: "8", words: "8 hours", hours: 8 },
  { id: "24", words: "1 day", hours: 24 },
  { id: "at", words: "until a time", hours: null },
] as const;

/** DeedDialog asks for a word about what is done to incidents, and does it; the browser's own dialog keeps the focus and closes on Escape. */
export function DeedDialog(props: DeedDialogProps): ReactNode {
  const { deed, ids, hasCritical } = props;
  const { timeZone } = useWorkspace();
  const [note, setNote] = useState("");
  const [length, setLength] = useState<string>(hasCritical ? "4" : "");
  const [at, setAt] = useState("");
  const deeds = useIncidentDeeds();
  const submit = (): void => {
    const until = readUntil({ length, at, timeZone });
    const done: IncidentDeed = deed === "acknowledge" ? { kind: deed, note, until } : { kind: deed, note };
    deeds.mutate(
      { ids, deed: done },
      {
        onSuccess: () => {
          props.onDone?.();
          props.onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={words[deed].title}
      submitWords={words[deed].button}
      isSmall
      isBusy={deeds.isPending}
      fault={deeds.error?.message ?? ""}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <p className={dialog.about}>{props.about}</p>
      <label className={dialog.field}>
        Note
        <textarea
          rows={3}
          maxLength={2000}
          placeholder={deed === "resolve" ? "What was wrong, what was done" : "What you know, what you do"}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </label>
      {deed === "acknowledge" ? (
        <div className={dialog.pair}>
          <label className={dialog.field}>
            For
            <select value={length} onChange={(event) => setLength(event.currentTarget.value)}>
              {lengths
                .filter(({ id }) => !(hasCritical && id === ""))
                .map((option) => (
                  <option key={option.id} value={option.id}>
                    {option.words}
                  </option>
                ))}
            </select>
          </label>
          {length === "at" ? (
            <label className={dialog.field}>
              Until ({timeZone})
              <input type="datetime-local" required value={at} onChange={(event) => setAt(event.currentTarget.value)} />
            </label>
          ) : null}
        </div>
      ) : null}
      <p className={dialog.help}>{words[deed].text}</p>
    </FormDialog>
  );
}

function readUntil(of: { readonly length: string; readonly at: string; readonly timeZone: string }): string | null {
  if (of.length === "at") return DateTime.fromISO(of.at, { zone: of.timeZone }).toUTC().toISO();
  const hours = lengths.find(({ id }) => id === of.length)?.hours ?? null;
  return hours === null ? null : new Date(readClock().getTime() + hours * 3_600_000).toISOString();
}
