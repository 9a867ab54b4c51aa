import { periodBounds } from "#graph/model/period.ts";
import { type AliasPart, canonicalJson, contentHash, type DocumentContent, type EvidencePart } from "./content.ts";
import { keyOfStatement } from "./keys.ts";
import type { Properties, Property, StatementState } from "./projection.ts";
import type { MetricState } from "./settle-metrics.ts";

const defined = (values: Record<string, Property | undefined>): Properties => {
  const kept: Properties = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
};

/** All properties of a ledger node; `derived` names those that no source gives. */
export function statementNode(state: StatementState, sinceRevision: number): Properties {
  const { evidence: _, properties, ...content } = state.content;
  return defined({
    ...(content as Properties),
    rank: state.rank,
    validTo: state.validTo,
    assertedAt: state.assertedAt,
    documents: state.documents,
    reliability: state.reliability,
    drawn: state.drawn,
    properties: properties === undefined ? undefined : canonicalJson(properties),
    derived: state.workedOut.length === 0 ? undefined : state.workedOut,
    key: keyOfStatement(state.content),
    hash: contentHash(state.content),
    sinceRevision,
  });
}

export function metricNode(state: MetricState, sinceRevision: number): Properties {
  const { evidence: _, ...content } = state.content;
  const bounds = content.period === undefined ? undefined : periodBounds(content.period);
  return defined({
    ...(content as Properties),
    rank: state.rank,
    periodStart: bounds?.start,
    periodEnd: bounds?.end,
    assertedAt: state.assertedAt,
    documents: state.documents,
    reliability: state.reliability,
    derived: state.workedOut.length === 0 ? undefined : state.workedOut,
    key: state.key,
    hash: contentHash(state.content),
    sinceRevision,
  });
}

export function documentNode(content: DocumentContent): Properties {
  const { paragraphs: _, ...own } = content;
  return { ...(own as Properties), hash: contentHash(content) };
}

export const evidenceLink = ({ document: _, ...place }: EvidencePart): Properties => place as Properties;

export const aliasNode = (entity: string, alias: AliasPart): Properties => ({
  id: [entity, alias.surface, alias.scope, alias.scopeOf ?? ""].join("|"),
  entity,
  ...(alias as Properties),
});
