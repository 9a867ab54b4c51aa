import { QueryInvalid } from "../store.ts";
import { type Translation, translate } from "./dialect.ts";
import { isTooManyAtOnce } from "./engine-fault.ts";
import { EngineRefusal } from "./engine-process.ts";

/** What the engine cannot walk it may be able to join: asked again with each hop a pattern of its own, where that is another query. */
export async function orHopsApart<T>(text: string, translation: Translation, ask: (translation: Translation) => Promise<T>): Promise<T> {
  try {
    return await ask(translation);
  } catch (error) {
    if (!(error instanceof EngineRefusal && isTooManyAtOnce(error.detail))) throw error;
    const apart = translationApart(text);
    if (apart === null || apart.text === translation.text) throw error;
    return ask(apart);
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
