import { type Reliability, type Status, weakConfidence } from "#graph/vocabulary/marks.ts";

/** How much carries what is said of an entity: counts, so that nobody needs the statements themselves. */
export interface Ground {
  statements: number;
  /** Statements that are more than a weak inference. */
  firm: number;
  /** Statements that a document of more than low reliability says. */
  sound: number;
  /** Distinct documents; beyond two it may be fewer than there are. */
  documents: number;
}

export const noGround: Ground = { statements: 0, firm: 0, sound: 0, documents: 0 };

interface Said {
  status: Status;
  confidence: number;
  evidence: readonly { document: string; reliability: Reliability }[];
}

/** The counts of these statements, as `groundCypher` counts them in the store. */
export const groundOf = (statements: readonly Said[]): Ground => ({
  statements: statements.length,
  firm: statements.filter((it) => it.status !== "inferred" || it.confidence >= weakConfidence).length,
  sound: statements.filter((it) => it.evidence.some(({ reliability }) => reliability !== "low")).length,
  documents: new Set(statements.flatMap((it) => it.evidence.map(({ document }) => document))).size,
});

/** Whether it all comes from one source of low reliability, or is weak inference alone. */
export const isWeak = ({ statements, firm, sound, documents }: Ground): boolean =>
  statements > 0 && (firm === 0 || (sound === 0 && documents === 1));
