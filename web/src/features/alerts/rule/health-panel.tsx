import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatDuration } from "../../../format/format-duration.js";
import { formatInstant } from "../../../format/format-instant.js";
import { formatExact } from "../../../format/format-number.js";
import { useNow } from "../../../time-range/use-now.js";
import { Panel } from "../../../ui/panel.js";
import { StateShape } from "../../../ui/state-shape.js";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { readNumber, type RuleDraft } from "../definition/rule-draft.js";
import { healthStates, healthWords } from "../definition/rule-words.js";
import type { RuleDetail } from "../rules/rules-query.js";
import { describeDelay } from "./describe-delay.js";
import { listTerms } from "./list-terms.js";
import classes from "./rule.module.css";

/** HealthPanel says how the evaluation of a rule is doing, and how long things take in effect. */
export function HealthPanel({ rule, draft }: { rule: RuleDetail; draft: RuleDraft }): ReactNode {
  return (
    <Panel
      title="How it is doing"
      span={4}
      note={
        <Link to="/alerts" search={{ rule: rule.id }} className={classes.link ?? ""}>
          Its incidents
        </Link>
      }
    >
      <div className={classes.health}>
        <StateShape state={healthStates[rule.health]} /> <strong>{healthWords[rule.health]}</strong>
        {rule.healthMessage === "" ? null : <p>{rule.healthMessage}</p>}
      </div>
      <dl className={classes.facts}>
        <Evaluation rule={rule} />
        <Delay rule={rule} draft={draft} />
        {listTerms(draft, rule.terms).map(({ name, text, help }) => (
          <Fact key={name} name={name} text={text} help={help} />
        ))}
      </dl>
    </Panel>
  );
}

function Evaluation({ rule }: { rule: RuleDetail }): ReactNode {
  const { timeZone } = useWorkspace();
  const now = useNow(15_000);
  const late = Math.round(rule.lagSeconds ?? 0);
  const at = rule.evaluatedAt === null ? "never" : formatInstant(new Date(rule.evaluatedAt), timeZone, now);
  const missed = [
    rule.caughtUpSlots === 0 ? "" : `${formatExact(rule.caughtUpSlots)} of them later than they should`,
    rule.skippedSlots === 0 ? "" : `${formatExact(rule.skippedSlots)} were too far back and skipped`,
  ].filter((part) => part !== "");
  return (
    <>
      <Fact
        name="Newest slot"
        text={at}
        help={rule.lagSeconds === null ? "" : late === 0 ? "In time." : `${formatDuration(late)} late.`}
      />
      <Fact
        name="Slots"
        text={`${formatExact(rule.evaluatedSlots)} evaluated`}
        help={missed.length === 0 ? "None missed." : `${missed.join("; ")}.`}
      />
    </>
  );
}

/** A minute is what a rule waits unless it says otherwise. */
const usualDelaySeconds = 60;

function Delay({ rule, draft }: { rule: RuleDetail; draft: RuleDraft }): ReactNode {
  const { text, help, isTooShort } = describeDelay(readNumber(draft, "delaySeconds") ?? usualDelaySeconds, rule);
  return (
    <>
      <dt>Delay</dt>
      <dd>
        {isTooShort ? <StateShape state="risk" /> : null} {text}
        {help === "" ? null : <small>{help}</small>}
      </dd>
    </>
  );
}

function Fact(props: { name: string; text: string; help: string }): ReactNode {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        {props.text}
        {props.help === "" ? null : <small>{props.help}</small>}
      </dd>
    </>
  );
}
