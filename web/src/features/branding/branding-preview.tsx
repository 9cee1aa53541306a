import type { CSSProperties, ReactNode } from "react";
import type { BrandingDraft } from "./branding-draft.js";
import classes from "./branding-preview.module.css";

const colour = /^#[0-9a-f]{6}$/i;

/** BrandingPreview shows what a draft looks like on light and on dark ground, as the sign-in page and the navigation have it. */
export function BrandingPreview(props: { draft: BrandingDraft }): ReactNode {
  const { draft } = props;
  return (
    <div className={classes.grounds}>
      <Ground draft={draft} ground="light" tone={draft.colour} />
      <Ground draft={draft} ground="dark" tone={draft.colourDark} />
    </div>
  );
}

function Ground(props: { draft: BrandingDraft; ground: "light" | "dark"; tone: string }): ReactNode {
  const { draft, ground } = props;
  const tone = props.tone.trim();
  // Only what is a colour becomes a style.
  const style = colour.test(tone) ? ({ "--tone": tone } as CSSProperties) : undefined;
  return (
    <figure className={classes.ground} data-ground={ground} style={style}>
      <figcaption>{ground === "light" ? "Light" : "Dark"}</figcaption>
      <div className={classes.brand}>
        {draft.logo === "" ? <i aria-hidden="true" /> : <img src={draft.logo} alt="" height={22} />}
        <strong>{draft.productName}</strong>
      </div>
      <p>{draft.signInWords}</p>
      <div className={classes.row}>
        <span className={classes.button}>Sign in</span>
        <span className={classes.link}>Show all 45</span>
      </div>
      {tone === "" ? <p className={classes.note}>lightened from the colour on light ground</p> : null}
    </figure>
  );
}
