import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Refusal } from "../field-fault.js";
import { useSettled } from "../silences/use-settled.js";
import {
  buildInhibitionInput,
  checkInhibitionDraft,
  openInhibitionDraft,
  type InhibitionDraft,
} from "./inhibition-draft.js";
import {
  inhibitionPreviewQuery,
  inhibitionsQuery,
  saveInhibition,
  type Inhibition,
  type InhibitionPreview,
} from "./inhibitions-query.js";

/** InhibitionForm is an inhibition that is being written: what it says, what is wrong with it, and how it is saved. */
export interface InhibitionForm {
  readonly draft: InhibitionDraft;
  readonly change: (part: Partial<InhibitionDraft>) => void;
  readonly lacks: string | undefined;
  readonly preview: InhibitionPreview | null;
  readonly refusal: Refusal | null;
  readonly fault: string;
  readonly isBusy: boolean;
  readonly save: () => void;
}

/** useInhibitionForm keeps an inhibition while it is written, and asks what it would mute once both of its sides are filled in. */
export function useInhibitionForm(inhibition: Inhibition | undefined, onDone: (id: string) => void): InhibitionForm {
  const queries = useQueryClient();
  const [draft, setDraft] = useState(() => openInhibitionDraft(inhibition));
  const lacks = checkInhibitionDraft(draft);
  // What it mutes does not depend on what it is called.
  const named = { ...draft, title: draft.title.trim() === "" ? "…" : draft.title };
  const isWhole = checkInhibitionDraft(named) === undefined;
  const id = inhibition?.id ?? null;
  const settled = useSettled(JSON.stringify(isWhole ? buildInhibitionInput(named, id) : null), 250);
  // NOTE: it was written one line above of the very type.
  const asked = JSON.parse(settled) as ReturnType<typeof buildInhibitionInput> | null;
  const preview = useQuery(inhibitionPreviewQuery(asked)).data ?? null;
  const saving = useMutation({
    mutationFn: () => saveInhibition(buildInhibitionInput(draft, id)),
    onSuccess: async (answer) => {
      await queries.invalidateQueries({ queryKey: inhibitionsQuery.queryKey });
      if (answer.__typename === "AlertInhibition") onDone(answer.id);
    },
  });
  const refused = saving.data?.__typename === "NotificationProblem" ? saving.data : null;
  const previewed = isWhole && preview?.__typename === "NotificationProblem" ? preview : null;
  const refusal = refused ?? previewed;
  return {
    draft,
    change: (part) => {
      saving.reset();
      setDraft((before) => ({ ...before, ...part }));
    },
    ...{ lacks, preview: isWhole ? preview : null, refusal, isBusy: saving.isPending },
    fault: saving.error?.message ?? (refused?.field === null ? refused.message : ""),
    save: () => saving.mutate(),
  };
}
