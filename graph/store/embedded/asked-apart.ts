import { QueryInvalid } from "../store.ts";
import { type Translation, translate } from "./dialect.ts";
import { isTooManyAtOnce } from "./engine-fault.ts";
import { EngineRefusal } from "./engine-process.ts";

/**
 * What the engine cannot walk it may be able to join: asked again with each hop a pattern of its own, where that is another query. Both
 * together have `timeoutMs`.
 */
export async function orHopsApart<T>(
  { text, translation, timeoutMs }: { text: string; translation: Translation; timeoutMs: number },
  ask: (translation: Translation, timeoutMs: number) => Promise<T>,
): Promise<T> {
  const started = performance.now();
  try {
    return await ask(translation, timeoutMs);
  } catch (error) {
    if (!(error instanceof EngineRefusal && isTooManyAtOnce(error.detail))) throw error;
    const apart = translationApart(text);
    if (apart === null || apart.text === translation.text) throw error;
    return ask(apart, Math.max(1, Math.ceil(timeoutMs - (performance.now() - started))));
  }
}

/** Null where a name that it would need could not be told from those that the query returns. */
function translationApart(text: string): Translation | null {
  try {
    return translate(text, { limited: true, apart: true });
  } catch (error) {
    if (error instanceof QueryInvalid) return null;
    throw error;
  }
}
