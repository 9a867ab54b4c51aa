/** A search that some panel asks the search box for: the box in sight listens. */
type Listener = (text: string) => void;
const listeners = new Set<Listener>();

export const askSearch = (text: string): void => {
  for (const listener of listeners) listener(text);
};

/** The answer ends it. */
export function onSearchAsked(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
