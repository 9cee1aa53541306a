import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { presetRanges } from "../../time-range/preset-ranges.js";
import { renderRange } from "../../time-range/render-range.js";
import type { TimeRange } from "../../time-range/time-range.js";
import type { WhyQuestion } from "../../metrics/why-question.js";
import { QueryFrame } from "../../ui/query-frame.js";
import { SkeletonRows } from "../../ui/skeleton-rows.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { describeWhyFilter } from "./describe-why-filter.js";
import { WhyDriverList } from "./why-driver-list.js";
import { WhyFacts } from "./why-facts.js";
import { WhyHeadline } from "./why-headline.js";
import { whyQuery } from "./why-query.js";
import { WhyRows } from "./why-rows.js";
import { WhySql } from "./why-sql.js";
import classes from "./why.module.css";

/** WhyBody answers how a number is computed, how fresh and complete it is, what moved it, and shows the rows behind it. */
export function WhyBody(props: { question: WhyQuestion }): ReactNode {
  const { question } = props;
  const { range, timeZone, names } = useWorkspace();
  const query = useQuery(whyQuery({ question, range, timeZone }));
  const asked = question.range ?? range;
  const words = describeWhyFilter(question.filter, names);
  return (
    <QueryFrame query={query} what="the explanation" skeleton={<SkeletonRows rows={14} height={30} />}>
      {(why) => (
        <div className={classes.why}>
          <WhyHeadline why={why} period={renderPeriod(asked, timeZone)} filterWords={words} />
          <WhyFacts why={why} onRefresh={() => void query.refetch()} isRefreshing={query.isFetching} />
          <WhyDriverList why={why} question={question} />
          <WhyRows why={why} question={question} />
          <WhySql sql={why.sql} />
        </div>
      )}
    </QueryFrame>
  );
}

function renderPeriod(range: TimeRange, timeZone: string): string {
  const isPreset = range.kind === "preset" && presetRanges.some(({ id }) => id === range.preset);
  return isPreset ? `last ${renderRange(range, timeZone)}` : renderRange(range, timeZone);
}
