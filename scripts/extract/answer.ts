import type { ExtractedDocument } from "#graph/extraction/proposals/extract-document.ts";

/** What `extract --json` prints for one file; the shape of `contract.md`, attributes and remarks beside it. */
export function answerOf({ document, extraction }: ExtractedDocument) {
  const { entities, statements, metrics, remarks, published } = extraction;
  return {
    document: {
      file: document.file,
      sha256: document.sha256,
      characters: document.characters,
      published: published.value,
      publishedBasis: published.basis,
      format: document.format,
    },
    entities: entities.map(({ ref, kind, name, existing, mentions, collective }) => ({
      ref,
      kind,
      name,
      existing,
      ...(collective === true ? { collective } : {}),
      mentions: mentions.map(({ start, end, text }) => ({ start, end, text })),
    })),
    statements: statements
      .filter((it) => it.object !== undefined)
      .map(({ subject, predicate, object, status, confidence, start, end, properties, basis, rule }) => ({
        subject,
        predicate,
        object,
        status,
        confidence,
        start,
        end,
        properties,
        ...(basis === undefined ? {} : { basis }),
        rule,
      })),
    attributes: statements
      .filter((it) => it.object === undefined)
      .map(({ subject, predicate, value, status, confidence, start, end, rule }) => ({
        subject,
        predicate,
        value,
        status,
        confidence,
        start,
        end,
        rule,
      })),
    metrics: metrics.map((it) => ({
      subject: it.subject,
      name: it.name,
      op: it.op,
      value: it.value,
      unit: it.unit,
      period: it.period,
      modality: it.modality,
      basis: it.basis,
      region: it.region,
      product: it.product ?? null,
      denominator: it.denominator ?? null,
      plan: it.plan ?? null,
      raw: it.raw,
      confidence: it.confidence,
      start: it.start,
      end: it.end,
      rule: it.rule,
    })),
    remarks,
  };
}
