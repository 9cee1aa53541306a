import { Menu, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { SignOutDocument } from "../../graphql/operations.js";
import { request } from "../../graphql/request.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import classes from "./header.module.css";

/** PersonMenu says who is signed in, switches the theme and signs out. */
export function PersonMenu(): ReactNode {
  const { me } = useWorkspace();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
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
  const other = scheme === "dark" ? "light" : "dark";
  return (
    <Menu position="bottom-end" shadow="md" width={240} withinPortal>
      <Menu.Target>
        <button type="button" className={classes.person} aria-label={`${initials}, ${me.name}: theme and sign-out`}>
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
        <Menu.Item onClick={() => setColorScheme(other)}>Use the {other} theme</Menu.Item>
        <Menu.Item onClick={() => setColorScheme("auto")}>Follow the system theme</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
