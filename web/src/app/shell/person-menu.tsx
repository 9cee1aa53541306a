import { Menu, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { SignOutDocument } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { densities, useDensity } from "../../preferences/density.js";
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
    <Menu position="bottom-end" shadow="md" width={240} withinPortal>
      <Menu.Target>
        <button
          type="button"
          className={classes.person}
          aria-label={`${initials}, ${me.name}: theme, density and sign-out`}
        >
          {initials === "" ? "?" : initials}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
          <span>
            {me.role.toLowerCase().replaceAll("_", " ")}, {me.tenant.title}
          </span>
        </div>
        <Menu.Divider />
        {themes.map(([value, title]) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={colorScheme === value}
            rightSection={colorScheme === value ? "✓" : null}
            onClick={() => setColorScheme(value)}
          >
            {title}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {densities.map((value) => (
          <Menu.Item
            key={value}
            role="menuitemradio"
            aria-checked={density === value}
            rightSection={density === value ? "✓" : null}
            onClick={() => setDensity(value)}
          >
            {value === "compact" ? "Compact rows" : "Comfortable rows"}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {me.role === "ADMINISTRATOR" ? (
          <Menu.Item onClick={() => void navigate({ to: "/settings/branding" })}>Branding</Menu.Item>
        ) : null}
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
