import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWorkspace } from "../../../workspace/workspace-context.js";
import { labelChoicesQuery, ruleTitlesQuery } from "./label-choices-query.js";
import { listLabelValues } from "./list-label-values.js";
import { MATCHER_OPERATORS, parseMatcher, type Matcher } from "./matcher.js";
import classes from "./matchers.module.css";

/** MatcherList shows matchers in words, each a small label; the exact text is a tip. */
export function MatcherList(props: { matchers: readonly string[] }): ReactNode {
  const { registry } = useWorkspace();
  const rules = useQuery(ruleTitlesQuery).data ?? [];
  const labels = useQuery({ ...labelChoicesQuery, enabled: false }).data ?? [];
  const read = props.matchers.flatMap((text) => parseMatcher(text) ?? []);
  const name = (matcher: Matcher): string =>
    listLabelValues(matcher.label, { registry, rules, labels }, read).find(({ value }) => value === matcher.value)
      ?.words || matcher.value;
  return (
    <ul className={classes.list}>
      {props.matchers.map((text) => {
        const matcher = parseMatcher(text);
        const words = MATCHER_OPERATORS.find(({ op }) => op === matcher?.op)?.words ?? "";
        return (
          <li key={text} data-tip={text}>
            {matcher === undefined ? (
              text
            ) : (
              <>
                <span>
                  {matcher.label} {words}
                </span>{" "}
                {matcher.value === "" ? "empty" : name(matcher)}
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
