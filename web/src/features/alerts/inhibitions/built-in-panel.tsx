import type { ReactNode } from "react";
import { Panel } from "../../../ui/panel.js";
import classes from "./inhibitions.module.css";

const builtIn = [
  {
    title: "The graver mutes the lighter",
    words: "While a rule is critical somewhere, its warning of the same place and the same labels is not told.",
    example: "Orders fail, critical → orders fail, warning",
  },
  {
    title: "The wider mutes the narrower",
    words:
      "While a rule fires for a client, it is not told for single stores, channels or partners of that client, unless they are graver.",
    example: "Coverage of a client → coverage of one of its stores",
  },
  {
    title: "The faster burn mutes the slower",
    words: "While an error budget burns fast enough to page, the slower tiers of the same rule are not told.",
    example: "Page, fast → page, slow → ticket",
  },
  {
    title: "A silent source explains missing data",
    words:
      "While a feed is known to be silent, a rule that has no data of the same source or store does not say so again.",
    example: "A store is silent → no data of that store",
  },
] as const;

/** BuiltInPanel explains what mutes what without anybody having set it up. */
export function BuiltInPanel(): ReactNode {
  return (
    <Panel title="Built in" note="always on, within one rule and one client">
      <ul className={classes.builtIn}>
        {builtIn.map(({ title, words, example }) => (
          <li key={title}>
            <strong>{title}</strong>
            <span>{words}</span>
            <small>{example}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
