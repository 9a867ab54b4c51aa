import type { Extraction, Span } from "../extraction.ts";
import { answerSchema, looseAnswer } from "./answer.ts";
import { type AskOptions, ask, type Endpoint, ReaderFailed } from "./endpoint.ts";
import { merge } from "./merge.ts";
import { partsOf } from "./parts.ts";
import { questionOf } from "./prompt.ts";
import { type Verified, verify } from "./verify.ts";

/** What one part of the text gave. Throws ReaderFailed. */
async function readPart(
  endpoint: Endpoint,
  { text, part, published, refPrefix }: { text: string; part: Span; published: string | null; refPrefix: string },
  options: AskOptions,
): Promise<Verified> {
  const messages = questionOf({ text: text.slice(part.start, part.end), published });
  const answer = looseAnswer.safeParse(await ask(endpoint, { messages, schema: answerSchema }, options));
  if (!answer.success)
    throw new ReaderFailed({
      fault: "the answer has another shape than was asked for",
      remedy: "take a model that keeps to a JSON schema (LLM_MODEL)",
    });
  return verify(answer.data, { text, part, published, refPrefix });
}

/**
 * Reads a text a second time, through an endpoint, and merges what the text bears out into what the rules found. A fault of the endpoint
 * takes nothing away: the rules' result stands, and a remark tells the fault. Throws only when `signal` aborts.
 */
export async function readAgain(
  { text, rules, endpoint }: { text: string; rules: Extraction; endpoint: Endpoint },
  options: AskOptions = {},
): Promise<Extraction> {
  const heard: Verified = { entities: [], statements: [], metrics: [], remarks: [] };
  for (const [index, part] of partsOf(text, rules.paragraphs).entries()) {
    try {
      const given = await readPart(endpoint, { text, part, published: rules.published.value, refPrefix: `p${index + 1}.` }, options);
      for (const name of ["entities", "statements", "metrics", "remarks"] as const) heard[name].push(...(given[name] as never[]));
    } catch (error) {
      if (!(error instanceof ReaderFailed)) throw error;
      heard.remarks.push({ text: `第二读者没有读成这一段：${error.message}`, start: part.start, end: part.end });
      if (error.lasting) break;
    }
  }
  return merge(rules, heard);
}
