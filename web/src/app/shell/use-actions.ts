import { useMantineColorScheme, type MantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { PaletteItem } from "../../features/palette/palette-item.js";
import { useLiveChanges } from "../../live-changes/live-changes-context.js";
import { densities, useDensity } from "../../preferences/density.js";
import { chooseTimeZone } from "../../registry/choose-time-zone.js";
import type { Me } from "../../session/me-query.js";
import { useChangeAddress } from "../../ui/use-change-address.js";
import { useSearchWord } from "../../ui/use-search-word.js";
import { useWorkspace } from "../../workspace/workspace-context.js";
import { listZones } from "./list-zones.js";

const themes = [
  ["auto", "Theme of the system"],
  ["light", "Light theme"],
  ["dark", "Dark theme"],
] as const;

/** useActions answers what the command palette can do: theme, density, time zone, pause, wall screen, print, keyboard map. */
export function useActions(onMap: () => void): readonly PaletteItem[] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, setDensity] = useDensity();
  const { state, pause } = useLiveChanges();
  const change = useChangeAddress();
  const isWall = useSearchWord("wall") === "1";
  const { registry, scope, me } = useWorkspace();
  const zones = listZones(chooseTimeZone(registry, scope.clients, me.tenant.timeZone), useSearchWord("tz"));
  const navigate = useNavigate();
  return [
    buildAction(state.isPaused ? "Resume: follow changes" : "Pause: keep the page as it is", {
      words: "live stop go",
      run: () => pause(!state.isPaused),
    }),
    ...buildThemeActions(colorScheme, setColorScheme),
    ...densities.map((one) =>
      buildAction(one === "compact" ? "Compact rows" : "Comfortable rows", {
        note: density === one ? "chosen" : "",
        words: "density spacing",
        run: () => setDensity(one),
      }),
    ),
    ...zones.map((zone) =>
      buildAction(`Times in ${zone.title}`, {
        note: zone.isChosen ? "chosen" : "",
        words: `time zone ${zone.words}`,
        run: () => change({ tz: zone.tz }),
      }),
    ),
    buildAction(isWall ? "Leave the wall screen" : "Wall screen", {
      words: "tv full kiosk",
      run: () => change({ wall: isWall ? undefined : "1" }),
    }),
    ...buildSettings(me, () => void navigate({ to: "/settings/branding" })),
    buildAction("Print this page", { words: "pdf paper", run: () => window.print() }),
    buildAction("Keyboard map", { note: "?", words: "keys shortcuts help", run: onMap }),
  ];
}

function buildSettings({ role }: Me, openBranding: () => void): readonly PaletteItem[] {
  if (role !== "ADMINISTRATOR") return [];
  return [buildAction("Branding", { words: "settings logo colour name", run: openBranding })];
}

function buildThemeActions(
  chosen: MantineColorScheme,
  choose: (scheme: MantineColorScheme) => void,
): readonly PaletteItem[] {
  return themes.map(([scheme, title]) =>
    buildAction(title, {
      note: chosen === scheme ? "chosen" : "",
      words: "theme colour color appearance",
      run: () => choose(scheme),
    }),
  );
}

function buildAction(title: string, of: { note?: string; words: string; run: () => void }): PaletteItem {
  return { key: `action ${title}`, kind: "Action", title, note: of.note ?? "", words: of.words, run: of.run };
}
