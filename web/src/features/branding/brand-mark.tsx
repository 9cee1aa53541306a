import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { brandingQuery } from "./branding-query.js";
import classes from "./brand-mark.module.css";

/** BrandMark is the logo of the brand, as an image only; a square of its colour where it has none, and while it is asked for. */
export function BrandMark(props: { size: number }): ReactNode {
  const logo = useQuery(brandingQuery).data?.logo ?? null;
  const size = { width: props.size, height: props.size };
  return logo === null ? (
    <i className={classes.mark} style={size} aria-hidden="true" />
  ) : (
    <img className={classes.logo} src={logo} alt="" style={{ height: props.size, minWidth: props.size }} />
  );
}
