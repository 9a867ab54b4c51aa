import type { ActionName, AtlasDeps, AtlasStore, LastAction, Task } from "./atlas.ts";

let nextTask = 1;

export const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

/**
 * Runs something that takes time: it shows in the loading bar, can be cancelled, and on failure leaves what was on the screen
 * and a way to try again. Answers undefined when it was cancelled or failed.
 */
export async function runTask<T>(
  store: AtlasStore,
  deps: Pick<AtlasDeps, "now">,
  name: Task["name"],
  work: (signal: AbortSignal) => Promise<T>,
  retry: () => void,
): Promise<T | undefined> {
  const controller = new AbortController();
  const task: Task = { id: nextTask++, name, startedAt: deps.now(), cancel: () => controller.abort() };
  store.setState((state) => ({ tasks: [...state.tasks, task] }));
  try {
    const answer = await work(controller.signal);
    if (controller.signal.aborted) return undefined;
    store.setState((state) => (state.failure?.action === name ? { failure: null } : {}));
    return answer;
  } catch (error) {
    if (!isAbort(error) && name !== "layout" && name !== "communities") store.setState({ failure: { action: name, error, retry } });
    return undefined;
  } finally {
    store.setState((state) => ({ tasks: state.tasks.filter((one) => one.id !== task.id) }));
  }
}

export const report = (store: AtlasStore, action: LastAction & { name: ActionName }): void => store.setState({ lastAction: action });
