import { useCallback, useState } from "react";
import { renderYaml } from "../definition/render-yaml.js";
import type { RuleDraft } from "../definition/rule-draft.js";

/** RuleText is a rule that is being written, as data and as text: the text is what is saved. */
export interface RuleText {
  readonly text: string;
  readonly draft: RuleDraft;
  /** isRead says whether the data says what the text says; while a text is being written it may not. */
  readonly isRead: boolean;
  readonly setText: (text: string) => void;
  /** read takes over what a text says as data. */
  readonly read: (text: string, draft: RuleDraft) => void;
  /** write makes the text of data: what the form writes. Fields that are undefined are left out. */
  readonly write: (draft: RuleDraft) => void;
}

interface Written {
  readonly text: string;
  readonly draft: RuleDraft;
  readonly readText: string;
}

/** useRuleText keeps a rule as data and as text; whichever was written last leads. */
export function useRuleText(draft: RuleDraft): RuleText {
  const [state, setState] = useState<Written>(() => writeAll(draft));
  const setText = useCallback((text: string) => setState((known) => ({ ...known, text })), []);
  const read = useCallback(
    (text: string, next: RuleDraft) =>
      setState((known) => (known.text === text ? { text, draft: next, readText: text } : known)),
    [],
  );
  const write = useCallback((next: RuleDraft) => setState(writeAll(next)), []);
  return { text: state.text, draft: state.draft, isRead: state.readText === state.text, setText, read, write };
}

function writeAll(draft: RuleDraft): Written {
  const kept = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
  const text = renderYaml(kept);
  return { text, draft: kept, readText: text };
}
