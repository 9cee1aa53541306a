import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatInstant, formatInstantExact } from "../../../format/format-instant.js";
import { formatCount } from "../../../format/format-number.js";
import { useNow } from "../../../time-range/use-now.js";
import { QueryFrame } from "../../../ui/query-frame.js";
import { SkeletonRows } from "../../../ui/skeleton-rows.js";
import table from "../../../ui/table.module.css";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import contactClasses from "../contacts/contacts.module.css";
import { MatcherList } from "../matchers/matcher-list.js";
import { SeverityMark } from "../severity-mark.js";
import classes from "./escalations.module.css";
import { policyVersionsQuery, type Policy } from "./escalations-query.js";
import { renderPolicySentence } from "./render-policy-sentence.js";

interface PolicyItemProps {
  readonly policy: Policy;
  readonly nameOf: (contact: string) => string;
  readonly isOpen: boolean;
  readonly mayChange: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

/** PolicyItem is one policy: what it is for and what it does, in a sentence; opened, what it said before and what can be done. */
export function PolicyItem(props: PolicyItemProps): ReactNode {
  const { policy, isOpen } = props;
  const count = policy.coveredCount ?? 0;
  return (
    <li className={classes.policy} data-open={isOpen ? "" : undefined}>
      <div className={classes.line}>
        <button
          type="button"
          className={`${table.pick} ${contactClasses.title}`}
          aria-expanded={isOpen}
          onClick={() => props.onOpen(!isOpen)}
        >
          {policy.title}
        </button>
        <Aim policy={policy} />
        <span className={classes.count}>
          {count === 0
            ? "nothing that goes on now"
            : `${formatCount(count)} that ${count === 1 ? "goes" : "go"} on now`}
        </span>
      </div>
      <p className={classes.sentence}>{renderPolicySentence(policy, props.nameOf)}</p>
      {isOpen ? (
        <div className={contactClasses.body}>
          {props.mayChange ? (
            <div className={contactClasses.deeds}>
              <button type="button" data-main="" onClick={props.onEdit}>
                Change<span className="visually-hidden"> {policy.title}</span>
              </button>
              <button type="button" onClick={props.onDelete}>
                Delete<span className="visually-hidden"> {policy.title}</span>
              </button>
            </div>
          ) : null}
          <Versions policy={policy} nameOf={props.nameOf} />
        </div>
      ) : null}
    </li>
  );
}

function Aim({ policy }: { policy: Policy }): ReactNode {
  const { names } = useWorkspace();
  return (
    <div className={classes.aim}>
      {policy.severities.map((severity) => (
        <SeverityMark key={severity} severity={severity} />
      ))}
      <span>{policy.client === null ? "any client" : names.client(policy.client)}</span>
      {policy.matchers.length === 0 ? null : <MatcherList matchers={policy.matchers} />}
    </div>
  );
}

function Versions(props: { policy: Policy; nameOf: (contact: string) => string }): ReactNode {
  const { policy, nameOf } = props;
  const { timeZone } = useWorkspace();
  const now = useNow(60_000);
  const query = useQuery(policyVersionsQuery(policy.id, policy.version));
  return (
    <QueryFrame query={query} what="the versions" skeleton={<SkeletonRows rows={2} height={40} />}>
      {(versions) => (
        <ol className={classes.versions} aria-label={`Versions of ${policy.title}`}>
          {versions.map((version) => {
            const at = new Date(version.createdAt);
            return (
              <li key={version.version}>
                <span>
                  <strong>Version {version.version}</strong>{" "}
                  <span data-tip={formatInstantExact(at, timeZone)}>{formatInstant(at, timeZone, now)}</span> by{" "}
                  {version.createdByName}
                </span>
                {version.version === policy.version ? (
                  <span>in force, as above</span>
                ) : version.isDeleted ? (
                  <span>taken out of force</span>
                ) : (
                  <>
                    <Aim policy={version} />
                    <span>{renderPolicySentence(version, nameOf)}</span>
                  </>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </QueryFrame>
  );
}
