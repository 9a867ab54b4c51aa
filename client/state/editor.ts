import { createStore } from "zustand/vanilla";

const tokenName = "atlas.editorToken";
const whoName = "atlas.editorName";

/** Storage may be switched off: then the token holds until the page is closed or reloaded. */
const kept = {
  read(name: string): string | null {
    try {
      return sessionStorage.getItem(name);
    } catch {
      return null;
    }
  },
  write(name: string, text: string | null): void {
    try {
      if (text === null) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, text);
    } catch {
      // Nothing to keep it in; the store has it.
    }
  },
};

export interface Editor {
  /** What every writing call carries; null: this page only reads. */
  token: string | null;
  /** Under which decisions and revisions are remembered; null: the server calls all of them "editor". */
  who: string | null;
  /** The server refused the token that was given. */
  refused: boolean;
}

/** The editor token lives in this tab only: it is never written where another tab or a later session could read it. */
export const editor = createStore<Editor>(() => ({ token: kept.read(tokenName), who: kept.read(whoName), refused: false }));

export function setEditorToken(token: string | null): void {
  kept.write(tokenName, token);
  editor.setState({ token, refused: false });
}

export function setEditorName(who: string | null): void {
  kept.write(whoName, who);
  editor.setState({ who });
}

/** Called when the server answers 401 or 403: the token is forgotten, so that it is asked for again. */
export function tokenRefused(): void {
  kept.write(tokenName, null);
  editor.setState({ token: null, refused: true });
}
