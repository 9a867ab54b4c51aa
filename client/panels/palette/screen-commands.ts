import { preferences, setLanguage, setTheme } from "#client/state/preferences.ts";
import { go, screen } from "#client/state/screen.ts";
import { type Command, titled } from "./command.ts";

/** Where one can go, and how it looks. */
export const screenCommands: readonly Command[] = [
  { id: "start", title: titled("command.start"), icon: "home", run: () => go({ at: "start" }) },
  { id: "explore", title: titled("command.explore"), icon: "graph", run: () => go({ at: "explore", entity: null }) },
  { id: "changes", title: titled("command.changes"), icon: "layers", run: () => go({ at: "changes", changeSet: null }) },
  { id: "freshness", title: titled("command.freshness"), icon: "clock", run: () => go({ at: "freshness" }) },
  { id: "documents", title: titled("command.documents"), icon: "document", run: () => go({ at: "documents", document: null }) },
  {
    id: "workbench",
    title: titled("command.workbench"),
    icon: "play",
    run: () => {
      if (screen.getState().route.at !== "explore") go({ at: "explore", entity: null });
      screen.setState({ workbench: true });
    },
  },
  {
    id: "theme",
    title: titled("command.theme"),
    icon: "moon",
    run: () => setTheme(preferences.getState().theme === "dark" ? "light" : "dark"),
  },
  {
    id: "language",
    title: titled("command.language"),
    icon: "swap",
    run: () => setLanguage(preferences.getState().language === "zh" ? "en" : "zh"),
  },
  { id: "help", title: titled("command.help"), keys: ["?"], icon: "help", run: () => screen.setState({ help: true }) },
];
