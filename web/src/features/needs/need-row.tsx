import { replaceEqualDeep } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { memo, type ReactNode } from "react";
import { StateShape, stateWords } from "../../ui/state-shape.js";
import type { Need, NeedTarget } from "./need.js";
import classes from "./needs.module.css";

/** NeedRow is one line of what needs somebody; it leads to the rows behind it. It is drawn again only when it says something else. */
export const NeedRow = memo(function NeedRow(props: { need: Need }): ReactNode {
  const { need } = props;
  return (
    <li className={classes.need}>
      <StateShape state={need.state} label={stateWords[need.state]} />
      <div className={classes.what}>
        <NeedLink target={need.target} className={classes.title ?? ""}>
          {need.title}
        </NeedLink>
        <em>{need.detail}</em>
      </div>
      <div className={classes.since}>
        {need.since}
        <small>{need.sinceNote}</small>
      </div>
      <div className={classes.money}>
        {need.money === "" ? "–" : need.money}
        <small>{need.moneyNote}</small>
      </div>
      <span className={classes.open} aria-hidden="true">
        <NeedLink target={need.target} className={classes.button ?? ""} tabIndex={-1}>
          Open
        </NeedLink>
      </span>
    </li>
  );
}, areSame);

function areSame(before: { need: Need }, after: { need: Need }): boolean {
  return replaceEqualDeep(before.need, after.need) === before.need;
}

interface NeedLinkProps {
  readonly target: NeedTarget;
  readonly className: string;
  readonly tabIndex?: number;
  readonly children: ReactNode;
}

function NeedLink(props: NeedLinkProps): ReactNode {
  const { target, ...rest } = props;
  switch (target.page) {
    case "run":
      return (
        <Link
          to="/runs/$client/$workflow/$run"
          params={{ client: target.client, workflow: target.workflow, run: target.run }}
          {...rest}
        />
      );
    case "store":
      return <Link to="/stores/$client/$store" params={{ client: target.client, store: target.store }} {...rest} />;
    case "stores":
      return <Link to="/stores" search={{ state: "none" }} {...rest} />;
    case "runs": {
      const search = { state: "overdue", workflow: `${target.client}/${target.workflow}`, order: "due" };
      return (
        <Link to="/runs" search={target.change === null ? search : { ...search, change: target.change }} {...rest} />
      );
    }
  }
}
