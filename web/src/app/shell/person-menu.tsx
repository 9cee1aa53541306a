import { useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { SignOutDocument } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { densities, useDensity } from "../../preferences/density.js";
import { MenuItem } from "../../ui/menu-item.js";
import { Popup } from "../../ui/popup.js";
import popup from "../../ui/popup.module.css";
import { useWorkspace } from "../../workspace/workspace-context.js";
import classes from "./header.module.css";

const themes = [
  ["auto", "Theme of the system"],
  ["light", "Light theme"],
  ["dark", "Dark theme"],
] as const;

/** PersonMenu says who is signed in, switches theme and density, and signs out. */
export function PersonMenu(): ReactNode {
  const { me } = useWorkspace();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, setDensity] = useDensity();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    await request(SignOutDocument, {}).catch(() => undefined);
    await navigate({ to: "/sign-in" });
    queries.clear();
  };
  const initials = me.name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join("")
    .toUpperCase();
  return (
    <Popup
      label={`${me.name}: theme, density and sign-out`}
      kind="menu"
      align="end"
      button={{ className: classes.person, "aria-label": `${initials}, ${me.name}: theme, density and sign-out` }}
      face={initials === "" ? "?" : initials}
    >
      {() => (
        <>
          <div className={classes.who} role="presentation">
            <strong>{me.name}</strong>
            <span>{me.email}</span>
            <span>
              {me.role.toLowerCase().replaceAll("_", " ")}, {me.tenant.title}
            </span>
          </div>
          <hr className={popup.line} />
          {themes.map(([value, title]) => (
            <MenuItem key={value} isChosen={colorScheme === value} onChoose={() => setColorScheme(value)}>
              {title}
            </MenuItem>
          ))}
          <hr className={popup.line} />
          {densities.map((value) => (
            <MenuItem key={value} isChosen={density === value} onChoose={() => setDensity(value)}>
              {value === "compact" ? "Compact rows" : "Comfortable rows"}
            </MenuItem>
          ))}
          <hr className={popup.line} />
          {me.role === "ADMINISTRATOR" ? (
            <MenuItem onChoose={() => void navigate({ to: "/settings/branding" })}>Branding</MenuItem>
          ) : null}
          <MenuItem onChoose={() => void signOut()}>Sign out</MenuItem>
        </>
      )}
    </Popup>
  );
}
