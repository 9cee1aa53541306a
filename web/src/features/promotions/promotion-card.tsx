import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatInstantExact } from "../../format/format-instant.js";
import { formatMoneyExact, formatMoneyList } from "../../format/format-money.js";
import { formatCount } from "../../format/format-number.js";
import { StateShape } from "../../ui/state-shape.js";
import { describePromotion, renderCountdown } from "./describe-promotion.js";
import { GateList } from "./gate-list.js";
import classes from "./promotions.module.css";
import type { PromotionRow } from "./promotions-query.js";

interface PromotionCardProps {
  readonly promotion: PromotionRow;
  readonly clientTitle: string | null;
  readonly timeZone: string;
  readonly now: Date;
}

/** PromotionCard shows a launch: its state and countdown, what is live and missing by name, its gates, and what to do. */
export function PromotionCard({ promotion, clientTitle, timeZone, now }: PromotionCardProps): ReactNode {
  const { client, change, title, planned, live, missing, money, startsAt, action, gates } = promotion;
  const { words, shape } = describePromotion(promotion);
  const more = planned - live - missing.length;
  const given = gates.filter(({ state }) => state === "GREEN").length;
  return (
    <li className={classes.card} data-is={shape}>
      <div className={classes.main}>
        <h3>
          <StateShape state={shape} />
          <Link to="/promotions/$client/$change" params={{ client, change }}>
            {title}
          </Link>
          <span className={classes.words}>
            {[change === title ? "" : change, clientTitle ?? ""].filter((text) => text !== "").join(", ")}
          </span>
        </h3>
        <p className={classes.action}>{action}</p>
        {missing.length === 0 ? null : (
          <p className={classes.words}>
            Missing: {missing.map((target) => target.title).join(", ")}
            {more > 0 ? ` and ${formatCount(more)} more` : ""}
          </p>
        )}
      </div>
      <div>
        <strong data-tip={startsAt === null ? undefined : formatInstantExact(new Date(startsAt), timeZone)}>
          {renderCountdown(startsAt, now)}
        </strong>
        <p className={classes.words}>{words}</p>
      </div>
      <div>
        <strong>{planned === 0 ? "not published" : `${formatCount(live)} of ${formatCount(planned)} live`}</strong>
        {planned === 0 ? null : (
          <progress
            className={classes.bar}
            value={live}
            max={planned}
            aria-label={`Targets of ${title} that are live`}
          />
        )}
      </div>
      <div>
        {money.length === 0 ? null : (
          <>
            <strong data-tip={formatMoneyList(money, formatMoneyExact)}>{formatMoneyList(money)}</strong>
            <p className={classes.words}>not live yet</p>
          </>
        )}
      </div>
      <div>
        <p className={classes.words}>
          {gates.length === 0
            ? "no gates"
            : `${given} of ${gates.length} ${gates.length === 1 ? "gate" : "gates"} given`}
        </p>
        {gates.length === 0 ? null : <GateList gates={gates} timeZone={timeZone} now={now} />}
      </div>
    </li>
  );
}
