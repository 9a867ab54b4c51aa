import { createStore } from "zustand/vanilla";

const name = "atlas.editorToken";

/** Storage may be switched off: then the token holds until the page is closed or reloaded. */
const kept = {
  read(): string | null {
    try {
      return sessionStorage.getItem(name);
    } catch {
      return null;
    }
  },
  write(token: string | null): void {
    try {
      if (token === null) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, token);
    } catch {
      // Nothing to keep it in; the store has it.
    }
  },
};

export interface Editor {
  /** What every writing call carries; null: this page only reads. */
  token: string | null;
  /** The server refused the token that was given. */
  refused: boolean;
}

/** The editor token lives in this tab only: it is never written where another tab or a later session could read it. */
export const editor = createStore<Editor>(() => ({ token: kept.read(), refused: false }));

export function setEditorToken(token: string | null): void {
  kept.write(token);
  editor.setState({ token, refused: false });
}

/** Called when the server answers 401 or 403: the token is forgotten, so that it is asked for again. */
export function tokenRefused(): void {
  kept.write(null);
  editor.setState({ token: null, refused: true });
}
