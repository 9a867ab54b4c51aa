import { en } from "#client/i18n/en.ts";
import { zh } from "#client/i18n/zh.ts";
import { layouts } from "#client/layouts/index.ts";
import { useAtlas, useScreen } from "#client/state/context.tsx";
import { canvasCommands } from "./canvas-commands.ts";
import type { Command } from "./command.ts";
import type { PaletteEntry, PaletteSource } from "./entry.ts";
import { evidenceCommands } from "./evidence-commands.ts";
import { screenCommands } from "./screen-commands.ts";
import { selectingCommands } from "./selecting-commands.ts";

const layoutCommands: readonly Command[] = layouts.map(({ id, label }) => ({
  id: `layout-${id}`,
  title: { zh: `${zh["command.layout"]}${label.zh}`, en: `${en["command.layout"]}${label.en}` },
  icon: "graph",
  run: ({ actions }) => void actions.layOut(id),
}));

const commands: readonly Command[] = [...canvasCommands, ...selectingCommands, ...evidenceCommands, ...layoutCommands, ...screenCommands];

/** Every action of the canvas and of the screens that can be taken now. */
export const commandsSource: PaletteSource = {
  id: "actions",
  title: { zh: zh["palette.actions"], en: en["palette.actions"] },
  use: () => {
    const atlas = useAtlas((state) => state);
    const screen = useScreen((it) => it);
    return commands.filter(({ when }) => when?.({ atlas, screen }) ?? true).map(entryOf);
  },
};

const entryOf = ({ id, title, keys, icon, run }: Command): PaletteEntry => ({ id: `action:${id}`, title, keys, icon, run });
