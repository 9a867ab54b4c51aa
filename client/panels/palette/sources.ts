import { calls } from "#client/api/calls.ts";
import { en } from "#client/i18n/en.ts";
import { zh } from "#client/i18n/zh.ts";
import { listViews, openView } from "#client/panels/views/list-views.ts";
import { go } from "#client/state/screen.ts";
import { openInWorkbench } from "#client/state/workbench.ts";
import { commandsSource } from "./commands.ts";
import type { PaletteSource } from "./entry.ts";
import { listedSource } from "./listed-source.ts";
import { yearsSource } from "./years.ts";

const questions = listedSource({ id: "questions", title: { zh: zh["palette.questions"], en: en["palette.questions"] } }, async (signal) =>
  (await calls.questions({ signal })).questions.map((question) => ({
    id: `question:${question.id}`,
    title: question.title,
    icon: "play" as const,
    run: () => {
      go({ at: "explore", entity: null });
      openInWorkbench(question, { run: true });
    },
  })),
);

const views = listedSource({ id: "views", title: { zh: zh["palette.views"], en: en["palette.views"] } }, async () =>
  (await listViews()).map(({ id, name }) => ({
    id: `view:${id}`,
    title: { zh: name, en: name },
    icon: "bookmark" as const,
    run: () => openView(id),
  })),
);

/** What the palette offers beside entities, in this order; one more group is one more line. */
export const sources: readonly PaletteSource[] = [commandsSource, views, questions, yearsSource];
