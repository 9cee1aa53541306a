import type { ReactNode } from "react";
import { renderTerm } from "../rule/render-term.js";
import { changeKind, proposeId } from "../editor/propose-draft.js";
import { readList, readMap, readText } from "../definition/rule-draft.js";
import { kindHelp, kindOf, kindWords } from "../definition/rule-words.js";
import { ChoiceField } from "./choice-field.js";
import { ConditionSection } from "./condition-section.js";
import { DurationField } from "./duration-field.js";
import classes from "./fields.module.css";
import { ListField } from "./list-field.js";
import { useRuleForm } from "./rule-form-context.js";
import { TextField } from "./text-field.js";
import { WatchSection } from "./watch-section.js";

const kinds = Object.entries(kindWords).map(([kind, words]) => ({ id: kind.toLowerCase(), words }));

/** RuleFields are the fields of a rule: what it is, what it watches, when it fires, and how it keeps time. */
export function RuleFields(): ReactNode {
  return (
    <>
      <NameSection />
      <WatchSection />
      <ConditionSection />
      <TimeSection />
      <WordsSection />
    </>
  );
}

function NameSection(): ReactNode {
  const { draft, isNew, change } = useRuleForm();
  const kind = kindOf(readText(draft, "kind"));
  const isProposed = readText(draft, "id") === proposeId(readText(draft, "title"));
  return (
    <fieldset className={classes.section}>
      <legend>What it is</legend>
      <TextField
        name="title"
        label="Title"
        help="What is wrong, in a few words."
        onText={(title) => change(isNew && isProposed ? { title, id: proposeId(title) } : { title })}
      />
      <TextField
        name="id"
        label="Id"
        isReadOnly={!isNew}
        help={isNew ? "Lower-case words joined by hyphens; it stays." : "It stays: links and silences name it."}
      />
      <ChoiceField
        name="kind"
        label="Kind"
        options={kinds}
        help={kind === undefined ? "" : kindHelp[kind]}
        onChoose={(chosen) => {
          const next = changeKind(draft, chosen);
          const gone = Object.fromEntries(Object.keys(draft).map((name) => [name, undefined]));
          change({ ...gone, ...next });
        }}
      />
    </fieldset>
  );
}

function TimeSection(): ReactNode {
  const { terms } = useRuleForm();
  const inEffect = (name: "forSeconds" | "keepFiringSeconds"): string =>
    terms.length === 0 ? "" : `In effect: ${renderTerm(terms, name, "0 s")}.`;
  return (
    <fieldset className={classes.section}>
      <legend>How it keeps time</legend>
      <DurationField
        name="intervalSeconds"
        label="Evaluated every"
        help="10 s to a day; it must divide a day."
        placeholder="1"
      />
      <DurationField
        name="forSeconds"
        label="Must hold for"
        help={`Empty: the usual of its kind and severity. ${inEffect("forSeconds")}`}
        placeholder="usual"
      />
      <DurationField
        name="keepFiringSeconds"
        label="Goes on for"
        help={`After it has ended, so that it does not flap. ${inEffect("keepFiringSeconds")}`}
        placeholder="usual"
      />
      <ChoiceField
        name="noData"
        label="Without data"
        usual="keep"
        options={[
          { id: "keep", words: "it stays as it is" },
          { id: "notify", words: "it stays, and people are told" },
          { id: "resolve", words: "it counts as over" },
          { id: "fire", words: "it counts as a breach" },
        ]}
      />
      <details className={classes.more}>
        <summary>Delays and what happens without data</summary>
        <div>
          <DurationField
            name="delaySeconds"
            label="Waits for data"
            help="From the time of an event until all of its time has arrived."
            placeholder="1"
          />
          <DurationField
            name="newGroupDelaySeconds"
            label="New groups after"
            help="A group seen for the first time is not judged before."
            placeholder="1"
          />
          <DurationField
            name="noDataKeepSeconds"
            label="Pending is frozen for"
            help="Empty: three intervals, at least 5 min."
            placeholder="usual"
          />
          <DurationField
            name="noDataResolveAfterSeconds"
            label="Closed without data after"
            help="Its state is then unknown."
            usual={3_600}
            placeholder="24"
          />
        </div>
      </details>
    </fieldset>
  );
}

function WordsSection(): ReactNode {
  const { draft, change } = useRuleForm();
  const words = ["title", "value", "threshold", "window", "severity", "client", ...readList(draft, "groupBy")];
  const labels = Object.entries(readMap(draft, "labels")).map(([name, value]) => `${name}=${String(value)}`);
  const known = [...new Set(words)].map((word) => `{{${word}}}`).join(" ");
  const setLabels = (texts: readonly string[]): void => {
    const pairs = texts.map((text): readonly [string, string] => {
      const [name = "", ...rest] = text.split("=");
      return [name.trim(), rest.join("=").trim()];
    });
    change({ labels: pairs.length === 0 ? undefined : Object.fromEntries(pairs) });
  };
  return (
    <fieldset className={classes.section}>
      <legend>What people read</legend>
      <TextField name="summary" label="Message" help={`One sentence about one group. It may hold ${known}.`} rows={2} />
      <TextField name="description" label="Why it is there" rows={2} />
      <TextField name="runbook" label="What to do when it fires" rows={3} />
      <ListField
        name="labels"
        label="Labels"
        help="Words every instance has, such as system=erp: incidents of one system are put under one cause."
        values={labels}
        options={null}
        none="none"
        onChange={setLabels}
      />
      <TextField
        name="owner"
        label="Owner"
        help="Who is told that the rule itself is in trouble; an address or a person."
      />
    </fieldset>
  );
}
