import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useNow } from "../../../time-range/use-now.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { FormDialog } from "../../../ui/form-dialog.js";
import dialog from "../../../ui/form-dialog.module.css";
import { MatcherBuilder } from "../matchers/matcher-builder.js";
import { writeMatcher } from "../matchers/matcher.js";
import { buildSilenceInput, checkSilenceDraft, listQuickEnds, type SilenceDraft } from "./silence-draft.js";
import { SilencePreviewNote } from "./silence-preview-note.js";
import { createSilence } from "./silences-query.js";
import { useSettled } from "./use-settled.js";

/** SilenceForm asks what is to be muted, until when and why; `replaces` is the silence that ends when this one is kept. */
export function SilenceForm(props: {
  draft: SilenceDraft;
  replaces: string | null;
  onClose: () => void;
  onDone: (id: string) => void;
}): ReactNode {
  const { timeZone } = useWorkspace();
  const now = useNow(10_000);
  const queries = useQueryClient();
  const [draft, setDraft] = useState(props.draft);
  const change = (part: Partial<SilenceDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const matchers = useSettled(
    JSON.stringify(draft.matchers.filter(({ label }) => label !== "").map(writeMatcher)),
    250,
  );
  const lacks = checkSilenceDraft(draft, now, timeZone);
  const save = useMutation({
    mutationFn: () => createSilence(buildSilenceInput(draft, { timeZone, replaces: props.replaces })),
    onSuccess: async (id) => {
      await queries.invalidateQueries({ queryKey: ["alert-silences"] });
      props.onDone(id);
    },
  });
  return (
    <FormDialog
      title={props.replaces === null ? "New silence" : "Change a silence"}
      submitWords={props.replaces === null ? "Silence" : "Replace the silence"}
      isBusy={save.isPending}
      fault={save.error?.message ?? ""}
      isReady={lacks === undefined}
      onSubmit={() => save.mutate()}
      onClose={props.onClose}
    >
      <MatcherBuilder
        legend="Mute alerts of which all of this holds"
        matchers={draft.matchers}
        onChange={(changed) => change({ matchers: changed })}
      />
      {/* NOTE: it was written two lines above as a list of texts. */}
      <SilencePreviewNote matchers={JSON.parse(matchers) as string[]} />
      <div className={dialog.pair}>
        <label className={dialog.field}>
          From (empty = now)
          <input
            type="datetime-local"
            value={draft.start}
            onChange={(event) => change({ start: event.currentTarget.value })}
          />
        </label>
        <label className={dialog.field}>
          Until
          <input
            type="datetime-local"
            required
            value={draft.end}
            onChange={(event) => change({ end: event.currentTarget.value })}
          />
        </label>
      </div>
      <div className={dialog.row} role="group" aria-label="Quick lengths">
        {listQuickEnds(draft, now, timeZone).map(({ words, end }) => (
          <button
            key={words}
            type="button"
            className={dialog.small}
            aria-pressed={draft.end === end}
            onClick={() => change({ end })}
          >
            {words}
          </button>
        ))}
        <span className={dialog.help}>Times are those of {timeZone}.</span>
      </div>
      <label className={dialog.field}>
        Why
        <textarea
          required
          maxLength={1_000}
          value={draft.comment}
          placeholder="Planned works on the ERP, ticket 4711"
          onChange={(event) => change({ comment: event.currentTarget.value })}
        />
      </label>
      <p className={dialog.help}>
        {lacks ??
          "Evaluation goes on: incidents open and close as before, people are only not told. Whoever was told of one is told when it ends."}
      </p>
    </FormDialog>
  );
}
